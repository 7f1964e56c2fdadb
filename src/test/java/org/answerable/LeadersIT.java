package org.answerable;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.answerable.leader.Invitations;
import org.answerable.organisation.Organisation;
import org.answerable.organisation.Organisations;
import org.answerable.organisation.Role;
import org.answerable.testing.ApplicationTest;
import org.answerable.testing.Browser;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.openqa.selenium.By;
import org.openqa.selenium.JavascriptExecutor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;

/** What leaders do, in two real browsers, while members text from simulated phones. */
@ApplicationTest
@TestPropertySource(properties = "answerable.demo-story=false") // an application of its own
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LeadersIT {
  private static final String ORGANISATION = "baraza-letu";
  private static final String MEDICINES = "1";
  private static final String PUBLISH = "1";

  @LocalServerPort int port;
  private @Nullable Browser chair;
  private @Nullable Browser programmes;
  private String invitation = "";

  /** The first leader has every role, and invites the second to one. */
  @BeforeAll
  void joinTwoLeaders(@Autowired Invitations invitations, @Autowired Organisations organisations) {
    Organisation organisation = organisations.get(ORGANISATION);
    var roles = organisation.roles().stream().map(Role::id).toList();
    chair = Browser.open();
    programmes = Browser.open();
    join(chair(), "/invitation/" + invitations.invite(organisation, Set.copyOf(roles)));
    chair().press("People");
    chair().driver().findElement(By.id("role-programmes")).click();
    chair().press("Make the link");
    String link = value(chair(), "link");
    invitation = link.substring(link.indexOf("/invitation/"));
    join(programmes(), invitation);
  }

  @AfterAll
  void closeBrowsers() {
    for (Browser browser : new Browser[] {chair, programmes}) {
      if (browser != null) {
        browser.close();
      }
    }
  }

  @Test
  void anInvitedLeaderSeesOnlyWhatGoesToTheirRole() {
    String words = "no syrup at the far site";
    String phone = ask(words);
    String reference = reference(chair(), words);

    open(programmes(), "/inbox");
    assertThat(programmes().text()).doesNotContain(words).doesNotContain(reference);
    open(programmes(), "/inbox/" + reference);
    assertThat(programmes().text()).contains("There is no page here").doesNotContain(words);

    say(phone, MEDICINES);
    assertThat(reference(programmes(), words)).isEqualTo(reference);
  }

  @Test
  void anInvitationOpensTheDoorOnce() {
    open(chair(), invitation);
    assertThat(chair().text()).contains("This link does not work");
  }

  @Test
  void aFormsAddressOpenedAgainShowsItsPage() {
    open(chair(), "/inbox/people/invite");
    assertThat(chair().text()).contains("Open invitations");
  }

  @Test
  void topicsThatNoLeaderCanReadAreNamed() {
    open(chair(), "/inbox/people");
    assertThat(chair().text())
        .contains("our leaders: make somebody Member council who is not Programmes lead or Board")
        .contains("safety: make somebody Safeguarding who is not Programmes lead or Board")
        .doesNotContain("medicines");
  }

  @Test
  void theSecondOfTwoLeadersIsToldAndNothingIsSentTwice() {
    String phone = ask("nobody opens on saturdays", MEDICINES);
    String reference = reference(programmes(), "nobody opens on saturdays");
    open(chair(), "/inbox/" + reference);
    open(programmes(), "/inbox/" + reference);

    respond(chair(), "We open this Saturday.");
    chair().untilSeen("Sent.");
    respond(programmes(), "We never open then.");

    programmes().untilSeen("Somebody answered this while you wrote. Nothing was sent.");
    assertThat(value(programmes(), "text")).isEqualTo("We never open then.");
    open(chair(), "/simulator");
    chair().untilSeenAgain("We open this Saturday.");
    assertThat(texts(phone).toString())
        .containsOnlyOnce("We open this Saturday.")
        .doesNotContain("We never open then.");
    open(chair(), "/inbox/" + reference);
    assertThat(chair().text()).contains("We open this Saturday.").doesNotContain("never open then");
  }

  @Test
  void wordsBecomePublicWithoutWhatCouldShowWhoWrote() {
    String phone = ask("the nurse Joyce rang me on 0712 345 678 abt the queue", MEDICINES, PUBLISH);
    String reference = reference(programmes(), "abt the queue");
    String entry = "/" + ORGANISATION + "/log/" + reference;

    programmes().untilSeenAgain("Publish the words");
    hideToo("queue");
    programmes().press("Show what will be public");
    programmes().untilSeen("“the nurse […] rang me on […] abt the […]”");
    open(chair(), entry);
    assertThat(chair().text()).contains("not published").doesNotContain("Joyce");

    programmes().press("Publish these words");
    programmes().untilSeen("Taken. The member is shown these words first, by text.");
    open(chair(), "/simulator");
    chair()
        .untilSeenAgain("Everybody would read: \"the nurse [...] rang me on [...] abt the [...]\"");
    say(phone, PUBLISH);
    respond(programmes(), "It is mended.");
    programmes().untilSeen("Sent.");

    open(chair(), entry);
    chair().untilSeenAgain("“the nurse […] rang me on […] abt the […]”");
    chair().untilSeenAgain("It is mended.");
    assertThat(chair().text()).contains("Done").doesNotContain("Joyce", "0712", "queue");
  }

  /** A feedback from a phone of its own, and the answers to the questions after it. */
  private String ask(String words, String... answers) {
    open(chair(), "/simulator");
    int phones = chair().driver().findElements(By.cssSelector(".phones section")).size();
    String phone = Integer.toString(phones + 1);
    chair().press("Add a phone");
    chair().untilSeen("Phone " + phone);
    say(phone, words);
    for (String answer : answers) {
      say(phone, answer);
    }
    return phone;
  }

  /** Sends a text, and waits for the line's reply to it. */
  private void say(String phone, String text) {
    open(chair(), "/simulator");
    int before = texts(phone).size();
    chair().driver().findElement(By.id("t" + phone)).sendKeys(text);
    chair().press("Send from Phone " + phone);
    for (int tries = 0; texts(phone).size() < before + 2 && tries < 40; tries++) {
      open(chair(), "/simulator");
    }
    assertThat(texts(phone)).hasSizeGreaterThanOrEqualTo(before + 2);
  }

  /** Read at once: the page replaces them as texts come. */
  private List<?> texts(String phone) {
    String script = "return [...document.querySelectorAll('#p%s .sms')].map(e => e.textContent)";
    var texts = ((JavascriptExecutor) chair().driver()).executeScript(script.formatted(phone));
    return (List<?>) Objects.requireNonNull(texts);
  }

  /** Waits for the feedback with these words, opens it, and says how it is called. */
  private String reference(Browser leader, String words) {
    open(leader, "/inbox");
    leader.untilSeenAgain(words);
    leader.driver().findElement(By.xpath("//li[contains(.,'%s')]//h2/a".formatted(words))).click();
    leader.untilSeen("Thread");
    return leader.driver().findElement(By.cssSelector("main code")).getText();
  }

  private void respond(Browser leader, String text) {
    leader.driver().findElement(By.id("done")).click();
    leader.fill("text", text);
    leader.press("Send");
  }

  private void hideToo(String words) {
    programmes().driver().findElement(By.id("also")).sendKeys(words);
  }

  private void join(Browser leader, String link) {
    leader.join("http://127.0.0.1:" + port + link, "Leader " + UUID.randomUUID());
  }

  private static String value(Browser browser, String id) {
    return String.valueOf(browser.driver().findElement(By.id(id)).getDomProperty("value"));
  }

  private void open(Browser browser, String path) {
    browser.go("http://127.0.0.1:" + port + path);
  }

  private Browser chair() {
    return there(chair);
  }

  private Browser programmes() {
    return there(programmes);
  }

  private static Browser there(@Nullable Browser browser) {
    if (browser == null) {
      throw new IllegalStateException("no browser was opened");
    }
    return browser;
  }
}
