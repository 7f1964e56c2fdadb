package org.answerable.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;

/**
 * The demo organisation outside of the demo: nothing moves before a slot, and slots come once a day
 * unless a test runs one. Its Twilio number is nobody's.
 */
public final class SlowLine
    implements ApplicationContextInitializer<ConfigurableApplicationContext> {
  public static final String CHANNEL = "line";
  private static final Path SHIPPED =
      Path.of("config", "organisations", DemoLine.ORGANISATION + ".yaml");
  private static final String LINE =
      """
        - id: line
          kind: twilio
          account-sid: AC00000000000000000000000000000000
          auth-token: "${TWILIO_AUTH_TOKEN}"
          from: "+99955500000"
          api-url: http://127.0.0.1:9
      """;

  @Override
  public void initialize(ConfigurableApplicationContext context) {
    try {
      Path folder = Files.createTempDirectory(Path.of("target"), "slow-line");
      write(folder.resolve("config"));
      Map<String, Object> properties =
          Map.of(
              "answerable.config-dir",
              folder.resolve("config").toString(),
              "answerable.demo",
              "false",
              "answerable.keys-dir",
              folder.resolve("keys").toString(),
              "TWILIO_AUTH_TOKEN",
              StandInTwilio.AUTH_TOKEN);
      context
          .getEnvironment()
          .getPropertySources()
          .addFirst(new MapPropertySource("slow line", properties));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void write(Path config) throws IOException {
    String file =
        Files.readString(SHIPPED)
            .replace("slot: 1h", "slot: 24h")
            .replace("hold: 30m", "hold: 0m")
            .replace("unsorted: hold", "unsorted: release")
            .replaceFirst(
                "(?m)^ +- \\{ id: simulator, .*$", LINE.stripTrailing().replace("$", "\\$"));
    Path organisations = Files.createDirectories(config.resolve("organisations"));
    Files.writeString(organisations.resolve(DemoLine.ORGANISATION + ".yaml"), file);
    ShippedWords.copyTo(config);
  }
}
