package org.answerable;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.answerable.testing.Browser;
import org.answerable.testing.DemoLine;
import org.answerable.testing.StandInTwilio;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;

/**
 * What the whole is for: a text comes in, a leader answers it, everybody can read that. The
 * application in its own process, on its own PostgreSQL and Redis; Twilio is a stand-in.
 */
class LoopIT {
  private static final String FROM = "+99955501234";
  private static final String WORDS = "no syrup at mto clinic for 2 weeks. ask nurse Halima";
  private static final String RESPONSE = "Syrup arrives on Thursday. Until then Kilima has it.";
  private static final Pattern RECEIPT = Pattern.compile("\\d{4}-\\d{4}");
  private static final Pattern INVITATION = Pattern.compile("http://\\S+/invitation/\\S+");
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private int texts;

  @Test
  void aTextIsAnsweredAndEverybodyCanReadThat(@TempDir Path folder) throws Exception {
    try (var line = new DemoLine(folder, Map.of());
        var browser = Browser.open()) {
      line.server().start();

      String receipt = first(RECEIPT, text(line, WORDS));
      assertThat(text(line, "1")).as("after the topic").contains("publish");
      assertThat(text(line, "1")).as("after the consent").contains("How may we answer");
      assertThat(text(line, "1")).as("after the way").contains("All noted");
      assertThat(text(line, "STATUS " + receipt)).contains("An answer is due", "Not late");

      becomeLeader(browser, line);
      answer(browser);
      publishTheWords(browser);

      assertThat(awaitSms(line)).isEqualTo(receipt + ": " + RESPONSE);
      readInPublic(browser, line.server().url("/baraza-letu/log"));
      assertThat(text(line, "STATUS " + receipt)).contains("answered");
    }
  }

  private String text(DemoLine line, String body) throws IOException, InterruptedException {
    return line.text("SM%032d".formatted(++texts), FROM, body);
  }

  private static void becomeLeader(Browser browser, DemoLine line) {
    browser.go(first(INVITATION, line.server().output()));
    browser.fill("name", "asha");
    browser.fill("password", "three words of mine");
    browser.fill("again", "three words of mine");
    browser.press("Make the account and sign in");
    browser.untilSeenAgain("Report about medicines");
  }

  private static void answer(Browser browser) {
    browser.press("Report about medicines");
    browser.untilSeen(WORDS);
    assertThat(browser.text()).as("no number is in the inbox").doesNotContain("5501234");
    browser.driver().findElement(By.id("explained")).click();
    browser.fill("text", RESPONSE);
    browser.press("Send and publish");
    browser.untilSeen("Sent. The public pages change at the next slot.");
  }

  private static void publishTheWords(Browser browser) {
    browser.fill("also", "Halima");
    browser.press("Show what will be public");
    browser.untilSeen("What everybody will read");
    browser.press("Publish these words");
    browser.untilSeen("What the public log says");
  }

  private static String awaitSms(DemoLine line) throws InterruptedException {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    List<StandInTwilio.Sent> sent;
    while ((sent = line.twilio().sent()).isEmpty() && System.nanoTime() < deadline) {
      Thread.sleep(100);
    }
    assertThat(sent).singleElement().extracting(StandInTwilio.Sent::to).isEqualTo(FROM);
    return sent.getFirst().body();
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
