package org.answerable.feedback.jdbc;

import java.sql.Connection;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.util.UUID;
import org.answerable.feedback.Decision;
import org.answerable.feedback.FeedbackState;
import org.answerable.feedback.FeedbackStatus;
import org.answerable.feedback.Step;
import org.answerable.organisation.Kind;
import org.answerable.organisation.Sensitivity;
import org.answerable.platform.Databases;
import org.jspecify.annotations.Nullable;

/**
 * The one table in which a feedback moves. Its key is the lock: of two at once, one adds nothing.
 */
final class StepTable {
  private StepTable() {}

  static boolean add(Connection tx, Step step) {
    FeedbackState after = step.after();
    Decision decision = after.decision();
    return Databases.on(tx)
            .sql(
                """
                insert into feedback.step (organisation, feedback, number, day, what, by_role, status, kind, topic, role,
                  with_role, due, consent, decision, responded)
                values (:organisation, :feedback, :number, :day, :what, :byRole, :status, :kind, :topic, :role,
                  :withRole, :due, :consent, :decision, :responded)
                on conflict do nothing
                """)
            .param("organisation", after.organisation())
            .param("feedback", after.feedback())
            .param("number", after.number())
            .param("day", step.day())
            .param("what", step.what().words())
            .param("byRole", step.byRole(), Types.VARCHAR)
            .param("status", after.status().word())
            .param("kind", after.kind().word())
            .param("topic", after.topic())
            .param("role", after.role())
            .param("withRole", after.withRole())
            .param("due", after.due(), Types.DATE)
            .param("consent", after.consent())
            .param("decision", decision == null ? null : decision.word(), Types.VARCHAR)
            .param("responded", after.responded(), Types.DATE)
            .update()
        == 1;
  }

  /** Reads a row of a feedback joined with its last step. */
  static FeedbackState state(ResultSet row, int rowNumber) throws SQLException {
    String decision = row.getString("decision");
    return new FeedbackState(
        row.getString("organisation"),
        row.getObject("feedback", UUID.class),
        row.getString("reference"),
        row.getDate("asked").toLocalDate(),
        Sensitivity.valueOf(row.getString("sensitivity")),
        row.getInt("number"),
        FeedbackStatus.ofWord(row.getString("status")),
        Kind.ofWord(row.getString("kind")),
        row.getString("topic"),
        row.getString("role"),
        row.getString("with_role"),
        day(row, "due"),
        row.getBoolean("consent"),
        decision == null ? null : Decision.ofWord(decision),
        day(row, "responded"));
  }

  static @Nullable LocalDate day(ResultSet row, String column) throws SQLException {
    Date day = row.getDate(column);
    return day == null ? null : day.toLocalDate();
  }
}
