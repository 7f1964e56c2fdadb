package org.answerable.testing;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Every text that the inbox of a {@link RunningServer} shows, read as a leader reads them. */
public final class InboxReader {
  private static final Duration SHOWN_WITHIN = Duration.ofSeconds(150);
  private static final Pattern FEEDBACK =
      Pattern.compile("href=\"(/inbox/[0-9A-Z]{4}-[0-9A-Z]{4})\"");
  private static final Pattern NEXT = Pattern.compile("href=\"(/inbox[^\"]*)\" rel=\"next\"");
  private final Visitor leader;

  /** Becomes its first leader. */
  public InboxReader(RunningServer server) throws Exception {
    leader = new Visitor(server.url("/").getPort());
    var accepted = leader.accept(server.invitation(), "asha", "three words of mine");
    if (accepted.statusCode() != 302) {
      throw new AssertionError("no way into the inbox: " + accepted.statusCode());
    }
  }

  /** All that is found in all texts, in order; waits until there are so many, for some time. */
  public List<String> find(Pattern words, int expected) throws Exception {
    long deadline = System.nanoTime() + SHOWN_WITHIN.toNanos();
    List<String> found;
    do {
      found = new ArrayList<>();
      for (String page : feedbacks()) {
        words
            .matcher(leader.get(page).body())
            .results()
            .map(MatchResult::group)
            .forEach(found::add);
      }
      found.sort(null);
    } while (found.size() < expected && System.nanoTime() < deadline);
    return found;
  }

  /** Each once: what is released meanwhile moves others to the next page. */
  private Set<String> feedbacks() throws Exception {
    var found = new LinkedHashSet<String>();
    @Nullable String next = "/inbox";
    while (next != null) {
      String page = leader.get(next).body();
      FEEDBACK.matcher(page).results().map(link -> link.group(1)).forEach(found::add);
      Matcher further = NEXT.matcher(page);
      next = further.find() ? further.group(1).replace("&amp;", "&") : null;
    }
    return found;
  }
}
