package org.answerable.load;

import java.io.PrintStream;
import java.util.List;
import java.util.Map;
import org.answerable.load.LoadCommand.Round;

/** The rounds as a table: medians, and the least and the most of what matters. */
record LoadReport(
    Map<Integer, List<Round>> rounds, long idleBytes, long loadedBytes, LoadOptions options) {
  private static final double MEGABYTE = 1 << 20;

  void print(PrintStream out) {
    out.printf(
        "%nMedians of %d rounds of %d s; %d processors; texts from %,d numbers; JVM %s%n%n",
        options.rounds(),
        options.round().toSeconds(),
        Runtime.getRuntime().availableProcessors(),
        options.people(),
        String.join(" ", options.jvm()));
    out.println(
        "| connections | texts/s | p50 ms | p99 ms | inserts/s (pgbench) | ratio | least–most |");
    out.println("| --- | --- | --- | --- | --- | --- | --- |");
    rounds.forEach((connections, all) -> throughput(out, connections, all));
    out.println();
    out.println(
        "| connections | CPU s for 1,000 texts | application | of it compiling | PostgreSQL | Redis"
            + " | least–most |");
    out.println("| --- | --- | --- | --- | --- | --- | --- |");
    rounds.forEach((connections, all) -> cpu(out, connections, all));
    long most =
        rounds.values().stream()
            .flatMap(List::stream)
            .mapToLong(Round::residentBytes)
            .max()
            .orElse(loadedBytes);
    out.printf(
        "%nResident memory of the application: idle %.0f MB, at load %.0f MB, at most %.0f MB%n",
        idleBytes / MEGABYTE, loadedBytes / MEGABYTE, most / MEGABYTE);
  }

  private static void throughput(PrintStream out, int connections, List<Round> all) {
    out.printf(
        "| %d | %,.0f | %.1f | %.1f | %,.0f | %.2f | %s |%n",
        connections,
        Medians.of(all, Round::perSecond),
        Medians.of(all, Round::p50Millis),
        Medians.of(all, Round::p99Millis),
        Medians.of(all, Round::insertsPerSecond),
        Medians.of(all, Round::ratio),
        Medians.span(all, Round::ratio));
  }

  private static void cpu(PrintStream out, int connections, List<Round> all) {
    out.printf(
        "| %d | %.3f | %.3f | %.3f | %.3f | %.3f | %s |%n",
        connections,
        Medians.of(all, round -> round.cpu().sum()),
        Medians.of(all, round -> round.cpu().application()),
        Medians.of(all, round -> round.cpu().compiling()),
        Medians.of(all, round -> round.cpu().postgres()),
        Medians.of(all, round -> round.cpu().redis()),
        Medians.span(all, round -> round.cpu().sum()));
  }
}
