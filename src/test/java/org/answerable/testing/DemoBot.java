package org.answerable.testing;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/**
 * The demo organisation with a bot beside its simulator, in a process of its own, and a {@link
 * StandInTelegram} where Telegram would be.
 */
public final class DemoBot implements AutoCloseable {
  public static final String CHANNEL = "bot";
  private final StandInTelegram telegram;
  private final RunningServer server;

  /**
   * @param folder for its data and its configuration
   * @param mode {@code polling} or {@code webhook}
   * @param properties beside those of a demo without a story
   */
  public DemoBot(Path folder, String mode, Map<String, String> properties) throws IOException {
    telegram = new StandInTelegram();
    var all = new HashMap<>(properties);
    all.putIfAbsent("answerable.demo-story", "false");
    all.put("answerable.config-dir", config(folder, mode, telegram.apiUrl()).toString());
    server =
        RunningServer.prepare(folder.resolve("data"), all)
            .environment("TELEGRAM_BOT_TOKEN", StandInTelegram.TOKEN)
            .environment("TELEGRAM_SECRET", StandInTelegram.SECRET);
  }

  /** Writes the demo's configuration with a bot that a stand-in knows. */
  public static Path config(Path folder, String mode, URI apiUrl) throws IOException {
    String bot =
        """
        - id: %s
          kind: telegram
          token: "${TELEGRAM_BOT_TOKEN}"
          mode: %s
          secret-token: "${TELEGRAM_SECRET}"
          api-url: %s\
        """
            .formatted(CHANNEL, mode, apiUrl)
            .indent(2);
    return DemoLine.config(folder, bot);
  }

  public RunningServer server() {
    return server;
  }

  public StandInTelegram telegram() {
    return telegram;
  }

  @Override
  public void close() {
    try {
      server.close();
    } finally {
      telegram.close();
    }
  }
}
