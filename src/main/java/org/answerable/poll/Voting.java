package org.answerable.poll;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.answerable.platform.keys.KeyRefused;

/** What conversations ask polls. */
public interface Voting {
  /**
   * What a poll calls a voter.
   *
   * @param receipt eight digits by which they can find that their vote was counted
   * @param mark by which their session names the poll
   */
  record Marks(String receipt, String mark) {
    @Override
    public String toString() {
      return "Marks[redacted]";
    }
  }

  /** Those that are open, as far as this node knows, the oldest first. No look at the database. */
  List<OpenPoll> open(String organisation);

  /**
   * Those that are over since {@link PollLimits#REMEMBERED}, likewise: first those that were
   * cancelled, then by their last day.
   */
  List<OpenPoll> over(String organisation);

  /**
   * A voter in an open poll.
   *
   * @throws KeyRefused when it is over, or this node lacks its key
   */
  Marks marks(String organisation, String poll, Voter voter);

  /**
   * What somebody chose last; a look at the database.
   *
   * @throws KeyRefused when it is over, or this node lacks its key
   */
  Optional<CastBallot> cast(String organisation, String poll, Voter voter);

  /** The open poll that a code was printed for; asks the database. */
  Optional<String> pollOf(String organisation, String code);

  /** Removes what somebody chose in polls that are open: their phone is gone. */
  void forget(String organisation, UUID who);

  /** Asks which are open: what this node knew was of an earlier moment. */
  void refresh(String organisation);
}
