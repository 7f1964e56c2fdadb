package org.answerable.poll;

import java.time.LocalDate;
import java.util.List;
import org.answerable.responselog.PollNews;
import org.answerable.responselog.PollTerms;
import org.jspecify.annotations.Nullable;

/**
 * A poll as everybody may see it: what the log says, and what stands beside it.
 *
 * @param announced with the words that are still there
 * @param closed null: not yet
 * @param tallied null: not yet
 * @param late null: it is not told, or not yet
 * @param cancelled null: it was not
 * @param reason why it was cancelled; null: it was not, or the reason was removed
 * @param removed texts that stood beside the log
 * @param ballots lines, sorted; null: they are not shown
 * @param receipts those that were counted, as people got them; null: they are not shown
 * @param figures null: they are not shown
 * @param priorities in the order of the result; empty: there are none, or not yet
 */
public record PublishedPoll(
    String reference,
    PollNews.Announced announced,
    PollNews.@Nullable Closed closed,
    PollNews.@Nullable Tallied tallied,
    PollNews.@Nullable Late late,
    PollNews.@Nullable Cancelled cancelled,
    @Nullable String reason,
    List<Removal> removed,
    @Nullable List<String> ballots,
    @Nullable List<String> receipts,
    @Nullable Figures figures,
    List<PublishedPriority> priorities) {
  public PublishedPoll {
    removed = List.copyOf(removed);
    priorities = List.copyOf(priorities);
  }

  /** When a text was removed, and why. */
  public record Removal(LocalDate day, PollNews.Removed news) {}

  public PollTerms terms() {
    return announced.terms();
  }

  public boolean isOver() {
    return tallied != null || cancelled != null;
  }
}
