package org.answerable.tlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CheckpointTest {
  private static final String HEAD = "CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=";

  /** The specification's example. */
  private static final String EXAMPLE = "example.com/behind-the-sofa\n20852163\n" + HEAD + "\n";

  @Test
  void readsAndWritesTheSpecificationsExample() throws MalformedException {
    Checkpoint checkpoint = Checkpoint.parse(EXAMPLE);
    assertThat(checkpoint.origin()).isEqualTo("example.com/behind-the-sofa");
    assertThat(checkpoint.size()).isEqualTo(20_852_163);
    assertThat(checkpoint.head().base64()).isEqualTo(HEAD);
    assertThat(checkpoint.extensions()).isEmpty();
    assertThat(checkpoint.text()).isEqualTo(EXAMPLE);
    assertThat(new Checkpoint(checkpoint.origin(), checkpoint.size(), checkpoint.head()))
        .isEqualTo(checkpoint);
  }

  @Test
  void keepsExtensionLines() throws MalformedException {
    Checkpoint checkpoint = Checkpoint.parse(EXAMPLE + "one\ntwo 2\n");
    assertThat(checkpoint.extensions()).containsExactly("one", "two 2");
    assertThat(checkpoint.text()).isEqualTo(EXAMPLE + "one\ntwo 2\n");
  }

  @Test
  void isSignedByTheLog() throws MalformedException {
    NoteSigner log = NoteSigner.of("example.com/log", TestKeys.fresh());
    Checkpoint empty = new Checkpoint("example.com/log", 0, Hash.EMPTY);
    SignedNote note = SignedNote.parse(empty.sign(log).bytes());
    assertThat(note.isSignedBy(log.verifier())).isTrue();
    assertThat(Checkpoint.of(note)).isEqualTo(empty);
    assertThat(note.text()).startsWith("example.com/log\n0\n");
  }

  @ParameterizedTest
  @CsvSource({
    "'', it ends before the origin",
    "'\\n1\\nHEAD\\n', line 1: the origin is empty",
    "'o\\n', it ends before the tree size",
    "'o\\n1\\n', it ends before the root hash",
    "'o\\n\\nHEAD\\n', line 2: the tree size is no decimal number",
    "'o\\n-1\\nHEAD\\n', line 2: the tree size is no decimal number",
    "'o\\n+1\\nHEAD\\n', line 2: the tree size is no decimal number",
    "'o\\n 1\\nHEAD\\n', line 2: the tree size is no decimal number",
    "'o\\n1 \\nHEAD\\n', line 2: the tree size is no decimal number",
    "'o\\n0x1\\nHEAD\\n', line 2: the tree size is no decimal number",
    "'o\\n1e3\\nHEAD\\n', line 2: the tree size is no decimal number",
    "'o\\n١\\nHEAD\\n', line 2: the tree size is no decimal number",
    "'o\\n01\\nHEAD\\n', line 2: the tree size has leading zeroes",
    "'o\\n00\\nHEAD\\n', line 2: the tree size has leading zeroes",
    "'o\\n9223372036854775808\\nHEAD\\n', line 2: the tree size is 2^63 or more",
    "'o\\n18446744073709551616\\nHEAD\\n', line 2: the tree size is 2^63 or more",
    "'o\\n1\\n\\n', 'line 3: the root hash has 0 bytes, not 32'",
    "'o\\n1\\nAAAA\\n', 'line 3: the root hash has 3 bytes, not 32'",
    "'o\\n1\\nHEAD=\\n', line 3: the root hash is no base64",
    "'o\\n1\\nHEAD \\n', line 3: the root hash is no base64",
    "'o\\n1\\nHEAD\\n\\n', line 4: an extension line is empty",
    "'o\\n1\\nHEAD\\na\\n\\nb\\n', line 5: an extension line is empty"
  })
  void saysWhatIsWrong(String text, String what) {
    String wrong = text.replace("\\n", "\n").replace("HEAD", HEAD);
    assertThatExceptionOfType(MalformedException.class)
        .isThrownBy(() -> Checkpoint.parse(wrong))
        .withMessage(what);
  }

  @Test
  void theLargestSizeIsReadAndWritten() throws MalformedException {
    String text = "o\n9223372036854775807\n" + HEAD + "\n";
    assertThat(Checkpoint.parse(text).size()).isEqualTo(Long.MAX_VALUE);
    assertThat(Checkpoint.parse(text).text()).isEqualTo(text);
  }

  @Test
  void isMadeOfLines() {
    assertThatIllegalArgumentException().isThrownBy(() -> new Checkpoint("", 1, Hash.EMPTY));
    assertThatIllegalArgumentException().isThrownBy(() -> new Checkpoint("a\nb", 1, Hash.EMPTY));
    assertThatIllegalArgumentException().isThrownBy(() -> new Checkpoint("\nb", 1, Hash.EMPTY));
    assertThatIllegalArgumentException().isThrownBy(() -> new Checkpoint("a\r", 1, Hash.EMPTY));
    assertThatIllegalArgumentException().isThrownBy(() -> new Checkpoint("a", -1, Hash.EMPTY));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Checkpoint("a", 1, Hash.EMPTY, List.of("")));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Checkpoint("a", 1, Hash.EMPTY, List.of("b", "c\n")));
  }
}
