package org.answerable.tlog;

import java.util.Objects;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.answerable.load.CpuProfiler;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/**
 * Nanoseconds to append, prove and verify in logs of a thousand and of a million entries, one
 * thread: {@code mvn -q spring-boot:test-run@tlog-benchmark}. Entries have 200 bytes, as most of
 * ours; indices and earlier sizes are by chance. {@code src/test/go/tlogbench} measures the same of
 * Go's {@code sumdb/tlog}.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class TlogBenchmark {
  private static final int ENTRY_BYTES = 200;
  private static final int CHOICES = 4096;
  private static final int SLOT_ENTRIES = 10;
  private static final long SEED = 1;

  @Param({"1000", "1000000"})
  private int size;

  private final byte[] entry = new byte[ENTRY_BYTES];
  private final long[] indices = new long[CHOICES];
  private final InclusionProof[] inclusions = new InclusionProof[CHOICES];
  private final ConsistencyProof[] consistencies = new ConsistencyProof[CHOICES];
  private final Hash[] earlier = new Hash[CHOICES];
  private MemoryTree tree = new MemoryTree();
  private MemoryLog log = new MemoryLog();
  private Hash head = Hash.EMPTY;
  private Hash leaf = Hash.EMPTY;
  private Frontier frontier = Frontier.EMPTY;
  private TileWriter writer = TileWriter.at(0, log, log);
  private int next;

  @Setup
  public void fill() {
    leaf = Hash.leaf(entry);
    TileWriter all = TileWriter.at(0, log, log);
    for (int i = 0; i < size; i++) {
      tree.append(leaf);
      all.append(leaf);
    }
    head = all.finish();
    Random random = new Random(SEED);
    for (int i = 0; i < CHOICES; i++) {
      indices[i] = random.nextInt(1, size);
      inclusions[i] = InclusionProof.prove(indices[i], size, tree);
      consistencies[i] = ConsistencyProof.prove(indices[i], size, tree);
      earlier[i] = MerkleTree.head(indices[i], tree);
    }
  }

  @Setup(Level.Iteration)
  public void begin() {
    Frontier grown = Frontier.EMPTY;
    for (int i = 0; i < size; i++) {
      grown = grown.append(leaf);
    }
    frontier = grown;
    writer = TileWriter.at(size, log, (tile, bytes) -> {});
  }

  private int choice() {
    return next = (next + 1) % CHOICES;
  }

  /** The hash of an entry, and those of the nodes that it makes whole. */
  @Benchmark
  public Frontier append() {
    return frontier = frontier.append(Hash.leaf(entry));
  }

  /** The same, with all hashes in their tiles. */
  @Benchmark
  public void appendToTiles() {
    writer.append(Hash.leaf(entry));
  }

  /** All of a slot with ten entries: the edge is read, tiles and head are made. */
  @Benchmark
  public Hash slot(Blackhole written) {
    TileWriter slot = TileWriter.at(size, log, (tile, bytes) -> written.consume(bytes));
    for (int i = 0; i < SLOT_ENTRIES; i++) {
      slot.append(Hash.leaf(entry));
    }
    return slot.finish();
  }

  @Benchmark
  public InclusionProof proveInclusion() {
    return InclusionProof.prove(indices[choice()], size, tree);
  }

  @Benchmark
  public ConsistencyProof proveConsistency() {
    return ConsistencyProof.prove(indices[choice()], size, tree);
  }

  /** Tiles are read, proven to belong to the head, and the proof made of them. */
  @Benchmark
  public InclusionProof proveInclusionFromTiles() {
    return InclusionProof.prove(indices[choice()], size, TiledHashes.open(size, head, log));
  }

  @Benchmark
  public boolean verifyInclusion() {
    return inclusions[choice()].verifies(leaf, head);
  }

  @Benchmark
  public boolean verifyConsistency() {
    int choice = choice();
    return consistencies[choice].verifies(earlier[choice], head);
  }

  public static void main(String[] args) throws RunnerException {
    new Runner(
            new OptionsBuilder()
                .include(Objects.requireNonNull(TlogBenchmark.class.getCanonicalName()))
                .jvmArgs("-Xmx512m")
                .addProfiler(CpuProfiler.class)
                .build())
        .run();
  }
}
