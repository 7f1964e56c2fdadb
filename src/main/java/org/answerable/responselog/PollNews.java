package org.answerable.responselog;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the log says of a poll: an entry for each of these. Hashes and secrets are 32 bytes. */
public sealed interface PollNews {
  /**
   * Before anybody votes.
   *
   * @param terms without words, where it is read from the log
   * @param words the hashes of those
   * @param tieHash {@code SHA-256(tie secret)}: what breaks ties is fixed from here on
   */
  record Announced(PollTerms terms, PollHashes words, byte[] tieHash) implements PollNews {}

  /**
   * It is not held, and no vote of it is kept.
   *
   * @param reason hash of the published reason
   */
  record Cancelled(byte[] reason) implements PollNews {}

  /**
   * A text that stood beside the log was removed.
   *
   * @param of its hash, which is all that is left
   */
  record Removed(byte[] of, RedactionReason reason) implements PollNews {}

  /**
   * No vote counts any more.
   *
   * @param ballots hash of the list of ballots, sorted; beside the log where it may be read
   * @param receipts hash of the list of receipts that were counted, likewise
   * @param tieSecret whose hash stands in the announcement
   */
  record Closed(byte[] ballots, byte[] receipts, byte[] tieSecret) implements PollNews {}

  /**
   * The result.
   *
   * @param shown how much of it: a word of {@code poll.Disclosure}
   * @param votes how many were counted; null: too few to be told
   * @param winners numbers of options, in order
   * @param figures hash of the figures that lead there; empty: they are not shown
   */
  record Tallied(
      String shown, @Nullable Integer votes, List<Integer> winners, Optional<byte[]> figures)
      implements PollNews {
    public Tallied {
      winners = List.copyOf(winners);
    }
  }
}
