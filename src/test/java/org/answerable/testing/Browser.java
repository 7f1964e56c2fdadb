package org.answerable.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.openqa.selenium.By;
import org.openqa.selenium.JavascriptExecutor;
import org.openqa.selenium.NoSuchElementException;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.support.ui.WebDriverWait;

/**
 * A real browser, for tests of whole pages. Where none is installed the test is skipped and its
 * name goes to {@code target/not-run.txt}; with {@code ANSWERABLE_TEST_BROWSER=required} it fails
 * instead.
 *
 * <pre>{@code
 * try (Browser browser = Browser.open()) {
 *   browser.go("http://127.0.0.1:" + port + "/login");
 *   browser.fill("name", "asha");
 *   browser.press("Sign in");
 *   browser.untilSeen("Nothing waits for you");
 * }
 * }</pre>
 */
public final class Browser implements AutoCloseable {
  private static final String PASSWORD = "three words of mine";
  private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
  private static final Path DRIVER = Path.of("/usr/bin/chromedriver");
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private final ChromeDriver driver;

  private Browser(ChromeDriver driver) {
    this.driver = driver;
  }

  /**
   * A window of its own, without cookies of others; skips or fails the test where there is none.
   */
  public static Browser open(String... moreArguments) {
    requireInstalled();
    var options = new ChromeOptions();
    options.setBinary(CHROMIUM.toString());
    options.addArguments(
        "--headless=new",
        "--no-sandbox",
        "--disable-background-networking",
        "--disable-component-update",
        "--no-first-run",
        "--disable-dev-shm-usage",
        "--hide-scrollbars");
    options.addArguments(moreArguments);
    var service = new ChromeDriverService.Builder().usingDriverExecutable(DRIVER.toFile()).build();
    var browser = new Browser(new ChromeDriver(service, options));
    // a press returns when the next page is asked for, not when it is there
    browser.driver.manage().timeouts().implicitlyWait(PATIENCE);
    browser.width(1280);
    return browser;
  }

  public ChromeDriver driver() {
    return driver;
  }

  public void go(String url) {
    driver.get(url);
  }

  /** Replaces what stands in a field, found by its name. */
  public void fill(String name, String value) {
    WebElement field = find(By.name(name));
    field.clear();
    field.sendKeys(value);
  }

  /** Presses the button or follows the link that has this text. */
  public void press(String text) {
    String literal = "'" + text.replace("'", "") + "'";
    find(By.xpath(
            "//button[normalize-space()=%1$s]|//a[normalize-space()=%1$s]".formatted(literal)))
        .click();
  }

  private WebElement find(By what) {
    try {
      return driver.findElement(what);
    } catch (NoSuchElementException missing) {
      throw new AssertionError(what + " was not found in:\n" + text(), missing);
    }
  }

  /** Everything that a reader sees. Read in one step: another page may come meanwhile. */
  public String text() {
    return String.valueOf(
        driver.executeScript("return document.body ? document.body.innerText : ''"));
  }

  /** Waits, 20 seconds at most, until the page shows a text; the test fails when it doesn't. */
  public void untilSeen(String text) {
    new WebDriverWait(driver, PATIENCE)
        .ignoring(StaleElementReferenceException.class) // of the page before
        .withMessage(() -> "'" + text + "' was not seen in:\n" + text())
        .until(page -> text().contains(text));
  }

  /** The same, and asks for the page again meanwhile: pages change at slots. */
  public void untilSeenAgain(String text) {
    new WebDriverWait(driver, PATIENCE, Duration.ofMillis(500))
        .withMessage(() -> "'" + text + "' was not seen in:\n" + text())
        .until(
            page -> {
              page.navigate().refresh();
              return text().contains(text);
            });
  }

  /** Makes the account that an invitation's link allows, and is signed in with it. */
  public void join(String link, String name) {
    go(link);
    fill("name", name);
    fill("password", PASSWORD);
    fill("again", PASSWORD);
    press("Make the account and sign in");
    untilSeen("Sign out"); // whatever is asked for before that would break off the form
  }

  /** The width of the page in CSS pixels. */
  public void width(int pixels) {
    driver.executeCdpCommand(
        "Emulation.setDeviceMetricsOverride",
        Map.of("width", pixels, "height", 900, "deviceScaleFactor", 1, "mobile", false));
  }

  /** Light or dark, as the reader's system asks for. */
  public void dark(boolean dark) {
    driver.executeCdpCommand(
        "Emulation.setEmulatedMedia",
        Map.of(
            "features",
            List.of(Map.of("name", "prefers-color-scheme", "value", dark ? "dark" : "light"))));
  }

  /** Whether a reader would have to scroll sideways. */
  public boolean scrollsSideways() {
    Object wider =
        ((JavascriptExecutor) driver)
            .executeScript(
                "return document.documentElement.scrollWidth >"
                    + " document.documentElement.clientWidth");
    return Boolean.TRUE.equals(wider);
  }

  /** The whole page as PNG. */
  public void screenshot(Path file) throws IOException {
    Object shot =
        driver
            .executeCdpCommand(
                "Page.captureScreenshot", Map.of("format", "png", "captureBeyondViewport", true))
            .get("data");
    Files.createDirectories(file.toAbsolutePath().getParent());
    Files.write(file, Base64.getDecoder().decode(String.valueOf(shot)));
  }

  @Override
  public void close() {
    driver.quit();
  }

  private static void requireInstalled() {
    if (Files.isExecutable(CHROMIUM) && Files.isExecutable(DRIVER)) {
      return;
    }
    String missing = "no browser at " + CHROMIUM + " and " + DRIVER;
    if ("required".equals(System.getenv("ANSWERABLE_TEST_BROWSER"))) {
      throw new AssertionError(missing + ", and ANSWERABLE_TEST_BROWSER=required");
    }
    NotRun.skip(missing, Browser.class);
  }
}
