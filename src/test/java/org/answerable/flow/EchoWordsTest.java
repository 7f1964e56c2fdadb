package org.answerable.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.answerable.flow.EchoWords.Heard;
import org.answerable.flow.yaml.Shipped;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EchoWordsTest {
  private static final String REFERENCE = "K7QM-2XWD";
  private final EchoWords words = Shipped.folder().echoes();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "+ K7QM-2XWD",
        "+K7QM-2XWD",
        "+ K7QM 2XWD",
        "+k7qm2xwd",
        " +  k7qm - 2xwd. ",
        "＋K7QM–2XWD",
        "➕ K7QM-2XWD",
        "hi + K7QM-2XWD pls",
        "plus K7QM-2XWD",
        "me too K7QM-2XWD",
        "Me too! K7QM 2XWD",
        "me 2 K7QM-2XWD",
        "it happened to me too: K7QM-2XWD",
        "K7QM-2XWD me too",
        "K7QM-2XWD same here",
        "+ K7QM-2XWD me too",
        "mimi pia K7QM-2XWD",
        "K7QM-2XWD hata mimi tafadhali",
        "moi aussi K7QM-2XWD",
        "K7QM-2XWD: chez moi aussi, merci",
        "eu também K7QM-2XWD",
        "a mí también K7QM-2XWD",
        "أنا أيضًا K7QM-2XWD",
        "я тоже K7QM-2XWD"
      })
  void itHappenedToThemToo(String text) {
    assertThat(words.in(text)).contains(new Heard.Echo(REFERENCE, true));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "+ K7QM-2XWD same at kilima since monday",
        "me too K7QM-2XWD they sent us home twice",
        "+K7QM2XWD. dawa hamna kilima pia"
      })
  void andTheySayMore(String text) {
    assertThat(words.in(text)).contains(new Heard.Echo(REFERENCE, false));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "no syrup again, me too",
        "me too",
        "+",
        "+1",
        "+254 700 000 001",
        "+25478899234",
        "me too 2 weeks without tabs",
        "+ 2 weeks without tabs",
        "+ room 12b",
        "K7QM-2XWD is not true",
        "what you say in K7QM-2XWD is not true",
        "they wrote K7QM-2XWD on my card",
        "4821-9307",
        "good work",
        "medicine",
        "STATUS 4821-9307"
      })
  void isSomethingElse(String text) {
    assertThat(words.in(text)).isEqualTo(Optional.empty());
  }

  @ParameterizedTest
  @ValueSource(strings = {"+ K7QM-2XW", "+K7QM2XWDD", "+ k70m 2xwd", "+ K7QM 2XW5X"})
  void aReferenceMistypedBehindThePlusIsNoFeedback(String text) {
    assertThat(words.in(text)).contains(new Heard.Unread());
  }

  @Test
  void aReferenceAloneTellsNotWhatFor() {
    assertThat(words.in("k7qm 2xwd")).contains(new Heard.Reference(REFERENCE));
    assertThat(words.in("please: K7QM-2XWD?")).contains(new Heard.Reference(REFERENCE));
  }
}
