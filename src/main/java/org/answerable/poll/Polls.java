package org.answerable.poll;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.answerable.responselog.PollTerms;

/** The polls, and the codes that were printed for them. */
public interface Polls {
  /** Adds one that is proposed. False: there is one of that reference. */
  boolean add(Poll poll);

  /** The newest first. */
  List<Poll> all(String organisation, int limit);

  Optional<Poll> find(String organisation, String reference);

  /** Those in which votes count, and those that are over since {@link PollLimits#REMEMBERED}. */
  List<Poll> current(String organisation);

  /** How many are somewhere. */
  int count(String organisation, Set<PollState> states);

  /**
   * Those that were agreed to, whose first day has come and whose last is not over, and that stand
   * in the log.
   */
  List<Poll> toOpen(String organisation, LocalDate today);

  /** Open ones whose last day is over. */
  List<Poll> toClose(String organisation, LocalDate today);

  /** Of some polls those that will never be voted in any more, or are none. */
  List<String> over(String organisation, Collection<String> references);

  /** Moves one on. False: it stands elsewhere by now, and nothing was changed. */
  boolean move(Connection tx, Poll poll, PollState to) throws SQLException;

  /** Removes one that was only proposed. False: it is more by now. */
  boolean discard(Poll poll);

  /** Notes who wants it cancelled, and why. False: it is over, or somebody wants that already. */
  boolean wish(Poll poll, Cancelling wish);

  /** Nobody wants it cancelled any more. False: nobody did, or it is over. */
  boolean keep(Poll poll);

  /** Keeps other words of one that is over. */
  void reword(Connection tx, Poll poll, PollTerms terms) throws SQLException;

  /**
   * Adds the codes of a poll that is announced and has none.
   *
   * @param voters the tags of their votes, each {@link BallotBox#voter}
   * @return false: it has some, or is over, and nothing was added
   */
  boolean addCodes(Connection tx, Poll poll, List<byte[]> voters) throws SQLException;

  /** Whether its codes were made. */
  boolean hasCodes(Poll poll);
}
