package org.answerable.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;

/** The demo inside a test, with a number at a stand-in for Twilio that all such tests share. */
public final class LineAtStandIn
    implements ApplicationContextInitializer<ConfigurableApplicationContext> {
  public static final String PUBLIC_URL = "http://line.example";
  public static final StandInTwilio TWILIO = start();

  private static StandInTwilio start() {
    try {
      return new StandInTwilio();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void initialize(ConfigurableApplicationContext context) {
    TWILIO.startAnew(); // or what another test left there is fetched at once
    try {
      Path folder = Files.createTempDirectory(Path.of("target"), "line");
      Map<String, Object> properties =
          Map.of(
              "answerable.config-dir",
              DemoLine.config(folder, TWILIO.apiUrl()).toString(),
              "answerable.public-url",
              PUBLIC_URL,
              "TWILIO_AUTH_TOKEN",
              StandInTwilio.AUTH_TOKEN);
      context
          .getEnvironment()
          .getPropertySources()
          .addFirst(new MapPropertySource("a line", properties));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
