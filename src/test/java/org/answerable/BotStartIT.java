package org.answerable;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.answerable.testing.Apart;
import org.answerable.testing.DemoBot;
import org.answerable.testing.RunningServer;
import org.answerable.testing.StandInTelegram;
import org.answerable.testing.Visitor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A bot that does not work is named at the start, and everything else works. */
@Apart
class BotStartIT {
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  @Test
  void aWrongTokenIsNamedWithWhatToDoAndStopsNothingElse(@TempDir Path folder) throws Exception {
    try (var bot = new DemoBot(folder, "polling", Map.of())) {
      String wrong = StandInTelegram.TOKEN.replace("AA", "AB");
      bot.server().environment("TELEGRAM_BOT_TOKEN", wrong).start();
      await(bot.server(), "a bot         bot: Telegram does not know its token. Open @BotFather");
      assertThat(bot.server().output()).doesNotContain(wrong.replaceFirst(".*:", ""));
      var phone = new Visitor(bot.server().url("/").getPort());
      phone.send("POST", "/simulator/phones/1/texts", "text=no+syrup");
      assertThat(phone.get("/simulator").body()).contains("We have it.");
    }
  }

  @Test
  void thePublicPageNamesABotThatWorks(@TempDir Path folder) throws Exception {
    try (var bot = new DemoBot(folder, "polling", Map.of())) {
      bot.server().start();
      await(bot.server(), "bot: works: https://t.me/stand_in_bot");
      var page = new Visitor(bot.server().url("/").getPort()).get("/baraza-letu");
      assertThat(page.body()).contains("href=\"https://t.me/stand_in_bot\"");
    }
  }

  @Test
  void theDemoCallsNobodyElsewhereAndSaysSo(@TempDir Path folder) throws Exception {
    Path config = DemoBot.config(folder, "polling", URI.create("https://nowhere.invalid/"));
    var properties =
        Map.of("answerable.demo-story", "false", "answerable.config-dir", config.toString());
    try (var server = RunningServer.prepare(folder.resolve("data"), properties)) {
      server.environment("TELEGRAM_BOT_TOKEN", "1:A").environment("TELEGRAM_SECRET", "x").start();
      await(server, "Answerable is ready.");
      assertThat(server.output())
          .contains("Channel bot does not call Telegram: this is the demo.")
          .doesNotContain("a bot  ");
    }
  }

  private static void await(RunningServer server, String said) throws InterruptedException {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (!server.output().contains(said) && System.nanoTime() < deadline) {
      Thread.sleep(50);
    }
    assertThat(server.output()).contains(said);
  }
}
