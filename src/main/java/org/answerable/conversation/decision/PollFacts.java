package org.answerable.conversation.decision;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.answerable.poll.CastBallot;
import org.answerable.poll.OpenPoll;
import org.jspecify.annotations.Nullable;

/**
 * What is known of polls when somebody writes.
 *
 * @param open those in which votes count, the oldest first
 * @param over those that ended lately, in the order of {@link org.answerable.poll.Voting#over}
 * @param mine by an open poll's name the writer in it; empty where the text has nothing to do with
 *     polls
 * @param sent when the provider had the text, where it was fetched later; null: it came as usual
 * @param edits what the text was changed from
 */
public record PollFacts(
    List<OpenPoll> open,
    List<OpenPoll> over,
    Map<String, Mine> mine,
    @Nullable Instant sent,
    Edits edits) {
  /** Where no poll counts. */
  static final PollFacts NONE =
      new PollFacts(List.of(), List.of(), Map.of(), null, new Edits.Nothing());

  public PollFacts {
    open = List.copyOf(open);
    over = List.copyOf(over);
    mine = Map.copyOf(mine);
  }

  /**
   * The writer in one poll.
   *
   * @param mark what their session calls it
   * @param cast what they chose last, where the text may depend on it; null: nothing, or it does
   *     not
   */
  public record Mine(String receipt, String mark, @Nullable CastBallot cast) {
    @Override
    public String toString() {
      return "Mine[redacted]";
    }
  }

  /** What a text was that its writer changed. */
  public sealed interface Edits {
    /** No vote, or nothing was changed. */
    record Nothing() implements Edits {}

    /** A vote, or what was meant as one, in an open poll. */
    record Vote(String poll) implements Edits {
      @Override
      public String toString() {
        return "Vote[redacted]";
      }
    }

    /** The same in one that is over by now. */
    record Over() implements Edits {}
  }

  /** The writer in an open poll; empty: nothing of it was looked up. */
  Optional<Mine> in(OpenPoll poll) {
    return Optional.ofNullable(mine.get(poll.reference()));
  }

  @Override
  public String toString() {
    return "PollFacts[redacted]";
  }
}
