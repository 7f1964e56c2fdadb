package org.answerable.tlog;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.answerable.testing.NotRun;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Go's {@code golang.org/x/mod/sumdb}, as Debian ships it ({@code apt-get install golang-go
 * golang-golang-x-mod-dev}), judges a folder that we wrote: {@code src/test/go/checklog}. Built and
 * run without a network; skipped where it is not installed.
 */
class CheckedByGoIT {
  private static final Path GO = Path.of("/usr/bin/go");
  private static final Path LIBRARY = Path.of("/usr/share/gocode/src/golang.org/x/mod/sumdb/tlog");
  private static final int EARLIER = 1_000;
  private static final int SIZE = 70_000;
  private static final int PROVEN = 12_345;

  @TempDir private static Path build;
  @TempDir private Path folder;

  /** What a program said, and its exit status. */
  record Ran(int status, String said) {}

  @BeforeAll
  static void build() throws Exception {
    if (!Files.isExecutable(GO) || !Files.isDirectory(LIBRARY)) {
      NotRun.skip("no Go with golang.org/x/mod below /usr/share/gocode", CheckedByGoIT.class);
    }
    Ran built =
        run(List.of(GO.toString(), "build", "-o", checker(), "src/test/go/checklog/main.go"));
    assertThat(built.status()).as(built.said()).isZero();
  }

  @BeforeEach
  void write() {
    LogFolder log = new LogFolder(folder);
    log.grow(EARLIER);
    SignedNote note = log.grow(SIZE);
    TiledHashes hashes = log.hashes();
    InclusionProof inclusion = InclusionProof.prove(PROVEN, SIZE, hashes);
    log.put("entry.tlog-proof", TlogProof.of(inclusion, note).bytes());
    ConsistencyProof consistency = ConsistencyProof.prove(EARLIER, SIZE, hashes);
    log.put("add-checkpoint", AddCheckpoint.of(consistency, note).bytes());
  }

  @Test
  void acceptsWhatWeWrite() throws Exception {
    assertThat(run(List.of(checker(), folder.toString())))
        .isEqualTo(
            new Ran(0, "accepted: 70000 entries, checkpoint, tiles, inclusion, consistency\n"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "checkpoint",
        "tile/0/000",
        "tile/0/272",
        "tile/0/273.p/112",
        "tile/1/000",
        "tile/1/001.p/17",
        "tile/2/000.p/1",
        "tile/entries/005",
        "tile/entries/273.p/112",
        "entry.tlog-proof",
        "add-checkpoint"
      })
  void refusesItWithOneByteChanged(String path) throws Exception {
    Path file = folder.resolve(path);
    byte[] bytes = Files.readAllBytes(file);
    bytes[bytes.length / 2] ^= 1;
    Files.write(file, bytes);
    Ran ran = run(List.of(checker(), folder.toString()));
    assertThat(ran.status()).as(ran.said()).isEqualTo(1);
    assertThat(ran.said()).startsWith("refused: ");
  }

  private static String checker() {
    return build.resolve("checklog").toString();
  }

  private static Ran run(List<String> command) throws IOException, InterruptedException {
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
