package org.answerable.flow;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.answerable.flow.yaml.FlowFiles;
import org.answerable.flow.yaml.Shipped;
import org.answerable.load.CpuProfiler;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/**
 * Steps a second of the flow engine, one thread, in a conversation of ten nodes that each ask and
 * note a result: {@code mvn -q spring-boot:test-run@flow-benchmark}. A step is an answer taken and
 * the next question put in words. The start of each conversation takes its time too, and is not
 * counted as a step. Where other work runs on the machine, what counts is steps for a second of the
 * processor: {@code cpu}.
 */
@State(org.openjdk.jmh.annotations.Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(2)
@Warmup(iterations = 5, time = 3)
@Measurement(iterations = 5, time = 2)
public class FlowBenchmark {
  private static final int NODES = 10;
  private static final Context CONTEXT = new Context("en", Map.of("org", "Baraza"), Map.of());

  /** By number, by word, in another alphabet's digits, and misspelt. */
  private static final List<Input> ANSWERS =
      List.of(new Input("1"), new Input("waiting"), new Input("٣"), new Input("medicin"));

  private final FlowEngine engine = engine();

  /** From wait to wait, the session staying in memory. */
  @Benchmark
  @OperationsPerInvocation(NODES)
  public void step(Blackhole said) {
    Session session = engine.start("ten", CONTEXT).session();
    for (int step = 0; session != null; step++) {
      Sprint sprint = engine.resume(session, answer(step), CONTEXT);
      said.consume(sprint.events());
      session = sprint.session();
    }
  }

  /** The same, the session saved as bytes after each step and restored before the next. */
  @Benchmark
  @OperationsPerInvocation(NODES)
  public void stepSavedAndRestored(Blackhole said) {
    Session session = engine.start("ten", CONTEXT).session();
    byte[] saved = session == null ? null : SessionCodec.encode(session);
    for (int step = 0; saved != null; step++) {
      Sprint sprint = engine.resume(SessionCodec.decode(saved), answer(step), CONTEXT);
      said.consume(sprint.events());
      session = sprint.session();
      saved = session == null ? null : SessionCodec.encode(session);
    }
  }

  private static Input answer(int step) {
    return ANSWERS.get(step % ANSWERS.size());
  }

  private static FlowEngine engine() {
    var yaml = new StringBuilder("language: en\nsegments: 1\nsamples: { org: Baraza }\nsteps:\n");
    for (int node = 1; node <= NODES; node++) {
      yaml.append(
          """
            - ask: question%d
              say: "Question %d of @org. Which? @choices"
              choices:
                - medicines: { en: medicine, sw: dawa }
                - waiting: { en: waiting, sw: kusubiri }
                - staff: { en: staff, sw: wahudumu }
          """
              .formatted(node, node));
    }
    var files = new HashMap<>(Shipped.files());
    files.put("ten.yaml", yaml.toString());
    return FlowFiles.compile(files).orThrow().engine();
  }

  /** The most bytes that the conversation takes between two steps. */
  private int savedBytes() {
    int most = 0;
    Session session = engine.start("ten", CONTEXT).session();
    for (int step = 0; session != null; step++) {
      most = Math.max(most, SessionCodec.encode(session).length);
      session = engine.resume(session, answer(step), CONTEXT).session();
      if (step > NODES) {
        throw new IllegalStateException("an answer was not understood");
      }
    }
    return most;
  }

  public static void main(String[] args) throws RunnerException {
    int bytes = new FlowBenchmark().savedBytes();
    new Runner(
            new OptionsBuilder()
                .include(Objects.requireNonNull(FlowBenchmark.class.getCanonicalName()))
                .jvmArgs()
                .addProfiler(CpuProfiler.class)
                .build())
        .run();
    System.out.printf("%nA saved session takes %d bytes at most.%n", bytes);
  }
}
