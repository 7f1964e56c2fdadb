package org.answerable.poll;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The live ballots: what voters sent to polls that are open, sealed. */
public interface Ballots {
  /** The live ballot of a voter, sealed. */
  Optional<byte[]> choice(String organisation, String poll, byte[] voter);

  /** Removes the live ballot of a voter. */
  void forget(String organisation, String poll, byte[] voter);

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
