package org.answerable;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.answerable.channel.Address;
import org.answerable.channel.Inbound;
import org.answerable.channel.IncomingMessage;
import org.answerable.channel.Reply;
import org.answerable.leader.Invitations;
import org.answerable.organisation.Organisation;
import org.answerable.organisation.Organisations;
import org.answerable.platform.Databases;
import org.answerable.platform.keys.RootKey;
import org.answerable.poll.Voting;
import org.answerable.testing.ApplicationTest;
import org.answerable.testing.Axe;
import org.answerable.testing.Browser;
import org.answerable.testing.WholeDatabase;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** An election from the form to the sheet of codes, a text and the public page, in a browser. */
@ApplicationTest
class ElectionIT {
  private static final Path SCREENS = Path.of("target", "screens");
  private static final List<Integer> WIDTHS = List.of(240, 768, 1280);
  private static final AtomicInteger NUMBERS = new AtomicInteger(749_000_000);
  @LocalServerPort private int port;
  @Autowired private Invitations invitations;
  @Autowired private Organisations organisations;
  @Autowired private Inbound inbound;
  @Autowired private Voting voting;
  @Autowired private Databases databases;
  @Autowired private RootKey root;

  @Test
  void isHeldWithCodesThatAreShownOnceAndPrinted() throws Exception {
    try (Browser first = Browser.open();
        Browser browser = Browser.open()) {
      join(first);
      join(browser);
      String room = setUp(first);
      open(browser, room);
      browser.press("Agree, and announce it");
      browser.untilSeen("Print the codes.");
      hasNone(browser, "election-agreed");
      browser.press("Make the codes, and show them");
      browser.untilSeen("Print this page now");
      List<String> codes =
          browser.driver().findElements(By.cssSelector(".slips .digits")).stream()
              .map(WebElement::getText)
              .toList();
      assertThat(codes).hasSize(24).allMatch(code -> code.matches("(\\w{3}-){2}\\w{3}"));
      hasNone(browser, "codes");
      printed(browser);
      open(browser, room);
      assertThat(browser.text()).doesNotContain("Make the codes").contains("24 printed codes");
      browser.untilSeenAgain("Open until");
      String reference = room.substring(room.lastIndexOf('/') + 1);
      await().until(() -> takesVotes(reference));
      assertThat(hears(codes.getFirst() + " 2")).startsWith("Your vote: ben.");
      assertThat(hears("2")).startsWith("This vote takes the printed code");
      open(browser, "/baraza-letu" + room.substring("/inbox".length()));
      browser.untilSeenAgain("This elects representatives.");
      assertThat(browser.text())
          .contains("24 codes were printed on paper")
          .contains("Fewer than 10 votes so far.");
      hasNone(browser, "election-public");
      close(reference);
    }
  }

  /** Each node looks every two seconds. */
  private boolean takesVotes(String reference) {
    return voting.open(home().id()).stream().anyMatch(poll -> poll.reference().equals(reference));
  }

  /** Without codes it is refused. */
  private String setUp(Browser browser) throws IOException {
    open(browser, "/inbox/polls/new");
    for (String language : home().languages()) {
      browser.fill("question-" + language, "Who speaks for us?");
      browser.fill("options-" + language, "asha\nben\nchep");
    }
    browser.fill("asked-by", "the assembly of 10 Oct");
    browser.driver().findElement(By.id("election")).click();
    browser.press("Look at the texts");
    browser.untilSeen("An election takes printed codes");
    browser.driver().findElement(By.id("coded")).click();
    browser.fill("codes", "24");
    browser.press("Look at the texts");
    browser.untilSeen("Nobody is texted");
    hasNone(browser, "election-new");
    browser.press("Hand it to a second leader");
    browser.untilSeen("You set this up.");
    return String.valueOf(browser.driver().getCurrentUrl())
        .substring(("http://127.0.0.1:" + port).length());
  }

  private void hasNone(Browser browser, String name) throws IOException {
    for (int width : WIDTHS) {
      browser.width(width);
      browser.dark(width == 768);
      browser.screenshot(SCREENS.resolve(name + "-" + width + ".png"));
      assertThat(browser.scrollsSideways()).as("%s at %d", name, width).isFalse();
      Axe.findsNothing(browser);
    }
    browser.dark(false);
  }

  private static void printed(Browser browser) throws IOException {
    browser.driver().executeCdpCommand("Emulation.setEmulatedMedia", Map.of("media", "print"));
    browser.width(794);
    browser.screenshot(SCREENS.resolve("codes-print.png"));
    assertThat(browser.text()).contains("-").doesNotContain("Print this page now");
    assertThat(pages(browser)).as("of A4, for 24 codes in three languages").isEqualTo(3);
    browser.driver().executeCdpCommand("Emulation.setEmulatedMedia", Map.of("media", ""));
  }

  private static long pages(Browser browser) {
    Object pdf =
        browser
            .driver()
            .executeCdpCommand("Page.printToPDF", Map.of("preferCSSPageSize", true))
            .get("data");
    byte[] bytes = Base64.getDecoder().decode(String.valueOf(pdf));
    return Pattern.compile("/Type\\s*/Page\\b")
        .matcher(new String(bytes, StandardCharsets.ISO_8859_1))
        .results()
        .count();
  }

  /** No poll of one test is open in the next: its last day is over. */
  private void close(String reference) throws SQLException {
    var whole = new WholeDatabase(databases, root);
    whole
        .owner()
        .sql("update poll.poll set closes = ? where poll = ?")
        .params(LocalDate.now().minusDays(2), reference)
        .update();
    await().until(() -> whole.count("poll.code where poll = ?", reference) == 0);
  }

  private void join(Browser browser) {
    String link = "/invitation/" + invitations.invite(home(), Set.of("programmes"));
    browser.join("http://127.0.0.1:" + port + link, "Leader " + UUID.randomUUID());
  }

  private String hears(String text) {
    var from = new Address("simulator", "+254" + NUMBERS.incrementAndGet());
    var message =
        new IncomingMessage(home().id(), UUID.randomUUID().toString(), from, text, Instant.now());
    return inbound.take(message).texts().stream().map(Reply.Text::body).reduce("", String::concat);
  }

  private Organisation home() {
    return organisations.get("baraza-letu");
  }

  private void open(Browser browser, String path) {
    browser.go("http://127.0.0.1:" + port + path);
  }
}
