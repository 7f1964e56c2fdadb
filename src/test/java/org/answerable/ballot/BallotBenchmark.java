package org.answerable.ballot;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.answerable.ballot.file.BltReader;
import org.answerable.ballot.file.BltWriter;
import org.answerable.load.CpuProfiler;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/**
 * Milliseconds to count 100,000 ballots, each its own, one thread: {@code mvn -q
 * spring-boot:test-run@ballot-benchmark}. Ballots rank three candidates or more, by chance; those
 * of Equal Shares approve of some projects of which about half can be paid.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class BallotBenchmark {
  private static final int BALLOTS = 100_000;
  private static final int SEATS = 3;
  private static final int FEWEST_MENTIONS = 3;
  private static final long SEED = 1;

  @Param({"8", "10"})
  private int candidates;

  private RankedPoll poll = Polls.ranked(1, SEATS);
  private BudgetPoll budget = Polls.budget("1", List.of());
  private List<String> blt = List.of();

  @Setup
  public void fill() {
    poll = ranked(candidates, BALLOTS);
    budget = projects(candidates, BALLOTS);
    blt = BltWriter.lines(poll).toList();
  }

  @Benchmark
  public Tally plurality() {
    return new Plurality().count(poll);
  }

  @Benchmark
  public Tally approval() {
    return new Approval().count(poll);
  }

  @Benchmark
  public Tally borda() {
    return new Borda().count(poll);
  }

  @Benchmark
  public Tally instantRunoff() {
    return new InstantRunoff().count(poll);
  }

  @Benchmark
  public Tally schulze() {
    return new Schulze().count(poll);
  }

  @Benchmark
  public Tally rankedPairs() {
    return new RankedPairs().count(poll);
  }

  @Benchmark
  public Tally scottishStv() {
    return new ScottishStv().count(poll);
  }

  @Benchmark
  public Tally equalSharesStd() {
    return new EqualShares(EqualShares.Variant.STD, false).count(budget);
  }

  @Benchmark
  public Tally equalSharesAdd1() {
    return new EqualShares(EqualShares.Variant.ADD1, false).count(budget);
  }

  /** From lines in memory. */
  @Benchmark
  public RankedPoll readBlt() {
    return BltReader.read(blt.iterator()).orThrow();
  }

  private static RankedPoll ranked(int candidates, int ballots) {
    Random random = new Random(SEED);
    List<Ballot> cast = new ArrayList<>();
    for (int i = 0; i < ballots; i++) {
      int mentions = FEWEST_MENTIONS + random.nextInt(candidates - FEWEST_MENTIONS + 1);
      cast.add(
          Ballot.of(
              1,
              shuffled(candidates, random).subList(0, mentions).stream()
                  .mapToInt(Integer::intValue)
                  .toArray()));
    }
    return Polls.ranked(candidates, SEATS, cast.toArray(Ballot[]::new));
  }

  private static BudgetPoll projects(int projects, int ballots) {
    Random random = new Random(SEED);
    List<String> costs =
        IntStream.range(0, projects)
            .mapToObj(i -> "" + (50_000 + random.nextInt(350_000)))
            .toList();
    BigDecimal all = costs.stream().map(BigDecimal::new).reduce(BigDecimal.ZERO, BigDecimal::add);
    List<Ballot> cast = new ArrayList<>();
    for (int i = 0; i < ballots; i++) {
      int approvals = 1 + random.nextInt(projects);
      cast.add(Ballot.approving(1, shuffled(projects, random).subList(0, approvals)));
    }
    String half = all.divideToIntegralValue(BigDecimal.TWO).toPlainString();
    return Polls.budget(half, costs, cast.toArray(Ballot[]::new));
  }

  private static List<Integer> shuffled(int size, Random random) {
    List<Integer> numbers = new ArrayList<>(IntStream.rangeClosed(1, size).boxed().toList());
    Collections.shuffle(numbers, random);
    return numbers;
  }

  public static void main(String[] args) throws RunnerException {
    new Runner(
            new OptionsBuilder()
                .include(Objects.requireNonNull(BallotBenchmark.class.getCanonicalName()))
                .jvmArgs("-Xmx512m")
                .addProfiler(CpuProfiler.class)
                .build())
        .run();
  }
}
