package org.answerable.feedback;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.answerable.intake.Released;

/** Feedback as slots and the clock write it, with the intake's login. */
public interface Releases {
  /** Adds feedbacks with their texts. */
  void add(Connection tx, List<Released> feedbacks) throws SQLException;

  void addParts(Connection tx, List<Released.Part> parts) throws SQLException;

  Optional<FeedbackState> find(Connection tx, String organisation, UUID feedback)
      throws SQLException;

  /** Adds a step, unless there is one of its number: then false, and nothing was changed. */
  boolean add(Connection tx, Step step) throws SQLException;

  /** Unanswered ones whose day is over and who have no step that says so; the longest first. */
  List<FeedbackState> overdue(Connection tx, String organisation, LocalDate today, int limit)
      throws SQLException;
}
