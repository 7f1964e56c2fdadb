package org.answerable.flow.yaml;

import static org.answerable.flow.Keyword.FORGET;
import static org.answerable.flow.Keyword.HELP;
import static org.answerable.flow.Keyword.LANG;
import static org.answerable.flow.Keyword.PRIVACY;
import static org.answerable.flow.Keyword.READ;
import static org.answerable.flow.Keyword.SAFE;
import static org.answerable.flow.Keyword.START;
import static org.answerable.flow.Keyword.STATUS;
import static org.answerable.flow.Keyword.STOP;
import static org.answerable.flow.Keyword.VOTE;
import static org.assertj.core.api.Assertions.assertThat;

import org.answerable.flow.Keyword;
import org.answerable.flow.Keywords;
import org.junit.jupiter.api.Test;

class KeywordsTest {
  private final Keywords keywords = Shipped.folder().keywords();

  private void means(String text, Keyword keyword, String digits) {
    assertThat(keywords.match(text))
        .as(text)
        .hasValueSatisfying(
            match -> {
              assertThat(match.keyword()).as(text).isEqualTo(keyword);
              assertThat(match.digits()).as(text).isEqualTo(digits);
            });
  }

  private void meansNothing(String... texts) {
    for (String text : texts) {
      assertThat(keywords.match(text)).as(text).isEmpty();
    }
  }

  @Test
  void knowsTheWordsOfEveryLanguage() {
    means("HELP", HELP, "");
    means("msaada", HELP, "");
    means("Aide", HELP, "");
    means("LUGHA", LANG, "");
    means("siri", PRIVACY, "");
    means("privé", PRIVACY, "");
    means("FUTA", FORGET, "");
    means("kura", VOTE, "");
    means("secours", SAFE, "");
    means("Début", START, "");
    means("simama", STOP, "");
    means("arrêt", STOP, "");
    means("stop all", STOP, "");
    assertThat(keywords.match("anza").orElseThrow().language()).isEqualTo("sw");
  }

  @Test
  void toleratesCasePunctuationAndSpaceAroundAWord() {
    means("  stop.  ", STOP, "");
    means("« STOP »!", STOP, "");
    means("Stop\n", STOP, "");
    means("st\u200bop", STOP, "");
    means("ＳＴＯＰ", STOP, "");
    means("stop" + " ".repeat(500), STOP, "");
  }

  @Test
  void takesAReceiptWithAndWithoutHyphenInAnyDigits() {
    means("STATUS 4821-9307", STATUS, "48219307");
    means("status 48219307", STATUS, "48219307");
    means("Status: 4821 9307.", STATUS, "48219307");
    means("hali 4821 9307", STATUS, "48219307");
    means("suivi4821–9307", STATUS, "48219307");
    means("STATUS ٤٨٢١-٩٣٠٧", STATUS, "48219307");
    means("status ४८२१९३०७", STATUS, "48219307");
    means("status 123", STATUS, "123");
    means("STATUS", STATUS, "");
    means("soma 4821-9307 1234", READ, "482193071234");
    means("LANG 2", LANG, "2");
    means("FORGET 0412", FORGET, "0412");
  }

  @Test
  void takesHaliAloneForAGreeting() {
    meansNothing("hali", "HALI?");
    assertThat(Shipped.folder().greetings().match("hali")).isPresent();
  }

  @Test
  void leavesSentencesAlone() {
    meansNothing(
        "Stop nurses asking us for money",
        "please stop",
        "stop stop",
        "stop 2",
        "help 911",
        "status of my test?",
        "status 4821-9307 pls",
        "hali mbaya 4821",
        "4821-9307",
        "",
        "?",
        "🙂",
        "s t o p",
        "STOP" + "P".repeat(300));
  }
}
