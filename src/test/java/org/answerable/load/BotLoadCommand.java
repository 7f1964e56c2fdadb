package org.answerable.load;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.answerable.testing.DemoBot;
import org.answerable.testing.RunningServer;
import org.springframework.util.FileSystemUtils;

/**
 * Measures how many messages a second a bot's webhook takes in, everything on, in turn with a bot
 * of grammY's on the same PostgreSQL and Redis: {@code mvn -q spring-boot:test-run@bot-load}.
 */
public final class BotLoadCommand {
  private final LoadOptions options;
  private final PrintStream out;

  private BotLoadCommand(LoadOptions options, PrintStream out) {
    this.options = options;
    this.out = out;
  }

  public static void main(String[] args) throws Exception {
    try {
      new BotLoadCommand(LoadOptions.parse(args), System.out).run();
    } catch (IllegalArgumentException e) {
      System.err.println(e.getMessage());
      System.err.print(LoadOptions.USAGE);
      System.exit(2);
    }
  }

  private void run() throws IOException, InterruptedException, SQLException {
    Path scratch = Path.of("target", "bot-load");
    FileSystemUtils.deleteRecursively(scratch);
    Files.createDirectories(scratch);
    try (var demo = new DemoBot(scratch, "webhook", Map.of("server.address", "127.0.0.1"))) {
      RunningServer server = demo.server();
      server.jvm(options.jvm()).start();
      var baseline = InsertBaseline.on(server.dataDir(), scratch);
      try (var grammy = GrammyBot.start(server.dataDir(), baseline)) {
        var texts = new Texts(options.people());
        var provider = new TelegramProvider();
        measure(
            new TextLoad(server.url("/channels/telegram/" + DemoBot.CHANNEL), provider, texts),
            new TextLoad(grammy.webhook(), provider, texts));
      }
    }
  }

  private void measure(TextLoad ours, TextLoad grammy) throws IOException, InterruptedException {
    Map<Integer, List<Round>> rounds = new TreeMap<>();
    Duration share = options.warmUp().dividedBy(2L * options.connections().size());
    for (int connections : options.connections()) {
      ours.run(connections, share);
      grammy.run(connections, share);
    }
    for (int round = 0; round < options.rounds(); round++) {
      for (int connections : options.connections()) {
        var one =
            new Round(
                ours.run(connections, options.round()), grammy.run(connections, options.round()));
        rounds.computeIfAbsent(connections, key -> new ArrayList<>()).add(one);
        out.printf(
            "%3d connections: %,7.0f messages/s, grammY %,7.0f, ratio %.2f%n",
            connections, one.ours().perSecond(), one.grammy().perSecond(), one.ratio());
      }
    }
    out.println("\n| connections | messages/s | p99 ms | grammY | p99 ms | ratio | least–most |");
    out.println("| --- | --- | --- | --- | --- | --- | --- |");
    rounds.forEach(this::print);
  }

  private void print(int connections, List<Round> all) {
    out.printf(
        "| %d | %,.0f | %.1f | %,.0f | %.1f | %.2f | %s |%n",
        connections,
        Medians.of(all, round -> round.ours().perSecond()),
        Medians.of(all, round -> round.ours().millis(0.99)),
        Medians.of(all, round -> round.grammy().perSecond()),
        Medians.of(all, round -> round.grammy().millis(0.99)),
        Medians.of(all, Round::ratio),
        Medians.span(all, Round::ratio));
  }

  private record Round(TextLoad.Result ours, TextLoad.Result grammy) {
    double ratio() {
      return ours.perSecond() / grammy.perSecond();
    }
  }
}
