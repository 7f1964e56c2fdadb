package org.answerable.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Looks for barriers in the page that a browser shows, by the rules of WCAG 2.0 to 2.2, A and AA.
 *
 * @see <a href="https://github.com/dequelabs/axe-core/blob/develop/doc/rule-descriptions.md">its
 *     rules</a>
 */
public final class Axe {
  private static final String SCRIPT = read();

  /** Each violation as one line: the rule, what to do, and where. */
  private static final String RUN =
      """
      const done = arguments[arguments.length - 1];
      axe.run({runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']}).then(
        found => done(found.violations.flatMap(one => one.nodes.map(
          node => one.id + ': ' + one.help + ' at ' + node.target.join(' ')))),
        failed => done(['axe failed: ' + failed]));
      """;

  private Axe() {}

  /** Fails the test with every violation of the page. */
  public static void findsNothing(Browser browser) {
    browser.driver().executeScript(SCRIPT);
    Object found = browser.driver().executeAsyncScript(RUN);
    assertThat((List<?>) found).as(browser.driver().getCurrentUrl()).isEmpty();
  }

  private static String read() {
    try (InputStream in = Axe.class.getResourceAsStream("/axe.min.js")) {
      if (in == null) {
        throw new IllegalStateException("axe.min.js is not in the test's class path");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
