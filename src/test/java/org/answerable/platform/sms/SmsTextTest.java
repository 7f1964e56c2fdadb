package org.answerable.platform.sms;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

class SmsTextTest {
  private static final String SENTENCE = "We rang the site today and they say the syrup is due. ";

  @Test
  void replacesTypographicSignsWhereThatSavesASegment() {
    String typed = "It\u2019s \u201cdue\u201d \u2013 Wed\u2026\u00a0" + "a".repeat(60);
    assertThat(Segments.of(typed).segments()).isEqualTo(2);
    assertThat(SmsText.messages(typed)).containsExactly("It's \"due\" - Wed... " + "a".repeat(60));
  }

  @Test
  void leavesWhatCostsNoMoreAsItWasTyped() {
    String quoted = "It\u2019s due Wednesday.";
    assertThat(SmsText.messages(quoted)).containsExactly(quoted);
    String russian = "\u00ab\u0416\u00bb \u2013 " + "\u0436".repeat(100);
    assertThat(SmsText.messages(russian)).as("nothing is saved").containsExactly(russian);
  }

  @Test
  void neverReplacesALetterOfALanguage() {
    String french = "\u00catre re\u00e7u en ao\u00fbt, c\u2019est s\u00fbr. " + "a".repeat(60);
    assertThat(SmsText.messages(french)).containsExactly(french);
    String arabic = "\u0645\u0631\u062d\u0628\u0627\u060c ".repeat(12).strip();
    assertThat(String.join("", SmsText.messages(arabic))).isEqualTo(arabic);
  }

  @Test
  void whatFitsOneMessageIsNotSplit() {
    assertThat(SmsText.messages("")).containsExactly("");
    String longest = "a".repeat(153 * SmsText.MESSAGE_SEGMENTS);
    assertThat(SmsText.messages(longest)).containsExactly(longest);
    assertThat(SmsText.messages(longest + "a")).hasSize(2);
  }

  @Test
  void splitsAtASentenceAndSaysWhichPartItIs() {
    List<String> messages = SmsText.messages(SENTENCE.repeat(10).strip());
    assertThat(messages)
        .containsExactly(
            "(1/2) " + SENTENCE.repeat(8).strip(), "(2/2) " + SENTENCE.repeat(2).strip());
  }

  @Test
  void splitsBetweenWordsWhereASentenceIsTooLong() {
    List<String> messages = SmsText.messages("syrup ".repeat(100).strip());
    assertThat(messages).hasSize(2).allMatch(message -> message.endsWith("syrup"));
  }

  @Test
  void splitsAWordWithoutEndButNoSign() {
    String family = "\ud83d\udc68\u200d\ud83d\udc69\u200d\ud83d\udc67";
    List<String> messages = SmsText.messages(family.repeat(60));
    assertThat(messages).allMatch(message -> message.endsWith(family));
    assertThat(unmarked(messages)).isEqualTo(family.repeat(60));
  }

  @Test
  void aTextWithoutEndTakesNoTimeWithoutEnd() {
    List<String> messages = SmsText.messages("dawa hamna. ".repeat(10_000));
    assertThat(messages).hasSizeGreaterThan(200);
    assertThat(messages.getLast()).startsWith("(" + messages.size() + "/" + messages.size() + ") ");
    assertThat(SmsText.messages("\ud83d\ude42".repeat(20_000))).hasSizeGreaterThan(100);
  }

  /** Nothing is lost, nothing costs more than a message, and whatever is split says so. */
  @RepeatedTest(100)
  void everyTextArrivesWhole() {
    long seed = new Random().nextLong();
    Random random = new Random(seed);
    String[] words = {
      "dawa",
      "hamna.",
      "\u0627\u0644\u062f\u0648\u0627\u0621",
      "\u00eatre",
      "x\u2019",
      "\ud83d\ude42",
      "4821-9307:",
      "?",
      "a".repeat(90)
    };
    StringBuilder text = new StringBuilder();
    for (int count = random.nextInt(150); count > 0; count--) {
      text.append(words[random.nextInt(words.length)]).append(random.nextBoolean() ? " " : "");
    }
    List<String> messages = SmsText.messages(text.toString());
    assertThat(messages).as("seed %d", seed).isNotEmpty();
    assertThat(messages)
        .allMatch(one -> Segments.of(one).segments() <= SmsText.MESSAGE_SEGMENTS, "seed " + seed);
    String arrived = messages.size() == 1 ? messages.getFirst() : unmarked(messages);
    assertThat(bare(arrived)).as("seed %d", seed).isEqualTo(bare(text.toString()));
    for (int part = 0; part < messages.size() && messages.size() > 1; part++) {
      assertThat(messages.get(part)).startsWith("(" + (part + 1) + "/" + messages.size() + ") ");
    }
  }

  private static String unmarked(List<String> messages) {
    StringBuilder all = new StringBuilder();
    messages.forEach(message -> all.append(message.substring(message.indexOf(' ') + 1)));
    return all.toString();
  }

  private static String bare(String text) {
    return text.replace("\u2019", "'").replaceAll("\\s", "");
  }
}
