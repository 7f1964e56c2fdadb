package org.answerable.testing;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;

/** A leader who answers whatever waits. */
public final class AnsweringLeader {
  private static final Pattern ROW =
      Pattern.compile("<h2><a href=\"(/inbox/[A-Z0-9]{4}-[A-Z0-9]{4})\"");
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private final Visitor leader;

  /**
   * @param invitation a token
   */
  public AnsweringLeader(int port, String invitation) throws Exception {
    leader = new Visitor(port);
    leader.accept(invitation, "Asha " + UUID.randomUUID(), "three words of mine");
  }

  public Visitor visitor() {
    return leader;
  }

  /** Waits until so many wait, and answers each of them; gives their pages. */
  public List<String> answerAll(int count) throws Exception {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    List<String> pages;
    while ((pages = waiting()).size() != count) {
      if (System.nanoTime() > deadline) {
        throw new AssertionError(pages.size() + " wait, and not " + count);
      }
      Thread.sleep(100);
    }
    for (String page : pages) {
      String html = leader.get(page).body();
      leader.submit(
          page,
          page + "/response",
          Map.of(
              "decision",
              "explained",
              "text",
              "It comes on Monday",
              "seen",
              value(html, "seen"),
              "response",
              value(html, "response")));
    }
    return pages;
  }

  private List<String> waiting() throws Exception {
    return ROW.matcher(leader.get("/inbox").body())
        .results()
        .map(row -> row.group(1))
        .distinct()
        .toList();
  }

  /** Of a hidden field. */
  private static String value(String html, String field) {
    var found = Pattern.compile("name=\"" + field + "\" value=\"([^\"]*)\"").matcher(html);
    return found.find() ? found.group(1) : "";
  }
}
