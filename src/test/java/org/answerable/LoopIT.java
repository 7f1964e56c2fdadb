package org.answerable;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.answerable.testing.Apart;
import org.answerable.testing.BotPhone;
import org.answerable.testing.Browser;
import org.answerable.testing.LogMirror;
import org.answerable.testing.LoopPhone;
import org.answerable.testing.RunningServer;
import org.answerable.testing.SmsPhone;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;

/**
 * What the whole is for: a text comes in, a leader answers it, everybody can read that. The
 * application in its own process, on its own PostgreSQL and Redis; the provider is a stand-in.
 */
@Apart
class LoopIT {
  private static final String WORDS = "no syrup at mto clinic for 2 weeks. ask nurse Halima";
  private static final String RESPONSE = "Syrup arrives on Thursday. Until then Kilima has it.";
  private static final Pattern SEAL = Pattern.compile("\\d{4}( \\d{4}){4}");
  private static final Pattern RECEIPT = Pattern.compile("\\d{4}-\\d{4}");

  @Test
  void aTextIsAnsweredAndEverybodyCanReadThat(@TempDir Path folder) throws Exception {
    try (var phone = new SmsPhone(folder)) {
      goesRound(phone);
    }
  }

  @Test
  void soIsAMessageToABotThatIsPolled(@TempDir Path folder) throws Exception {
    try (var phone = new BotPhone(folder, "polling")) {
      goesRound(phone);
      assertThat(phone.telegram().made("answerCallbackQuery")).hasSize(3);
      assertThat(phone.telegram().waiting()).as("not confirmed").isZero();
      assertThat(phone.server().output()).contains("bot: works: https://t.me/stand_in_bot");
    }
  }

  @Test
  void soIsAMessageToABotThatIsCalled(@TempDir Path folder) throws Exception {
    try (var phone = new BotPhone(folder, "webhook")) {
      goesRound(phone);
      assertThat(phone.telegram().sent()).as("messages that are no answers").hasSize(2);
      assertThat(phone.telegram().made("setWebhook").getFirst().json().get("url").asString())
          .isEqualTo(phone.server().url("/channels/telegram/bot").toString());
    }
  }

  private static void goesRound(LoopPhone phone) throws Exception {
    try (var browser = Browser.open()) {
      phone.server().start();

      String receipt = first(RECEIPT, phone.says(WORDS));
      assertThat(phone.chooses(1)).as("after the topic").contains("publish");
      assertThat(phone.chooses(1)).as("after the consent").contains("How may we answer");
      assertThat(phone.chooses(1)).as("after the way").contains("All noted");
      assertThat(phone.says("STATUS " + receipt)).contains("An answer is due", "Not late");

      becomeLeader(browser, phone.server());
      answer(browser, phone.address());
      publishTheWords(browser);

      assertThat(phone.receives()).isEqualTo(receipt + ": " + RESPONSE);
      assertThat(phone.receives())
          .startsWith(receipt + ". Everybody would read: ")
          .doesNotContain("Halima");
      assertThat(phone.says("1")).contains("will be public");
      readInPublic(browser, phone.server().url("/baraza-letu/log"));
      assertThat(phone.says("STATUS " + receipt)).contains("answered");
      theLogIsTheSameForAll(browser, phone);
    }
  }

  /** By text, on the page, on the sheet for the door and for a program, once the log rests. */
  private static void theLogIsTheSameForAll(Browser browser, LoopPhone phone) throws Exception {
    String log = phone.server().url("/baraza-letu").toString();
    for (int tries = 0; tries < 10; tries++) {
      String digits = first(SEAL, phone.says("LOG"));
      browser.go(log + "/how");
      boolean page = browser.text().contains(digits);
      browser.go(log + "/noticeboard");
      boolean notice = browser.text().contains(digits);
      Path seen = Files.createTempDirectory("seen").resolve("checkpoint");
      boolean program = LogMirror.verify(log, seen).said().contains(digits);
      if (page && notice && program) {
        return;
      }
      Thread.sleep(1000); // it grew meanwhile, or the page is a second old
    }
    throw new AssertionError("somebody is shown other digits");
  }

  static void becomeLeader(Browser browser, RunningServer server) {
    browser.join(server.url("/invitation/" + server.invitation()).toString(), "asha");
    browser.untilSeenAgain("Report about medicines");
  }

  private static void answer(Browser browser, String address) {
    browser.press("Report about medicines");
    browser.untilSeen(WORDS);
    assertThat(browser.text()).as("nobody is in the inbox").doesNotContain(address.substring(3));
    browser.driver().findElement(By.id("explained")).click();
    browser.fill("text", RESPONSE);
    browser.press("Send");
    browser.untilSeen("Sent. The public pages change at the next slot.");
  }

  private static void publishTheWords(Browser browser) {
    browser.untilSeenAgain("Hide these words too"); // the consent may come a slot later
    browser.fill("also", "Halima");
    browser.press("Show what will be public");
    browser.untilSeen("What everybody will read");
    browser.press("Publish these words");
    browser.untilSeen("The member is shown these words first, by text.");
  }

  private static void readInPublic(Browser browser, URI log) {
    browser.go(log.toString());
    browser.untilSeenAgain("no syrup at");
    browser.press("Report about medicines");
    browser.untilSeen(RESPONSE);
    assertThat(browser.text()).doesNotContain("Halima").contains("Answered");
  }

  private static String first(Pattern pattern, String text) {
    Matcher matcher = pattern.matcher(text);
    assertThat(matcher.find()).as("%s in: %s", pattern, text).isTrue();
    return matcher.group();
  }
}
