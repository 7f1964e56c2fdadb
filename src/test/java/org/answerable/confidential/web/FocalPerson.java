package org.answerable.confidential.web;

import java.net.URI;
import java.util.List;
import org.answerable.testing.Browser;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;

/** A focal point at their own browser, for tests of the room. */
final class FocalPerson implements AutoCloseable {
  static final String PASSPHRASE = "kamo rilu tesa bovi pade vumi";
  private final Browser browser = Browser.open();
  private final URI server;
  private List<String> sheet = List.of();

  FocalPerson(URI server) {
    this.server = server;
  }

  Browser browser() {
    return browser;
  }

  void join(String invitation, String name) {
    browser.join(invitation, name);
  }

  /** Makes a key, copies the sheet, and begins to use it. */
  void makeKey(String passphrase) {
    go("/inbox/confidential/key");
    type("new", passphrase);
    type("again", passphrase);
    browser.press("Make the key");
    browser.untilSeen("I have it on paper");
    sheet = element("#sheet [data-rows]").getText().lines().toList();
    element("#on-paper").click();
    browser.press("Begin to use this key");
    browser.untilSeen("Your key is in use");
  }

  List<String> sheet() {
    return sheet;
  }

  void openRoom(String path) {
    go(path);
    unlock(PASSPHRASE);
    browser.untilSeen("Lock now");
  }

  void unlock(String passphrase) {
    type("passphrase", passphrase);
    browser.press("Unlock");
  }

  void go(String path) {
    browser.go(server.resolve(path).toString());
  }

  void type(String id, String text) {
    WebElement field = browser.driver().findElement(By.id(id));
    field.clear();
    field.sendKeys(text);
  }

  WebElement element(String css) {
    return browser.driver().findElement(By.cssSelector(css));
  }

  @Override
  public void close() {
    browser.close();
  }
}
