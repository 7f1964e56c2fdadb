package org.answerable.load;

import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.answerable.testing.DemoLine;
import org.answerable.testing.RunningServer;
import org.springframework.util.FileSystemUtils;

/**
 * Measures how many signed texts a second the running application takes in, everything on, beside
 * what its PostgreSQL does with single inserts: {@code mvn -q spring-boot:test-run@load}. What it
 * tells is in docs/performance.md.
 */
public final class LoadCommand {
  /** Of the demo's line. */
  private static final String NUMBER = "+99955500000";

  private final LoadOptions options;
  private final PrintStream out;
  private final Texts texts;

  private LoadCommand(LoadOptions options, PrintStream out) {
    this.options = options;
    this.out = out;
    this.texts = new Texts(options.people());
  }

  public static void main(String[] args) throws Exception {
    try {
      new LoadCommand(LoadOptions.parse(args), System.out).run();
    } catch (IllegalArgumentException e) {
      System.err.println(e.getMessage());
      System.err.print(LoadOptions.USAGE);
      System.exit(2);
    }
  }

  private void run() throws IOException, InterruptedException, SQLException {
    Path scratch = Files.createDirectories(Path.of("target", "load"));
    FileSystemUtils.deleteRecursively(scratch);
    Files.createDirectories(scratch);
    try (var line = new DemoLine(scratch, Map.of("server.address", "127.0.0.1"))) {
      line.server().jvm(options.jvm()).start();
      measure(line.server(), scratch);
    }
  }

  private void measure(RunningServer server, Path scratch)
      throws IOException, InterruptedException, SQLException {
    var processes = new ServerProcesses(server.pid(), server.dataDir());
    var baseline = InsertBaseline.on(server.dataDir(), scratch);
    URI webhook = server.url("/channels/twilio/" + DemoLine.CHANNEL);
    var load = new TextLoad(webhook, new TwilioProvider(webhook, NUMBER), texts);
    long idle = processes.residentBytes();
    long before = baseline.committedMessages();
    warmUp(load);
    Map<Integer, List<Round>> rounds = new TreeMap<>();
    for (int round = 0; round < options.rounds(); round++) {
      for (int connections : options.connections()) {
        double inserts = baseline.run(connections, options.round());
        rounds
            .computeIfAbsent(connections, key -> new ArrayList<>())
            .add(round(load, processes, connections, inserts));
      }
    }
    long committed = baseline.committedMessages() - before;
    var report = new LoadReport(rounds, idle, processes.residentBytes(), options);
    report.print(out);
    out.printf(
        "%nSent %,d texts, committed %,d messages; answered 503 and repeated: %,d.%n",
        texts.given(), committed, load.repeated());
    if (committed != texts.given()) {
      throw new IllegalStateException("what was answered and what was committed differ");
    }
  }

  private void warmUp(TextLoad load) throws IOException, InterruptedException {
    Duration share = options.warmUp().dividedBy(options.connections().size());
    for (int connections : options.connections()) {
      load.run(connections, share);
    }
  }

  private Round round(
      TextLoad load, ServerProcesses processes, int connections, double insertsPerSecond)
      throws IOException, InterruptedException {
    ServerProcesses.CpuSeconds before = processes.cpu();
    TextLoad.Result result = load.run(connections, options.round());
    var cpu = processes.cpu().since(before).forThousand(result.texts());
    var round =
        new Round(
            result.perSecond(),
            result.millis(0.5),
            result.millis(0.99),
            insertsPerSecond,
            cpu,
            processes.residentBytes());
    out.printf(
        "%3d connections: %,7.0f texts/s, %,7.0f inserts/s, ratio %.2f%n",
        connections, round.perSecond(), insertsPerSecond, round.ratio());
    return round;
  }

  /**
   * What one round gave.
   *
   * @param cpu seconds for 1,000 texts
   */
  record Round(
      double perSecond,
      double p50Millis,
      double p99Millis,
      double insertsPerSecond,
      ServerProcesses.CpuSeconds cpu,
      long residentBytes) {
    double ratio() {
      return perSecond / insertsPerSecond;
    }
  }
}
