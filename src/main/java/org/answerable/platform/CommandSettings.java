package org.answerable.platform;

import java.util.List;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * What a command is told: the same as the server, from the same places, but nothing of the server
 * is started.
 */
@EnableConfigurationProperties(AnswerableProperties.class)
public final class CommandSettings {
  /**
   * Reads them.
   *
   * @param options {@code --answerable.NAME=VALUE}
   * @throws StartupRefused when they are wrong
   */
  public static AnswerableProperties read(List<String> options) {
    var application = new SpringApplication(CommandSettings.class);
    application.setWebApplicationType(WebApplicationType.NONE);
    application.setRegisterShutdownHook(false);
    try (var context = run(application, options)) {
      KeysFolder.refuseKeyInSettings(context.getEnvironment(), System::getenv);
      return context.getBean(AnswerableProperties.class);
    }
  }

  private static ConfigurableApplicationContext run(
      SpringApplication application, List<String> options) {
    try {
      return application.run(options.toArray(String[]::new));
    } catch (RuntimeException told) {
      throw new StartupRefused(List.of()); // it has said why
    }
  }
}
