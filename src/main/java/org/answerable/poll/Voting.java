package org.answerable.poll;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.answerable.platform.keys.KeyRefused;

/** What conversations ask polls. */
public interface Voting {
  /** Those that are open, as far as this node knows, the oldest first. No look at the database. */
  List<OpenPoll> open(String organisation);

  /** Those that are over since {@link PollLimits#REMEMBERED}, likewise. */
  List<OpenPoll> over(String organisation);

  /**
   * A person in an open poll.
   *
   * @throws KeyRefused when it is over, or this node lacks its key
   */
  Voter voter(String organisation, String poll, UUID who);

  /**
   * What somebody chose last; a look at the database.
   *
   * @throws KeyRefused when it is over, or this node lacks its key
   */
  Optional<CastBallot> cast(String organisation, String poll, UUID who);

  /** Removes what somebody chose in polls that are open: their phone is gone. */
  void forget(String organisation, UUID who);

  /** Asks which are open: what this node knew was of an earlier moment. */
  void refresh(String organisation);
}
