package org.answerable.poll;

import java.util.List;
import java.util.Optional;

/** What conversations know of polls, without asking the database. */
public interface Voting {
  /** Those that are open, as far as this node knows, the oldest first. */
  List<OpenPoll> open(String organisation);

  /** Eight digits by which a voter can find that their vote was counted. */
  String receipt(String organisation, String poll, Voter voter);

  /** The open poll that a code was printed for; asks the database. */
  Optional<String> pollOf(String organisation, String code);

  /** Asks which are open: what this node knew was of an earlier moment. */
  void refresh(String organisation);
}
