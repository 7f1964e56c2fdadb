package org.answerable.tlog;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.answerable.testing.Apart;
import org.answerable.testing.GoChecker;
import org.answerable.testing.GoChecker.Ran;
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
@Apart
class CheckedByGoIT {
  private static final int EARLIER = 1_000;
  private static final int SIZE = 70_000;
  private static final int PROVEN = 12_345;

  @TempDir private static Path build;
  private static GoChecker checker;
  @TempDir private Path folder;

  @BeforeAll
  static void build() throws Exception {
    checker = GoChecker.build(build);
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
    assertThat(checker.check(folder))
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
    Ran ran = checker.check(folder);
    assertThat(ran.status()).as(ran.said()).isEqualTo(1);
    assertThat(ran.said()).startsWith("refused: ");
  }
}
