package org.answerable.feedback.jdbc;

import java.sql.Connection;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
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
                insert into feedback.step (organisation, feedback, number, day, what, by_role, status, kind, topic, sensitivity, excluded, role,
                  with_role, due, consent, decision, responded, waits_since)
                values (:organisation, :feedback, :number, :day, :what, :byRole, :status, :kind, :topic, :sensitivity, :excluded, :role,
                  :withRole, :due, :consent, :decision, :responded, :waitsSince)
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
            .param("sensitivity", after.sensitivity().name())
            .param("excluded", excluded(after))
            .param("role", after.role())
            .param("withRole", after.withRole())
            .param("due", after.due(), Types.DATE)
            .param("consent", after.consent())
            .param("decision", decision == null ? null : decision.word(), Types.VARCHAR)
            .param("responded", after.responded(), Types.DATE)
            .param("waitsSince", after.waitsSince(), Types.DATE)
            .update()
        == 1;
  }

  /** Adds the first steps of feedbacks that are new here: nobody else can have moved them. */
  static void addFirst(Connection tx, List<Step> steps) throws SQLException {
    try (PreparedStatement insert =
        tx.prepareStatement(
            """
            insert into feedback.step (organisation, feedback, number, day, what, by_role, status, kind, topic, sensitivity, excluded, role,
              with_role, due, consent, decision, responded, waits_since)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """)) {
      for (Step step : steps) {
        FeedbackState after = step.after();
        Decision decision = after.decision();
        insert.setString(1, after.organisation());
        insert.setObject(2, after.feedback());
        insert.setInt(3, after.number());
        insert.setObject(4, step.day());
        insert.setString(5, step.what().words());
        insert.setString(6, step.byRole());
        insert.setString(7, after.status().word());
        insert.setString(8, after.kind().word());
        insert.setString(9, after.topic());
        insert.setString(10, after.sensitivity().name());
        insert.setArray(11, tx.createArrayOf("text", excluded(after)));
        insert.setString(12, after.role());
        insert.setString(13, after.withRole());
        insert.setObject(14, after.due(), Types.DATE);
        insert.setBoolean(15, after.consent());
        insert.setString(16, decision == null ? null : decision.word());
        insert.setObject(17, after.responded(), Types.DATE);
        insert.setObject(18, after.waitsSince(), Types.DATE);
        insert.addBatch();
      }
      insert.executeBatch();
    }
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
        Set.of((String[]) row.getArray("excluded").getArray()),
        row.getInt("number"),
        FeedbackStatus.ofWord(row.getString("status")),
        Kind.ofWord(row.getString("kind")),
        row.getString("topic"),
        row.getString("role"),
        row.getString("with_role"),
        day(row, "due"),
        row.getBoolean("consent"),
        decision == null ? null : Decision.ofWord(decision),
        day(row, "responded"),
        day(row, "waits_since"));
  }

  private static String[] excluded(FeedbackState state) {
    return state.excluded().stream().sorted().toArray(String[]::new);
  }

  static @Nullable LocalDate day(ResultSet row, String column) throws SQLException {
    Date day = row.getDate(column);
    return day == null ? null : day.toLocalDate();
  }
}
