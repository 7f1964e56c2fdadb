package org.answerable.confidential.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.answerable.testing.Apart;
import org.answerable.testing.Axe;
import org.answerable.testing.Browser;
import org.answerable.testing.DemoLine;
import org.answerable.testing.StandInTwilio;
import org.answerable.testing.Visitor;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.support.ui.Select;

/** The two focal points in their own browsers, while people text. */
@Apart
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ConfidentialRoomIT {
  private static final Path SCREENSHOTS = Path.of("target", "screens");
  private static final Pattern INVITATION = Pattern.compile("http://\\S+/invitation/\\S+");
  private static final Pattern KEY_INSIDE =
      Pattern.compile("((?:\\w{4}-){4}\\w{4}), inside, since");
  private static final Pattern CODE = Pattern.compile("\\d{4}-\\d{4}");
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final String EARLY = "plz help my uncle touches me since long im 14";
  private static final String ANSWER = "Thank you for telling us. Are you safe right now?";
  private DemoLine line;
  private FocalPerson outside;
  private FocalPerson inside;
  private int texts;

  /** The first text comes before anybody has a key. */
  @BeforeAll
  void openTheRoom(@TempDir Path folder) throws Exception {
    line = new DemoLine(folder, Map.of());
    line.server().start();
    text("+99955500001", EARLY);
    outside = new FocalPerson(line.server().url("/"));
    outside.join(first(INVITATION, line.server().output()), "asha");
    inside = new FocalPerson(line.server().url("/"));
    inside.join(invite("focal-inside"), "ben");
    outside.makeKey(FocalPerson.PASSPHRASE);
    inside.makeKey(FocalPerson.PASSPHRASE);
  }

  @AfterAll
  void closeTheRoom() {
    Stream.of(outside, inside, line)
        .filter(one -> one != null)
        .forEach(
            one -> {
              try {
                one.close();
              } catch (Exception e) {
                throw new IllegalStateException(e);
              }
            });
  }

  @Test
  void whatWaitedBeforeThereWasAKeyIsReadWithIt() {
    outside.openRoom("/inbox/confidential");
    outside.browser().untilSeen(EARLY);
    assertThat(outside.browser().text()).contains("Read within 24 hours, 18 to 24 left");
  }

  @Test
  void anAnswerReachesThePhoneOnceAndWithoutACode() throws Exception {
    String phone = "+99955500002";
    String reference = confide(phone, "he beats me every nite i fear he will kill me");

    outside.type("text", ANSWER);
    assertThat(outside.element("[data-cost]").getText()).startsWith("49 of 160, 1 segment");
    outside.browser().press("Send now");
    outside.browser().untilSeen("Handed to delivery");
    outside.browser().untilSeen(ANSWER);

    assertThat(awaitSms(phone)).containsExactly(ANSWER);
    outside.openRoom("/inbox/confidential/" + reference);
    outside.browser().untilSeen("Handed over");
    Thread.sleep(2000);
    assertThat(sms(phone)).hasSize(1);
  }

  @Test
  void whatIsAddedMakesAReportPressing() throws Exception {
    String phone = "+99955500010";
    String words = "peer ed said sex first den he gave us the refund";
    text(phone, words);
    text(phone, "im tired of dis life no reason 2 take meds anymore");
    text(phone, "he works at mto");
    assertThat(row(words)).contains("Call for help", "the first hour counts", "3 texts");

    openNewest(words);
    outside.browser().press("Close");
    outside.browser().untilSeen("Noted.");
    text(phone, "i wil kill myself tonite");
    assertThat(row(words)).contains("Call for help", "New words", "the first hour counts");
  }

  @Test
  void theFirstHourCountsWhereSomebodyMayBeInDangerNow() throws Exception {
    String child = "plz help my uncle touches me at nite im 14, he is next door";
    String refund = "peer ed wanted sex first before he gave me the refund last year";
    text("+99955500011", child);
    text("+99955500012", refund);
    assertThat(row(child)).contains("the first hour counts");
    assertThat(row(refund)).doesNotContain("the first hour counts").contains("24 hours");
  }

  @Test
  void anAnswerIsToldToTheReceiptAtASlot() throws Exception {
    String phone = "+99955500003";
    String code = first(CODE, text(phone, "my uncle touches me at nite im 13, last week again"));
    assertThat(text("+99955500099", "STATUS " + code)).contains("An answer is due");
    openNewest("my uncle touches me at nite im 13, last week again");
    outside.type("text", ANSWER);
    outside.browser().press("Send now");
    outside.browser().untilSeen("Handed to delivery");

    String state = "";
    for (long end = deadline(); !state.contains("answered") && System.nanoTime() < end; ) {
      state = text("+99955500099", "STATUS " + code);
      Thread.sleep(3100); // at most 20 texts a minute
    }
    assertThat(state).contains("answered");
  }

  @Test
  void theOneInsideReadsNothingUntilTheOneOutsideShares() throws Exception {
    String words = "the peer ed says sex first den he gives the refund";
    String reference = confide("+99955500004", words);
    inside.go("/inbox/confidential/" + reference);
    assertThat(inside.browser().text()).contains("There is no page here");

    outside.element("[data-share] [type=checkbox]").click();
    outside.browser().press("Share");
    outside.browser().untilSeen("Shared. They are told to look");

    inside.openRoom("/inbox/confidential/" + reference);
    inside.browser().untilSeen(words);
    inside.browser().press("I reached them");
    inside.browser().untilSeen("Noted.");
    outside.openRoom("/inbox/confidential/" + reference);
    outside.browser().untilSeen("by the focal point inside");
  }

  /** Whoever puts in a key of their own is seen: by the others, and by everybody. */
  @Test
  void eachIsToldOfTheOthersKeyAndSoIsEverybody() throws Exception {
    outside.go("/inbox/confidential/key");
    Matcher other = KEY_INSIDE.matcher(outside.browser().text());
    assertThat(other.find()).isTrue();
    assertThat(outside.browser().text()).contains("there is another key: " + other.group(1));
    inside.go("/inbox/confidential/key");
    assertThat(inside.browser().text()).contains("Your key is " + other.group(1));
    var anybody = new Visitor(line.server().url("/").getPort());
    await()
        .atMost(PATIENCE)
        .until(() -> anybody.get("/baraza-letu/how?lang=en").body().contains(other.group(1)));
  }

  @Test
  void aWrongPassphraseOpensNothing() {
    outside.go("/inbox/confidential");
    outside.unlock("kamo rilu tesa bovi pade vuma");
    outside.browser().untilSeen("This passphrase does not open your key");
    assertThat(outside.browser().text()).doesNotContain(EARLY).doesNotContain("Lock now");
  }

  @Test
  void lockingTakesTheWordsAway() {
    outside.openRoom("/inbox/confidential");
    outside.browser().untilSeen(EARLY);
    outside.browser().press("Lock now");
    outside.browser().untilSeen("Your passphrase");
    assertThat(outside.browser().text()).doesNotContain(EARLY);
  }

  @Test
  void theSheetGivesAForgottenKeyANewPassphrase() {
    String later = "novi papu teri saka lume";
    inside.go("/inbox/confidential/key");
    for (int row = 1; row <= 4; row++) {
      inside.type("row-" + row, inside.sheet().get(row - 1).toLowerCase(Locale.ROOT));
    }
    String right = inside.sheet().get(2);
    inside.type("row-3", right.replaceFirst("^.", right.startsWith("7") ? "8" : "7"));
    inside.type("recover-new", later);
    inside.type("recover-again", later);
    inside.browser().press("Set the new passphrase");
    inside.browser().untilSeen("Row 3 is not as it stands on the sheet");

    inside.type("row-3", right);
    inside.browser().press("Set the new passphrase");
    inside.browser().untilSeen("The new passphrase opens your key");
    inside.go("/inbox/confidential");
    inside.unlock(later);
    inside.browser().untilSeen("Lock now");
    // for the other tests, whatever their order
    inside.go("/inbox/confidential/key");
    for (int row = 1; row <= 4; row++) {
      inside.type("row-" + row, inside.sheet().get(row - 1));
    }
    inside.type("recover-new", FocalPerson.PASSPHRASE);
    inside.type("recover-again", FocalPerson.PASSPHRASE);
    inside.browser().press("Set the new passphrase");
    inside.browser().untilSeen("The new passphrase opens your key");
  }

  @Test
  void whoAskedForItIsToldToLookAndNothingElse() throws Exception {
    String phone = "+99955509999";
    outside.go("/inbox/confidential/key");
    outside.type("number", phone);
    new Select(outside.element("#channel")).selectByValue("line");
    outside.browser().press("Tell me");
    outside.browser().untilSeen("You will be told to look");
    assertThat(outside.browser().driver().getPageSource()).doesNotContain("5509999");

    text("+99955500008", "my stepfather raped me and i am 15");
    text("+99955500008", "nobody must know");
    assertThat(awaitSms(phone)).containsExactly("Please look.");
    Thread.sleep(5000);
    assertThat(sms(phone)).as("two texts are one alarm").hasSize(1);
  }

  @Test
  void forEverybodyElseTheRoomIsWhatDoesNotExist() throws Exception {
    String reference = confide("+99955500005", "dey raped me last nite wat do i do");
    String invitation = invite("programmes");
    var visitor = new Visitor(line.server().url("/").getPort());
    visitor.accept(
        invitation.substring(invitation.lastIndexOf('/') + 1), "carol", "three words of mine");
    for (String method : List.of("GET", "POST", "HEAD")) {
      for (String path : List.of("", "/key", "/" + reference, "/" + reference + "/share")) {
        var room = visitor.send(method, "/inbox/confidential" + path, "");
        var nothing = visitor.send(method, "/inbox/QQQQ-QQQQ" + path, "");
        assertThat(room.statusCode()).isEqualTo(nothing.statusCode());
        assertThat(room.body()).isEqualTo(nothing.body());
        assertThat(without(room.headers().map())).isEqualTo(without(nothing.headers().map()));
      }
    }
    assertThat(visitor.get("/inbox").body()).doesNotContain("confidential");
  }

  @Test
  void theRoomIsUsedByKeyboardAlone() throws Exception {
    text("+99955500006", "dey raped me on sunday, i am afraid");
    outside.go("/inbox/confidential");
    tabTo("passphrase");
    press(FocalPerson.PASSPHRASE + Keys.ENTER);
    outside.browser().untilSeen("dey raped me on sunday");
    focusOn("//li[contains(.,'on sunday')]//h2/a");
    press(Keys.ENTER);
    outside.browser().untilSeen("Answer by text");
    tabTo("text");
    press("We are here. When may we call?" + Keys.TAB + Keys.ENTER);
    outside.browser().untilSeen("Handed to delivery");
  }

  @Test
  void nothingScrollsSidewaysOrIsABarrierAndThePagesAreLookedAt() throws Exception {
    String reference = confide("+99955500007", "they threaten to kill me if i come back");
    Browser browser = outside.browser();
    for (int width : new int[] {240, 360, 768, 1280}) {
      browser.width(width);
      for (String path : List.of("", "/" + reference)) {
        outside.go("/inbox/confidential" + path);
        shot(browser, "locked" + path, width);
        outside.unlock(FocalPerson.PASSPHRASE);
        browser.untilSeen("they threaten to kill me");
        shot(browser, "open" + path, width);
      }
      outside.go("/inbox/confidential/key");
      shot(browser, "key", width);
    }
    browser.width(1280);
  }

  private void shot(Browser browser, String name, int width) throws IOException {
    String file = name.replaceAll("/....-....", "-report") + "-" + width + ".png";
    browser.screenshot(SCREENSHOTS.resolve("confidential-" + file));
    assertThat(browser.scrollsSideways()).as("%s at %d", name, width).isFalse();
    Axe.findsNothing(browser);
  }

  private void tabTo(String id) {
    for (int i = 0; i < 60; i++) {
      press(Keys.TAB);
      if (id.equals(outside.browser().driver().switchTo().activeElement().getDomAttribute("id"))) {
        return;
      }
    }
    throw new AssertionError("the keyboard does not reach " + id);
  }

  private void focusOn(String xpath) {
    var wanted = outside.browser().driver().findElement(By.xpath(xpath));
    for (int i = 0; i < 60; i++) {
      press(Keys.TAB);
      if (wanted.equals(outside.browser().driver().switchTo().activeElement())) {
        return;
      }
    }
    throw new AssertionError("the keyboard does not reach " + xpath);
  }

  private void press(CharSequence keys) {
    outside.browser().driver().switchTo().activeElement().sendKeys(keys);
  }

  /** Texts, then opens the report; gives its reference. */
  private String confide(String phone, String words) throws Exception {
    text(phone, words);
    return openNewest(words);
  }

  /** What the list says of a report. */
  private String row(String words) {
    outside.openRoom("/inbox/confidential");
    outside.browser().untilSeen(words);
    return outside
        .browser()
        .driver()
        .findElement(By.xpath("//li[contains(.,\"" + words + "\")]"))
        .getText();
  }

  private String openNewest(String words) {
    outside.openRoom("/inbox/confidential");
    outside.browser().untilSeen(words);
    var link =
        outside
            .browser()
            .driver()
            .findElement(By.xpath("//li[contains(.,\"" + words + "\")]//h2/a"));
    String href = String.valueOf(link.getDomAttribute("href"));
    link.click();
    outside.browser().untilSeen("Answer by text");
    return href.substring(href.lastIndexOf('/') + 1);
  }

  private String invite(String role) {
    outside.go("/inbox/people");
    outside.element("#role-" + role).click();
    outside.browser().press("Make the link");
    return String.valueOf(outside.element("#link").getDomProperty("value"));
  }

  private String text(String from, String body) throws IOException, InterruptedException {
    return line.text("SM%032d".formatted(++texts), from, body);
  }

  private List<String> sms(String to) {
    return line.twilio().sent().stream()
        .filter(sent -> sent.to().equals(to))
        .map(StandInTwilio.Sent::body)
        .toList();
  }

  private List<String> awaitSms(String to) throws InterruptedException {
    for (long end = deadline(); sms(to).isEmpty() && System.nanoTime() < end; ) {
      Thread.sleep(100);
    }
    return sms(to);
  }

  private static long deadline() {
    return System.nanoTime() + PATIENCE.toNanos();
  }

  private static Map<String, List<String>> without(Map<String, List<String>> headers) {
    var rest = new TreeMap<>(headers);
    rest.remove("date");
    return rest;
  }

  private static String first(Pattern pattern, String text) {
    Matcher matcher = pattern.matcher(text);
    assertThat(matcher.find()).as("%s in: %s", pattern, text).isTrue();
    return matcher.group();
  }
}
