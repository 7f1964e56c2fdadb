package org.answerable.flow.yaml;

import static org.answerable.flow.Keyword.FORGET;
import static org.answerable.flow.Keyword.HELP;
import static org.answerable.flow.Keyword.LANG;
import static org.answerable.flow.Keyword.PRIVACY;
import static org.answerable.flow.Keyword.QUIET;
import static org.answerable.flow.Keyword.READ;
import static org.answerable.flow.Keyword.SAFE;
import static org.answerable.flow.Keyword.START;
import static org.answerable.flow.Keyword.STATUS;
import static org.answerable.flow.Keyword.STOP;
import static org.answerable.flow.Keyword.VOTE;
import static org.answerable.flow.Keyword.WITHDRAW;
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
  void politenessAroundStopStartAndForgetChangesNothing() {
    means("STOP please", STOP, "");
    means("please stop", STOP, "");
    means("pls stop", STOP, "");
    means("ok stop now, thanks", STOP, "");
    means("stop sms", STOP, "");
    means("STOP s'il vous plaît", STOP, "");
    means("simama tafadhali", STOP, "");
    means("FORGET please", FORGET, "");
    means("forget me", FORGET, "");
    means("Forget me please!", FORGET, "");
    means("nisahau", FORGET, "");
    means("oubliez-moi svp", FORGET, "");
    means("start please", START, "");
    meansNothing(
        "stop it",
        "stop nurses asking us please",
        "please stop the shouting",
        "help please",
        "please help me",
        "forget it",
        "they forget me",
        "nurses forget us");
  }

  @Test
  void quietHoursAreUnderstoodAsPeopleWriteThem() {
    means("QUIET 21-7", QUIET, "217");
    means("QUIET 9pm-7am", QUIET, "217");
    means("quiet 9 pm to 7 am", QUIET, "217");
    means("Quiet 10:00 pm until 6:00 am", QUIET, "226");
    means("CALME 21h à 7h", QUIET, "217");
    means("KIMYA 21 hadi 7", QUIET, "217");
    means("quiet 12am-6am", QUIET, "06");
    meansNothing("quiet 2 nurses in room 7", "quiet 9pm");
  }

  @Test
  void aReceiptTellsWhatAMisspeltWordMeans() {
    means("STAUTS 4821-9307", STATUS, "48219307");
    means("statis 48219307", STATUS, "48219307");
    means("WITHDRW 4821 9307", WITHDRAW, "48219307");
    means("retirr 4821-9307", WITHDRAW, "48219307");
    means("suivie 4821-9307", STATUS, "48219307");
    meansNothing("STAUTS 4821", "card 4821-9307", "stauts", "withdraw my card 4821-9307");
  }

  @Test
  void aLongWordForSafeMayBeMisspelt() {
    means("SECOUR", SAFE, "");
    means("salma", SAFE, "");
    assertThat(keywords.opening("SECOUR il me suit")).isPresent();
    assertThat(keywords.opening("SALMA ananifuata")).isPresent();
    assertThat(keywords.opening("Salma alikuja jana")).isEmpty();
    assertThat(keywords.opening("SAME here since Monday")).isEmpty();
    meansNothing("save", "same", "sale", "malaria", "salt");
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
