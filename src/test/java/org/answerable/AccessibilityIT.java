package org.answerable;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.answerable.leader.Invitations;
import org.answerable.organisation.Organisation;
import org.answerable.organisation.Organisations;
import org.answerable.organisation.Role;
import org.answerable.testing.ApplicationTest;
import org.answerable.testing.Axe;
import org.answerable.testing.Browser;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * No page puts a barrier in anybody's way, or scrolls sideways, as wide as phones and desks are.
 */
@ApplicationTest
class AccessibilityIT {
  private static final Path SCREENS = Path.of("target", "screens");
  private static final List<Integer> WIDTHS = List.of(240, 360, 768, 1280);
  private static final String ORGANISATION = "baraza-letu";

  @LocalServerPort private int port;
  @Autowired private Invitations invitations;
  @Autowired private Organisations organisations;

  @Test
  void publicPagesAndTheWaysInHaveNoBarrier() throws IOException {
    try (Browser browser = Browser.open()) {
      open(browser, "/" + ORGANISATION + "/log");
      var pages = new LinkedHashMap<String, String>();
      pages.put("start", "/");
      pages.put("overview", "/" + ORGANISATION);
      pages.put("overview-fr", "/" + ORGANISATION + "?lang=fr");
      pages.put("log", "/" + ORGANISATION + "/log");
      pages.put("entry", linked(browser, "/" + ORGANISATION + "/log/"));
      pages.put("log-filtered", "/" + ORGANISATION + "/log?q=mto&status=answered");
      pages.put("commitments", "/" + ORGANISATION + "/commitments");
      pages.put("statements", "/" + ORGANISATION + "/statements");
      pages.put("polls", "/" + ORGANISATION + "/polls");
      open(browser, "/" + ORGANISATION + "/polls");
      pages.put("poll", linked(browser, "/" + ORGANISATION + "/polls/"));
      pages.put("how", "/" + ORGANISATION + "/how");
      pages.put("noticeboard", "/" + ORGANISATION + "/noticeboard");
      pages.put("receipt", "/" + ORGANISATION + "/log/receipt");
      pages.put("login", "/login");
      pages.put("invitation", "/invitation/" + invitations.invite(home(), Set.of(Role.READER)));
      pages.put("simulator", "/simulator");
      pages.put("nothing", "/nothing-here");
      for (var page : pages.entrySet()) {
        hasNone(browser, page.getKey(), page.getValue());
      }
    }
  }

  @Test
  void theRoomsOfLeadersReadersAndFocalPointsHaveNoBarrier() throws IOException {
    try (Browser browser = Browser.open()) {
      join(browser);
      open(browser, "/inbox");
      Map<String, String> pages = new LinkedHashMap<>();
      pages.put("inbox", "/inbox");
      pages.put("inbox-answered", "/inbox?view=answered");
      pages.put("feedback", linked(browser, "/inbox/"));
      pages.put("due", "/inbox/due");
      pages.put("people", "/inbox/people");
      pages.put("operations", "/inbox/operations");
      pages.put("new", "/inbox/new");
      pages.put("reader", "/inbox/reader");
      pages.put("aside", "/inbox/reader/aside");
      pages.put("confidential", "/inbox/confidential");
      pages.put("account", "/inbox/confidential/account");
      open(browser, "/inbox/polls");
      String poll = linked(browser, "/inbox/polls/");
      pages.put("polls-room", "/inbox/polls");
      pages.put("poll-new", "/inbox/polls/new");
      pages.put("poll-room", poll);
      pages.put("priorities", poll + "/priorities");
      open(browser, "/inbox?view=answered");
      pages.put("published", linked(browser, "/inbox/") + "/published");
      for (var page : pages.entrySet()) {
        hasNone(browser, page.getKey(), page.getValue());
      }
    }
  }

  private void hasNone(Browser browser, String name, String path) throws IOException {
    for (int width : WIDTHS) {
      browser.width(width);
      browser.dark(width == 768);
      open(browser, path);
      browser.screenshot(SCREENS.resolve(name + "-" + width + ".png"));
      assertThat(browser.scrollsSideways()).as("%s at %d", path, width).isFalse();
      Axe.findsNothing(browser);
    }
  }

  /** The first link on the page that leads below a path, and is of a feedback or a vote. */
  private static String linked(Browser browser, String below) {
    List<WebElement> links = browser.driver().findElements(By.cssSelector("main h2 a"));
    return links.stream()
        .map(link -> String.valueOf(link.getDomAttribute("href")))
        .filter(href -> href.startsWith(below))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no feedback below " + below));
  }

  private void join(Browser browser) {
    Set<String> roles =
        home().roles().stream().map(Role::id).collect(Collectors.toUnmodifiableSet());
    String link = "/invitation/" + invitations.invite(home(), roles);
    browser.join("http://127.0.0.1:" + port + link, "Leader " + UUID.randomUUID());
  }

  private Organisation home() {
    return organisations.get(ORGANISATION);
  }

  private void open(Browser browser, String path) {
    browser.go("http://127.0.0.1:" + port + path);
  }
}
