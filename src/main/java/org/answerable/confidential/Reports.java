package org.answerable.confidential;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.answerable.leader.Leader;
import org.jspecify.annotations.Nullable;

/** What was confided, as the room's login sees it: sealed. */
public interface Reports {
  /**
   * Those that this focal point has a key to: with new words first, then the oldest; the first
   * {@link ConfidentialLimits#PAGE_ROWS} of them.
   *
   * @param closed those that are closed, or those that are not
   */
  List<Report> list(Leader leader, boolean closed);

  /** Empty: there is none, or none of its texts was ever sealed to this focal point. */
  Optional<Report> find(Leader leader, String reference);

  /** False: somebody else took this step's number first, and nothing was written. */
  boolean add(Connection tx, String organisation, String reference, NewStep step)
      throws SQLException;

  /** Copies of texts for other keys; what is there already stays. */
  void addCopies(Connection tx, String organisation, List<Copy> copies) throws SQLException;

  /** Keeps an answer, sealed to everybody who could read what it answers. */
  void addAnswer(Connection tx, String organisation, Answer answer) throws SQLException;

  /** Lets the next slot tell the receipts of this reference that it was answered. */
  void tellReceipts(Connection tx, String organisation, String reference, LocalDate day)
      throws SQLException;

  /**
   * A step to be taken.
   *
   * @param response the id of the answer that is sent with it
   */
  record NewStep(
      int number,
      LocalDate day,
      StepKind what,
      String byRole,
      int texts,
      @Nullable UUID response) {}

  /** One text, sealed by a focal point's browser to another key. */
  record Copy(UUID text, String key, byte[] sealed) {

    @Override
    public String toString() {
      return "Copy[redacted]";
    }
  }

  /**
   * What was answered.
   *
   * @param response its id, and that of its rows
   * @param report by whose route it went
   * @param step that it is
   */
  record Answer(
      UUID response, UUID report, String reference, int step, LocalDate day, String words) {

    @Override
    public String toString() {
      return "Answer[redacted]";
    }
  }
}
