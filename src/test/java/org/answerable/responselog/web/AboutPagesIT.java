package org.answerable.responselog.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.answerable.testing.Axe;
import org.answerable.testing.Browser;
import org.answerable.tlog.Checkpoint;
import org.answerable.tlog.SignedNote;
import org.answerable.tlog.SpokenHead;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

/** The pages that say what the line can do, the sheet for the door, and the log's search. */
class AboutPagesIT extends ServedLog {
  private static final Path SHOTS = Path.of("target", "screenshots");

  /** A4 without its margins of 14 mm, in CSS pixels (96 an inch). */
  private static final int SHEET_HEIGHT = (297 - 28) * 96 * 10 / 254;

  private static final int SHEET_WIDTH = (210 - 28) * 96 * 10 / 254;

  @ParameterizedTest
  @ValueSource(strings = {"/kijiji/how", "/kijiji/noticeboard"})
  void theDigitsAreThoseOfTheCheckpoint(String path) throws Exception {
    Checkpoint checkpoint = Checkpoint.of(SignedNote.parse(get("checkpoint").body()));
    String page = text(send(at(path)));

    assertThat(page)
        .contains("the log has " + checkpoint.size() + " entries")
        .contains(SpokenHead.of(checkpoint.head()).digits());
  }

  /** A day can be compared with the rules that stood in the log before. */
  @ParameterizedTest
  @CsvSource({
    "en, A question: <b>5 working days</b>",
    "fr, Une question: <b>5 jours ouvrés</b>",
    "sw, Swali: <b>siku 5 za kazi</b>"
  })
  void theRulesOfTheLogStandOnThePage(String language, String rule) throws Exception {
    String page = text(send(at("/kijiji/how?lang=" + language)));
    assertThat(page).contains(rule).containsPattern("<bdi dir=\"ltr\">[0-9a-f]{64}</bdi>");
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "fr", "sw"})
  void theSheetSpeaksTheLanguagesOfTheOrganisation(String language) throws Exception {
    String page = text(send(at("/kijiji/noticeboard?lang=" + language)));

    for (String other : List.of("en", "fr", "sw")) {
      assertThat(page.contains("<p lang=\"" + other + "\" dir=\"ltr\">"))
          .isEqualTo(!other.equals(language));
    }
    String withoutMembersWords = page.replaceAll("(?s)<p lang=\"\" dir=\"auto\">.*?</p>", "");
    assertThat(withoutMembersWords).doesNotContain("<script", "{0}", "{1}");
  }

  @Test
  void theSheetFitsOnOnePageOfPaper() throws Exception {
    try (Browser browser = Browser.open()) {
      for (String language : List.of("en", "fr", "sw")) {
        print(browser);
        browser.width(SHEET_WIDTH);
        browser.go("http://127.0.0.1:" + port + "/kijiji/noticeboard?lang=" + language);
        browser.screenshot(SHOTS.resolve("noticeboard-print-" + language + ".png"));
        Object height =
            browser.driver().executeScript("return document.documentElement.scrollHeight");
        assertThat(Integer.parseInt(String.valueOf(height)))
            .as(language)
            .isLessThanOrEqualTo(SHEET_HEIGHT);
        assertThat(browser.text()).doesNotContain("A4");
      }
    }
  }

  private static void print(Browser browser) {
    browser.driver().executeCdpCommand("Emulation.setEmulatedMedia", Map.of("media", "print"));
  }

  @Test
  void noPageHasABarrierAtAnyWidth() throws Exception {
    try (Browser browser = Browser.open()) {
      for (String path :
          List.of(
              "/kijiji",
              "/kijiji/how",
              "/kijiji/how?lang=fr",
              "/kijiji/noticeboard",
              "/kijiji/log?q=window&topic=medicines",
              "/kijiji/log?month=1999-12&lang=sw")) {
        for (int width : List.of(240, 768, 1280)) {
          browser.width(width);
          browser.dark(width == 768);
          browser.go("http://127.0.0.1:" + port + path);
          String name = path.substring(1).replaceAll("[^a-zA-Z0-9]+", "-");
          browser.screenshot(SHOTS.resolve(name + "-" + width + ".png"));
          assertThat(browser.scrollsSideways()).as("%s at %d", path, width).isFalse();
          Axe.findsNothing(browser);
        }
      }
    }
  }

  /** Arabic comes with its texts; that the layout turns is tried by turning it. */
  @Test
  void pagesReadFromRightToLeft() throws Exception {
    try (Browser browser = Browser.open()) {
      for (String path :
          List.of("/kijiji", "/kijiji/log", "/kijiji/log/K7QM-2XWD", "/kijiji/how")) {
        for (int width : List.of(240, 1280)) {
          browser.width(width);
          browser.go("http://127.0.0.1:" + port + path);
          browser.driver().executeScript("document.documentElement.dir = 'rtl'");
          browser.screenshot(
              SHOTS.resolve("rtl-" + path.substring(1).replace('/', '-') + "-" + width + ".png"));
          assertThat(browser.scrollsSideways()).as("%s at %d", path, width).isFalse();
          Axe.findsNothing(browser);
        }
      }
      Object brandIsRight =
          browser
              .driver()
              .executeScript(
                  "return document.querySelector('.brand').getBoundingClientRect().left"
                      + " > innerWidth / 2");
      assertThat(brandIsRight).isEqualTo(true);
    }
  }

  @Test
  void theLogIsSearchedByKeyboardAlone() throws Exception {
    try (Browser browser = Browser.open()) {
      browser.go("http://127.0.0.1:" + port + "/kijiji/log");
      tabTo(browser, "q").sendKeys("xaxa", Keys.ENTER);
      browser.untilSeen("1 of");

      assertThat(browser.driver().getCurrentUrl()).contains("q=xaxa");
      assertThat(browser.text()).contains("Report about medicines").doesNotContain("Newest");
    }
  }

  private static WebElement tabTo(Browser browser, String id) {
    for (int i = 0; i < 40; i++) {
      WebElement here = browser.driver().switchTo().activeElement();
      if (id.equals(here.getDomAttribute("id"))) {
        return here;
      }
      here.sendKeys(Keys.TAB);
    }
    throw new AssertionError("nobody comes to " + id + " with the keyboard");
  }

  @Test
  void aSearchIsLinkedOnWithItsFilters() throws Exception {
    String page = text(send(at("/kijiji/log?q=a%26b%22%3C&topic=fees&status=answered&lang=fr")));
    Matcher tab =
        Pattern.compile("href=\"(/kijiji/log\\?[^\"]*status=overdue[^\"]*)\"").matcher(page);

    assertThat(tab.find()).isTrue();
    assertThat(tab.group(1).replace("&amp;", "&"))
        .isEqualTo("/kijiji/log?q=a%26b%22%3C&topic=fees&status=overdue&lang=fr");
    assertThat(page)
        .contains(
            "value=\"a&amp;b&#34;&lt;\"",
            "<input type=\"hidden\" name=\"status\" value=\"answered\">")
        .contains("<input type=\"hidden\" name=\"lang\" value=\"fr\">");
  }
}
