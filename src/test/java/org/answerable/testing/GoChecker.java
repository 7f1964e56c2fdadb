package org.answerable.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * {@code src/test/go/checklog}: what Go's {@code golang.org/x/mod/sumdb} says of a log's folder.
 * Built and run without a network.
 */
public final class GoChecker {
  private static final Path GO = Path.of("/usr/bin/go");
  private static final Path LIBRARY = Path.of("/usr/share/gocode/src/golang.org/x/mod/sumdb/tlog");
  private final Path build;

  private GoChecker(Path build) {
    this.build = build;
  }

  /** What it said, and its exit status. */
  public record Ran(int status, String said) {}

  /**
   * Builds it; skips the test where Go or its library is not installed.
   *
   * @param build a folder for what is built
   */
  public static GoChecker build(Path build) throws Exception {
    if (!Files.isExecutable(GO) || !Files.isDirectory(LIBRARY)) {
      NotRun.skip("no Go with golang.org/x/mod below /usr/share/gocode", GoChecker.class);
    }
    GoChecker checker = new GoChecker(build);
    Ran built =
        checker.run(
            List.of(
                GO.toString(), "build", "-o", checker.program(), "src/test/go/checklog/main.go"));
    assertThat(built.status()).as(built.said()).isZero();
    return checker;
  }

  /** Looks at a folder with key, checkpoint, tiles, {@code entry.tlog-proof}, add-checkpoint. */
  public Ran check(Path folder) throws Exception {
    return run(List.of(program(), folder.toString()));
  }

  private String program() {
    return build.resolve("checklog").toString();
  }

  private Ran run(List<String> command) throws IOException, InterruptedException {
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().put("GO111MODULE", "off");
    builder.environment().put("GOPATH", "/usr/share/gocode");
    builder.environment().put("GOCACHE", build.resolve("cache").toString());
    builder.environment().put("GOFLAGS", "-p=1");
    Process process = builder.start();
    String said = new String(process.getInputStream().readAllBytes());
    if (!process.waitFor(2, TimeUnit.MINUTES)) {
      process.destroyForcibly();
    }
    return new Ran(process.waitFor(), said);
  }
}
