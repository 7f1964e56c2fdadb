package org.answerable;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Set;
import java.util.UUID;
import org.answerable.leader.Invitations;
import org.answerable.organisation.Organisation;
import org.answerable.organisation.Organisations;
import org.answerable.testing.ApplicationTest;
import org.answerable.testing.Axe;
import org.answerable.testing.Browser;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.interactions.Actions;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The readers' room in a browser, by keyboard alone. */
@ApplicationTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReaderRoomIT {
  private static final Path SCREENS = Path.of("target", "screens");

  @LocalServerPort int port;
  private @Nullable Browser reader;
  private @Nullable Browser programmes;

  @BeforeAll
  void join(@Autowired Invitations invitations, @Autowired Organisations organisations) {
    Organisation organisation = organisations.get("baraza-letu");
    reader = Browser.open();
    programmes = Browser.open();
    join(reader(), invitations.invite(organisation, Set.of("reader")));
    join(programmes(), invitations.invite(organisation, Set.of("programmes")));
  }

  @AfterAll
  void closeBrowsers() {
    for (Browser browser : new Browser[] {reader, programmes}) {
      if (browser != null) {
        browser.close();
      }
    }
  }

  @Test
  void isSortedByKeysAloneAndWhoeverIsExcludedNeverSeesIt() throws Exception {
    String words = "the police beat somebody near the bridge " + UUID.randomUUID();
    ask(words);
    String reference = openInRoom(words);
    assertThat(reader().text()).contains("What the word lists found", "At least S2");
    for (int width : new int[] {240, 360, 768, 1280}) {
      reader().width(width);
      assertThat(reader().scrollsSideways()).as("at %d", width).isFalse();
      Axe.findsNothing(reader());
      reader().screenshot(SCREENS.resolve("reader-" + width + ".png"));
    }
    keys("2");
    keys("q");
    assertThat(checked("topic-waiting") && checked("kind-question")).isTrue();
    keys(Keys.ENTER);
    reader().untilSeen("Taken.");
    assertThat(reader().text()).doesNotContain(words);

    open(programmes(), "/inbox");
    programmes().untilSeenAgain(words);
    assertThat(programmes().text()).contains("Question about waiting");
    open(programmes(), "/inbox/reader");
    assertThat(programmes().text()).contains("There is no page here").doesNotContain("Unsorted");
    open(programmes(), "/inbox/reader/" + reference);
    assertThat(programmes().text()).contains("There is no page here").doesNotContain(words);
  }

  @Test
  void isGivenToTheFocalPointByAKeyAndEnterAndIsGone() {
    String words = "somebody does something to me " + UUID.randomUUID();
    ask(words);
    String reference = openInRoom(words);
    keys("f");
    assertThat(reader().text()).as("no key decides alone").contains(words);
    keys(Keys.ENTER);
    reader().untilSeen("The focal point has it");
    for (String path : new String[] {"/inbox", "/inbox/reader", "/inbox/" + reference}) {
      open(reader(), path);
      assertThat(reader().text()).as(path).doesNotContain(words);
    }
  }

  @Test
  void theInboxLeadsAReaderToTheRoom() {
    String words = "something about the place " + UUID.randomUUID();
    ask(words);
    openInRoom(words);
    open(reader(), "/inbox");
    reader().untilSeenAgain(words);
    reader()
        .driver()
        .findElement(By.xpath("//li[contains(.,'%s')]//h2/a".formatted(words)))
        .click();
    reader().untilSeen("Thread");
    reader().press("Sort it");
    reader().untilSeen("What is it?");
    reader().driver().findElement(By.id("topic-medicines")).click();
    reader().driver().findElement(By.id("not-programmes")).click();
    reader().driver().findElement(By.id("not-board")).click();
    reader().driver().findElement(By.id("not-council")).click();
    reader().driver().findElement(By.id("not-reader")).click();
    reader().driver().findElement(By.cssSelector("button.go")).click();
    reader().untilSeen("Nothing was decided yet.");
    assertThat(checked("topic-medicines") && checked("not-board")).isTrue();
    open(reader(), "/inbox/reader/aside");
    assertThat(reader().text()).contains("Set aside", "By month");
  }

  private void ask(String words) {
    open(reader(), "/simulator");
    int phone = reader().driver().findElements(By.cssSelector(".phones section")).size() + 1;
    reader().press("Add a phone");
    reader().untilSeen("Phone " + phone);
    reader().driver().findElement(By.id("t" + phone)).sendKeys(words);
    reader().press("Send from Phone " + phone);
    reader().untilSeen(words); // a reload before that would break off the form
  }

  /** Waits for its slot, opens it and says how it is called. */
  private String openInRoom(String words) {
    open(reader(), "/inbox/reader");
    reader().untilSeenAgain(words);
    var links = reader().driver().findElements(By.partialLinkText(words.substring(0, 20)));
    if (!links.isEmpty()) {
      links.getFirst().click();
    }
    reader().untilSeen("What is it?");
    return reader().driver().findElement(By.cssSelector("main code")).getText();
  }

  private void keys(CharSequence keys) {
    new Actions(reader().driver()).sendKeys(keys).perform();
  }

  private boolean checked(String id) {
    return reader().driver().findElement(By.id(id)).isSelected();
  }

  private void join(Browser leader, String token) {
    String link = "http://127.0.0.1:" + port + "/invitation/" + token;
    leader.join(link, "Leader " + UUID.randomUUID());
  }

  private void open(Browser browser, String path) {
    browser.go("http://127.0.0.1:" + port + path);
  }

  private Browser reader() {
    return there(reader);
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
