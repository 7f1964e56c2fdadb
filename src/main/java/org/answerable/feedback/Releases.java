package org.answerable.feedback;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.answerable.intake.Released;
import org.answerable.platform.keys.Sealed;

/** Feedback as slots write it, with the intake's login. */
public interface Releases {
  /** Adds feedbacks with their texts. */
  void add(Connection tx, List<Released> feedbacks) throws SQLException;

  void addParts(Connection tx, List<Released.Part> parts) throws SQLException;

  /** Removes the texts of a feedback that leaders may not read any more. */
  List<Released.Part> takeParts(Connection tx, FeedbackState state) throws SQLException;

  /** Adds the first step of each of these feedbacks, which were added in this transaction. */
  void addFirst(Connection tx, List<Step> steps) throws SQLException;

  Optional<FeedbackState> find(Connection tx, String organisation, UUID feedback)
      throws SQLException;

  /** The role that gave the last answer; empty: there is none. */
  Optional<String> answeredBy(Connection tx, FeedbackState state);

  /** The words that its sender was shown, of which they have not said anything yet. */
  Optional<Shown> shown(Connection tx, FeedbackState state, UUID shown);

  /**
   * Words that would be public.
   *
   * @param day on which they were shown
   */
  record Shown(UUID id, LocalDate day, Sealed words) {
    @Override
    public String toString() {
      return "Shown[redacted]";
    }
  }

  /** Removes the answers of which no entry tells. */
  List<QuietAnswer> takeQuietAnswers(Connection tx, String organisation) throws SQLException;

  /**
   * A feedback that was answered, but is closed to the public.
   *
   * @param commitment of its first part
   * @param day of the first response
   */
  record QuietAnswer(String reference, byte[] commitment, LocalDate day) {}

  /** Adds a step, unless there is one of its number: then false, and nothing was changed. */
  boolean add(Connection tx, Step step) throws SQLException;
}
