package org.answerable.intake.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.answerable.intake.words.Found.Spot;
import org.answerable.organisation.Kind;
import org.answerable.organisation.Organisations;
import org.answerable.organisation.Sensitivity;
import org.answerable.testing.ShippedWords;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WordListsTest {
  private static WordLists lists;

  @BeforeAll
  static void read() throws IOException {
    lists = WordLists.read(ShippedWords.FOLDER, new Organisations(List.of()));
  }

  @Test
  void spotsPointAtTheExactCharacters() {
    String text = "Hi 😀, MY UNCLE tóuches me, at nite";
    Spot spot = lists.find(text).spots().getFirst();
    assertThat(text.substring(spot.start(), spot.end())).isEqualTo("UNCLE tóuches me");
    assertThat(spot.list()).isEqualTo(WordList.CHILD);
    assertThat(spot.raisesTo()).isEqualTo(Sensitivity.S3);
    assertThat(spot.why()).isNotBlank();
  }

  @Test
  void spotsStandInTheOrderOfTheText() {
    String text = "now he beats me. dont reply he cheks my fone";
    assertThat(lists.find(text).spots())
        .extracting(Spot::list)
        .containsExactly(WordList.VIOLENCE, WordList.SILENCE, WordList.SILENCE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "dont reply",
        "DON'T REPLY!",
        "don’t reply",
        "don t reply",
        "doooont replyyyy",
        "dnt rply",
        "do not reply",
        "ne repondez pas",
        "NE RÉPONDEZ PAS",
        "usijibu",
        "uxijibu",
        "m'appelez pas",
        "m appelez pas"
      })
  void silenceIsFoundInTheSpellingsOfBasicPhones(String text) {
    assertThat(lists.find(text).in(WordList.SILENCE)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "i wanna die",
        "i want 2 die",
        "i want2die",
        "i wanna dieeee 2nite",
        "no reason 2 live",
        "nataka-kufa",
        "j'ai envie d'en finir",
        "jai envie den finir",
        "j ai envie d en finir"
      })
  void aWishToDieIsFoundInTheSpellingsOfBasicPhones(String text) {
    Found found = lists.find(text);
    assertThat(found.in(WordList.CRISIS)).isTrue();
    assertThat(found.kind()).isEqualTo(Kind.DISTRESS);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "they assess us",
        "skill training",
        "grape juice",
        "we had to kill time",
        "they dont reply to us",
        "child support form",
        "this queue is killing me",
        "hit me up",
        "",
        "   ",
        "?",
        "'",
        "2",
        "هل العيادة مفتوحة",
        "когда откроется клиника",
        "药什么时候到"
      })
  void nothingIsFoundInOtherWordsOrContexts(String text) {
    assertThat(lists.find(text)).isEqualTo(Found.NOTHING);
  }

  @Test
  void languagesMayBeMixedInOneText() {
    Found found = lists.find("nurse told my landlord, mwenye nyumba amenifukuza. ne pas repondre");
    assertThat(found.in(WordList.VIOLENCE)).isTrue();
    assertThat(found.in(WordList.SILENCE)).isTrue();
  }

  @Test
  void silenceAndSpamRaiseNothing() {
    assertThat(lists.find("pls dont reply").sensitivity()).isEqualTo(Sensitivity.S0);
    assertThat(lists.find("WIN 50000!! send ur pin").sensitivity()).isEqualTo(Sensitivity.S0);
  }

  @Test
  void aGapEndsWithItsSentence() {
    assertThat(lists.find("my uncle is kind. Touches of rain for me").spots()).isEmpty();
    assertThat(lists.find("my uncle ... he touches me").in(WordList.CHILD)).isTrue();
  }

  @Test
  void aVeryLongTextIsSearched() {
    String text = "he ".repeat(5_000) + "beats me";
    Spot spot = lists.find(text).spots().getLast();
    assertThat(spot.end()).isEqualTo(text.length());
  }

  /** A sign that stands for letters and digits is two pieces at one place. */
  @Test
  void readsEverySignThatUnicodeTakesApart() {
    for (int sign = 0; sign <= Character.MAX_CODE_POINT; sign++) {
      if (Character.isDefined(sign)) {
        String text = "a" + Character.toString(sign) + "1" + Character.toString(sign) + "b";
        assertThat(lists.find(text).spots()).as(text).isEmpty();
      }
    }
  }
}
