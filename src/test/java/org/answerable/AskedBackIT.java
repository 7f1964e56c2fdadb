package org.answerable;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.answerable.testing.Apart;
import org.answerable.testing.Browser;
import org.answerable.testing.SmsPhone;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;

/** A leader asks back: the phone, the answer to it, the inbox and the public page. */
@Apart
class AskedBackIT {
  private static final Pattern RECEIPT = Pattern.compile("\\d{4}-\\d{4}");

  @Test
  void aQuestionGoesToThePhoneAndItsAnswerToTheFeedback(@TempDir Path folder) throws Exception {
    try (var phone = new SmsPhone(folder);
        var browser = Browser.open()) {
      phone.server().start();
      Matcher receipt = RECEIPT.matcher(phone.says("no syrup again, they sent us home"));
      assertThat(receipt.find()).isTrue();
      for (int choice = 0; choice < 3; choice++) {
        phone.chooses(1);
      }
      LoopIT.becomeLeader(browser, phone.server());
      browser.press("Report about medicines");
      browser.driver().findElement(By.id("asked")).click();
      browser.fill("text", "At which site was it?");
      assertThat(browser.text())
          .contains("a question back to the person alone.")
          .doesNotContain("Send and publish");
      browser.press("Send");
      browser.untilSeen("waits for the member since");

      assertThat(phone.receives())
          .isEqualTo(
              "About %s: At which site was it? You need not reply. No names please."
                  .formatted(receipt.group()));
      browser.go(phone.server().url("/baraza-letu/log").toString());
      browser.untilSeenAgain("waits for the sender since");
      assertThat(browser.text()).doesNotContain("At which site");

      assertThat(phone.says("at mto")).startsWith("Added to " + receipt.group());
      browser.go(phone.server().url("/baraza-letu/log").toString());
      browser.untilSeenAgain("Read");
      browser.press("Report about medicines");
      browser.untilSeen("One question asked back");
      browser.go(phone.server().url("/inbox").toString());
      browser.press("Report about medicines");
      browser.untilSeen("Said by the member, who was asked");
      assertThat(browser.text()).contains("at mto").doesNotContain("Ask one question back");
    }
  }
}
