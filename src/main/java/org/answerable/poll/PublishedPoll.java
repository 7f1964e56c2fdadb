package org.answerable.poll;

import java.util.List;
import org.answerable.responselog.PollNews;
import org.answerable.responselog.PollTerms;
import org.jspecify.annotations.Nullable;

/**
 * A poll as everybody may see it: what the log says, and what stands beside it.
 *
 * @param closed null: not yet
 * @param tallied null: not yet
 * @param cancelled the reason; null: it was not
 * @param ballots lines, sorted; null: they are not shown
 * @param receipts those that were counted; null: they are not shown
 * @param figures null: they are not shown
 * @param priorities in the order of the result; empty: there are none, or not yet
 */
public record PublishedPoll(
    String reference,
    PollNews.Announced announced,
    PollNews.@Nullable Closed closed,
    PollNews.@Nullable Tallied tallied,
    @Nullable String cancelled,
    @Nullable List<String> ballots,
    @Nullable List<String> receipts,
    @Nullable Figures figures,
    List<PublishedPriority> priorities) {
  public PollTerms terms() {
    return announced.terms();
  }
}
