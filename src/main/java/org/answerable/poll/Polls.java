package org.answerable.poll;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.answerable.responselog.PollTerms;

/** The polls, and the codes that were printed for them. */
public interface Polls {
  /** Adds one that waits for a second leader. False: there is one of that reference. */
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

  /** Removes one to which nobody agreed. False: it is more by now. */
  boolean discard(Poll poll);

  /** Notes who wants it cancelled, and why. False: it is over, or somebody wants that already. */
  boolean wish(Poll poll, Cancelling wish);

  /** Nobody wants it cancelled any more. False: nobody did, or it is over. */
  boolean keep(Poll poll);

  /**
   * Removes a text of one that is over, and keeps the other words.
   *
   * @param hash the text's salted hash
   * @param without the terms without that text
   * @return false: it was removed before, or the poll is not over, and nothing was changed
   */
  boolean remove(Connection tx, Poll poll, byte[] hash, UnaryOperator<PollTerms> without)
      throws SQLException;

  /** The salted hashes of its texts that were removed, those of the log's next slot too. */
  List<byte[]> removed(Poll poll);

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
