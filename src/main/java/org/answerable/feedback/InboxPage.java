package org.answerable.feedback;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One page of the list.
 *
 * @param counts of all that this leader may see, whatever they filter by
 * @param topics ids, of what this leader may see
 * @param setAside references of answers about which the leader has to decide
 * @param page from 1
 */
public record InboxPage(
    Feedbacks.Counts counts,
    List<String> topics,
    List<Row> rows,
    List<String> setAside,
    int page,
    int pages) {
  public InboxPage {
    setAside = List.copyOf(setAside);
    topics = List.copyOf(topics);
    rows = List.copyOf(rows);
  }

  /**
   * One feedback.
   *
   * @param words of its first text
   * @param overdueSince when the next role got it too; null: not, or not yet
   */
  public record Row(FeedbackState state, String words, @Nullable LocalDate overdueSince) {

    @Override
    public String toString() {
      return "Row[redacted]";
    }
  }

  @Override
  public String toString() {
    return "InboxPage[redacted]";
  }
}
