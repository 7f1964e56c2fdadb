package org.answerable.tlog;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.answerable.testing.NotRun;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The checker of proofs in Debian's {@code litetlog} ({@code apt-get install litetlog}) judges
 * ours: an entry in a file, and beside it its proof, which for this program has no first line.
 * Skipped where it is not installed.
 */
class CheckedBySpicyIT {
  private static final Path SPICY = Path.of("/usr/bin/spicy-litetlog");
  private static final int SIZE = 1_000;

  @TempDir private Path folder;
  private LogFolder log;
  private SignedNote note;

  @BeforeEach
  void write() {
    if (!Files.isExecutable(SPICY)) {
      NotRun.skip("no " + SPICY, CheckedBySpicyIT.class);
    }
    log = new LogFolder(folder.resolve("log"));
    note = log.grow(SIZE);
  }

  @Test
  void acceptsTheProofOfAnEntry() throws Exception {
    for (int index : new int[] {0, 1, 255, 256, 511, 767, 998, 999}) {
      assertThat(verify(index, NaiveTree.entry(index))).as("index %d", index).isTrue();
    }
  }

  @Test
  void refusesItForAnotherEntry() throws Exception {
    assertThat(verify(255, NaiveTree.entry(256))).isFalse();
  }

  private boolean verify(int index, byte[] entry) throws IOException, InterruptedException {
    TlogProof proof = TlogProof.of(InclusionProof.prove(index, SIZE, log.hashes()), note);
    String written = new String(proof.bytes(), UTF_8);
    Path file = Files.write(folder.resolve("entry"), entry);
    Files.writeString(folder.resolve("entry.spicy"), written.substring(written.indexOf('\n') + 1));
    Process spicy =
        new ProcessBuilder(SPICY.toString(), "-verify", "" + log.key(), file.toString())
            .redirectErrorStream(true)
            .start();
    String said = new String(spicy.getInputStream().readAllBytes(), UTF_8);
    return spicy.waitFor() == 0 && said.contains("verified");
  }
}
