package org.answerable.intake;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;

/** Where a slot puts what it releases. Implemented by {@code feedback}. */
public interface ReleaseTarget {
  /** Takes feedbacks that leaders may see from now on, in the transaction of their release. */
  void release(Connection tx, List<Released> feedbacks) throws SQLException;

  /** Takes what was added to feedbacks released earlier. */
  void add(Connection tx, List<Released.Part> parts) throws SQLException;

  /** Takes what senders said about feedbacks released earlier; it stages the entries itself. */
  void sort(Connection tx, List<Sorted> details) throws SQLException;

  /** Takes what readers found of feedbacks released earlier; it stages the entries itself. */
  void read(Connection tx, List<ReadingMade> readings) throws SQLException;

  /** Takes what senders said of answers; it stages the entries itself. */
  void judge(Connection tx, List<AnswerJudged> judgements) throws SQLException;

  /** Takes what senders said of words that they were shown; it stages the entries itself. */
  void allow(Connection tx, List<WordsAllowed> allowed) throws SQLException;

  /**
   * Gives a feedback released earlier to the focal point alone, and shows it to nobody from now on.
   * The public learns of it at the next slot, by {@link #read}. Done twice, it is done once.
   */
  void confide(Connection tx, String organisation, UUID feedback) throws SQLException;

  /**
   * Takes a feedback from leaders that its sender took back, if they have it; it stages the entry
   * itself.
   */
  void withdraw(Connection tx, String organisation, UUID feedback) throws SQLException;

  /**
   * Tells the receipts of what was answered, but is closed to the public, since the last slot.
   *
   * @return how many
   */
  int tellQuietAnswers(Connection tx, String organisation) throws SQLException;
}
