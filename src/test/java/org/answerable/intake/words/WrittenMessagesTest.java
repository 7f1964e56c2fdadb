package org.answerable.intake.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.answerable.organisation.Sensitivity;
import org.junit.jupiter.api.Test;

/**
 * How often the lists raise a message for nothing, and how often they miss one. Most of these
 * messages were used to mend the lists, so they say that nothing got worse; docs/word-lists.md says
 * what the lists did with messages that they had not seen.
 */
class WrittenMessagesTest {
  private static final String FOLDER = "org/answerable/intake/words/";
  private static final int HARMLESS_AT_LEAST = 200;
  private static final double RAISED_FOR_NOTHING_PERCENT_AT_MOST = 0.5;
  private static final double MISSED_PERCENT_AT_MOST = 0.5;

  @Test
  void harmlessMessagesAreSeldomRaised() throws IOException {
    WordLists lists = Messages.shipped();
    List<String> harmless =
        Messages.of(FOLDER + "harmless.txt").stream().map(List::getFirst).toList();
    List<String> raised =
        harmless.stream().filter(text -> !lists.find(text).equals(Found.NOTHING)).toList();
    assertThat(harmless).hasSizeGreaterThan(HARMLESS_AT_LEAST).doesNotHaveDuplicates();
    assertThat(percent(raised, harmless))
        .as("raised for nothing, of %s: %s", harmless.size(), raised)
        .isLessThan(RAISED_FOR_NOTHING_PERCENT_AT_MOST);
  }

  @Test
  void dangerousMessagesAreSeldomMissed() throws IOException {
    WordLists lists = Messages.shipped();
    List<List<String>> dangerous = Messages.of(FOLDER + "dangerous.tsv");
    List<List<String>> missed =
        dangerous.stream().filter(message -> misses(lists, message)).toList();
    assertThat(percent(missed, dangerous))
        .as("missed, of %s: %s", dangerous.size(), missed)
        .isLessThan(MISSED_PERCENT_AT_MOST);
  }

  private static boolean misses(WordLists lists, List<String> message) {
    Found found = lists.find(message.get(2));
    boolean inList =
        found.spots().stream().anyMatch(spot -> spot.list().key().equals(message.get(0)));
    return !inList || found.sensitivity() != Sensitivity.valueOf(message.get(1));
  }

  private static double percent(List<?> some, List<?> all) {
    return 100.0 * some.size() / all.size();
  }
}
