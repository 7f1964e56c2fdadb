package org.answerable.tlog;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TlogProofTest {
  private static final NoteSigner LOG = NoteSigner.of("example.com/log", TestKeys.peter());
  private static final MemoryTree TREE = MemoryTree.ofSize(10);
  private static final Hash HEAD = MerkleTree.head(10, TREE);
  private static final SignedNote NOTE = new Checkpoint("example.com/log", 10, HEAD).sign(LOG);
  private static final TlogProof PROOF = TlogProof.of(InclusionProof.prove(9, 10, TREE), NOTE);

  @Test
  void isTheSpecificationsFormat() {
    String expected =
        "c2sp.org/tlog-proof@v1\nindex 9\n"
            + TREE.read(0, 8).base64()
            + "\n"
            + TREE.read(3, 0).base64()
            + "\n\n"
            + new String(NOTE.bytes(), UTF_8);
    assertThat(new String(PROOF.bytes(), UTF_8)).isEqualTo(expected);
  }

  @Test
  void isReadAsItWasWritten() throws MalformedException {
    assertThat(TlogProof.parse(PROOF.bytes())).isEqualTo(PROOF);
    TlogProof more = new TlogProof("c2FsdA==", 9, PROOF.path(), NOTE);
    assertThat(TlogProof.parse(more.bytes())).isEqualTo(more);
    assertThat(new String(more.bytes(), UTF_8))
        .startsWith("c2sp.org/tlog-proof@v1\nextra c2FsdA==\nindex 9\n");
    SignedNote alone = new Checkpoint("example.com/log", 1, TREE.read(0, 0)).sign(LOG);
    TlogProof only = TlogProof.of(InclusionProof.prove(0, 1, TREE), alone);
    assertThat(TlogProof.parse(only.bytes())).isEqualTo(only);
    assertThat(only.verifies(TREE.read(0, 0), LOG.verifier())).isTrue();
  }

  @Test
  void provesOneEntryOfOneLog() {
    Hash leaf = TREE.read(0, 9);
    assertThat(PROOF.verifies(leaf, LOG.verifier())).isTrue();
    assertThat(PROOF.verifies(TREE.read(0, 8), LOG.verifier())).isFalse();
    VerifierKey other = NoteSigner.of("example.com/log", TestKeys.fresh()).verifier();
    assertThat(PROOF.verifies(leaf, other)).isFalse();
    assertThat(new TlogProof("", 8, PROOF.path(), NOTE).verifies(leaf, LOG.verifier())).isFalse();
    assertThat(new TlogProof("", 10, PROOF.path(), NOTE).verifies(leaf, LOG.verifier())).isFalse();
    assertThat(new TlogProof("", 9, List.of(), NOTE).verifies(leaf, LOG.verifier())).isFalse();
  }

  @Test
  void aLogProvesNothingUnderAnothersOrigin() {
    SignedNote foreign = new Checkpoint("example.com/other", 10, HEAD).sign(LOG);
    assertThat(
            new TlogProof("", 9, PROOF.path(), foreign).verifies(TREE.read(0, 9), LOG.verifier()))
        .isFalse();
    SignedNote none = SignedNote.sign("no checkpoint\n", LOG);
    assertThat(new TlogProof("", 9, PROOF.path(), none).verifies(TREE.read(0, 9), LOG.verifier()))
        .isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "'', 'a proof has a control character other than the newline, or does not end in a newline'",
    "'c2sp.org/tlog-proof@v2\\n', line 1: this is not c2sp.org/tlog-proof@v1",
    "'HEADER\\n', 'it ends before the line \"index\"'",
    "'HEADER\\nextra \\nindex 9\\n', 'line 2: no extra data, and yet a line for it'",
    "'HEADER\\nextra !!\\nindex 9\\n', line 2: the extra data is no base64",
    "'HEADER\\nextra AAAA\\n', 'it ends before the line \"index\"'",
    "'HEADER\\nextra AAAA\\nextra AAAA\\n', 'line 3: this is not the line \"index\"'",
    "'HEADER\\n\\n', 'line 2: this is not the line \"index\"'",
    "'HEADER\\nindex\\n', 'line 2: this is not the line \"index\"'",
    "'HEADER\\nindex  9\\n', line 2: the index is no decimal number",
    "'HEADER\\nindex -5\\n', line 2: the index is no decimal number",
    "'HEADER\\nindex 09\\n', line 2: the index has leading zeroes",
    "'HEADER\\nindex 9223372036854775808\\n', line 2: the index is 2^63 or more",
    "'HEADER\\nindex 9\\n', it ends before the empty line behind the proof",
    "'HEADER\\nindex 9\\nAAAA\\n\\n', 'line 3: the hash has 3 bytes, not 32'",
    "'HEADER\\nindex 9\\n!!\\n\\n', line 3: the hash is no base64",
    "'HEADER\\nindex 9\\n\\n', a note has an empty line before its signatures",
    "'HEADER\\nindex 10\\n\\nNOTE', the index is not in the checkpoint's tree",
    "'HEADER\\nindex 9\\n\\n\\nNOTE', line 1: the origin is empty"
  })
  void saysWhatIsWrong(String text, String what) {
    String proof =
        text.replace("\\n", "\n")
            .replace("HEADER", "c2sp.org/tlog-proof@v1")
            .replace("NOTE", new String(NOTE.bytes(), UTF_8));
    assertThatExceptionOfType(MalformedException.class)
        .isThrownBy(() -> TlogProof.parse(proof.getBytes(UTF_8)))
        .withMessage(what);
  }

  @Test
  void hasAtMostSixtyThreeHashes() throws MalformedException {
    TlogProof most = new TlogProof("", 9, Collections.nCopies(63, HEAD), NOTE);
    assertThat(TlogProof.parse(most.bytes())).isEqualTo(most);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new TlogProof("", 9, Collections.nCopies(64, HEAD), NOTE));
    assertThatIllegalArgumentException().isThrownBy(() -> new TlogProof("", -1, List.of(), NOTE));
    String more =
        new String(most.bytes(), UTF_8).replace("index 9\n", "index 9\n" + HEAD.base64() + "\n");
    assertThatExceptionOfType(MalformedException.class)
        .isThrownBy(() -> TlogProof.parse(more.getBytes(UTF_8)))
        .withMessage("line 66: a proof has at most 63 hashes");
  }

  @Test
  void hasALimit() {
    assertThatExceptionOfType(MalformedException.class)
        .isThrownBy(() -> TlogProof.parse(new byte[2 * SignedNote.BYTES_MAX + 1]))
        .withMessage("a proof has more than 2097152 bytes");
  }
}
