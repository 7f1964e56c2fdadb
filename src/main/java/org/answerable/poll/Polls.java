package org.answerable.poll;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.answerable.responselog.PollTerms;

/** The polls, and while one is open its ballots, sealed. */
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

  /** The live ballot of a voter, sealed. */
  Optional<byte[]> choice(String organisation, String poll, byte[] voter);

  /** Removes the live ballot of a voter. */
  void forget(String organisation, String poll, byte[] voter);

  /**
   * Adds the codes of a poll that is announced and has none.
   *
   * @param voters the tags of their votes, each {@link BallotBox#voter}
   * @return false: it has some, or is over, and nothing was added
   */
  boolean addCodes(Connection tx, Poll poll, List<byte[]> voters) throws SQLException;

  /** Whether its codes were made. */
  boolean hasCodes(Poll poll);

  /** Whether a code is one of an open poll's, by the tag of its vote. */
  boolean hasCode(String organisation, String poll, byte[] voter);

  /** From the commit on votes count. */
  void open(Connection tx, Poll poll) throws SQLException;

  /**
   * From here on no vote is taken: whoever is writing one is waited for. Ends in the transaction's
   * commit. False: it is not open.
   */
  boolean shut(Connection tx, Poll poll) throws SQLException;

  /** Takes every live ballot of a poll out; whoever was forgotten until then is not among them. */
  List<SealedBallot> take(Connection tx, Poll poll) throws SQLException;

  /**
   * Removes the live ballots and the codes; what they say goes on without voters, under random ids.
   */
  void part(Connection tx, Poll poll, List<LooseBallot> ballots) throws SQLException;

  /**
   * One live ballot.
   *
   * @param voter {@code HMAC(K_poll, constituent)}
   * @param choice sealed under the poll's key
   */
  record SealedBallot(byte[] voter, byte[] choice) {}

  /**
   * What somebody chose, and nothing that leads to them.
   *
   * @param line as {@link BallotLine} writes it
   */
  record LooseBallot(UUID id, String line) {
    @Override
    public String toString() {
      return "LooseBallot[redacted]";
    }
  }
}
