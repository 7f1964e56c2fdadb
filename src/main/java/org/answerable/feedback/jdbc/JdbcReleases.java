package org.answerable.feedback.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.answerable.feedback.FeedbackState;
import org.answerable.feedback.Releases;
import org.answerable.feedback.Step;
import org.answerable.intake.Released;
import org.answerable.platform.Databases;
import org.answerable.platform.keys.Sealed;
import org.springframework.stereotype.Component;

@Component
final class JdbcReleases implements Releases {
  private static final String LAST_STEP =
      """
      select f.organisation, f.feedback, f.reference, f.asked,
        s.number, s.status, s.kind, s.topic, s.sensitivity, s.excluded, s.role, s.with_role, s.due, s.consent, s.decision,
        s.responded, s.waits_since
      from feedback.feedback f
      cross join lateral (
        select * from feedback.step s
        where s.organisation = f.organisation and s.feedback = f.feedback
        order by s.number desc limit 1) s
      where f.organisation = :organisation and f.feedback = :feedback
      """;

  @Override
  public void add(Connection tx, List<Released> feedbacks) throws SQLException {
    try (PreparedStatement insert =
        tx.prepareStatement(
            """
            insert into feedback.feedback (organisation, feedback, reference, asked, source, commitment)
            values (?, ?, ?, ?, ?, ?)
            """)) {
      for (Released feedback : feedbacks) {
        insert.setString(1, feedback.organisation());
        insert.setObject(2, feedback.feedback());
        insert.setString(3, feedback.reference());
        insert.setObject(4, feedback.asked());
        insert.setString(5, feedback.source().words());
        insert.setBytes(6, feedback.commitment());
        insert.addBatch();
      }
      insert.executeBatch();
    }
    addParts(tx, feedbacks.stream().flatMap(feedback -> feedback.parts().stream()).toList());
  }

  @Override
  public void addParts(Connection tx, List<Released.Part> parts) throws SQLException {
    try (PreparedStatement insert =
        tx.prepareStatement(
            """
            insert into feedback.part (organisation, feedback, part, ordinal, day, commitment, salt, text_key, text)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?)
            """)) {
      for (Released.Part part : parts) {
        insert.setString(1, part.organisation());
        insert.setObject(2, part.feedback());
        insert.setObject(3, part.part());
        insert.setInt(4, part.ordinal());
        insert.setObject(5, part.day());
        insert.setBytes(6, part.commitment());
        insert.setBytes(7, part.salt());
        insert.setBytes(8, part.text().key());
        insert.setBytes(9, part.text().text());
        insert.addBatch();
      }
      insert.executeBatch();
    }
  }

  @Override
  public List<Released.Part> takeParts(Connection tx, FeedbackState state) {
    Databases.on(tx)
        .sql("delete from feedback.shown where organisation = ? and feedback = ?")
        .params(state.organisation(), state.feedback())
        .update();
    return Databases.on(tx)
        .sql(
            """
            delete from feedback.part where organisation = ? and feedback = ?
            returning part, ordinal, day, commitment, salt, text_key, text
            """)
        .params(state.organisation(), state.feedback())
        .query(
            (row, n) ->
                new Released.Part(
                    state.organisation(),
                    state.feedback(),
                    row.getObject("part", UUID.class),
                    row.getInt("ordinal"),
                    row.getObject("day", LocalDate.class),
                    row.getBytes("commitment"),
                    row.getBytes("salt"),
                    new Sealed(row.getBytes("text_key"), row.getBytes("text"))))
        .list();
  }

  @Override
  public Optional<FeedbackState> find(Connection tx, String organisation, UUID feedback) {
    return Databases.on(tx)
        .sql(LAST_STEP)
        .param("organisation", organisation)
        .param("feedback", feedback)
        .query(StepTable::state)
        .optional();
  }

  @Override
  public Optional<String> answeredBy(Connection tx, FeedbackState state) {
    return Databases.on(tx)
        .sql(
            """
            select by_role from feedback.step
            where organisation = ? and feedback = ? and what = 'answered'
            order by number desc limit 1
            """)
        .params(state.organisation(), state.feedback())
        .query(String.class)
        .optional();
  }

  @Override
  public Optional<Shown> shown(Connection tx, FeedbackState state, UUID shown) {
    return Databases.on(tx)
        .sql(
            """
            select w.shown, w.day, w.text_key, w.text from feedback.shown w
            where w.organisation = ? and w.feedback = ? and w.shown = ? and not exists (
              select from feedback.step s
              where s.organisation = w.organisation and s.feedback = w.feedback
                and s.what in ('words kept', 'words published'))
            """)
        .params(state.organisation(), state.feedback(), shown)
        .query(
            (row, n) ->
                new Shown(
                    row.getObject(1, UUID.class),
                    row.getObject(2, LocalDate.class),
                    new Sealed(row.getBytes(3), row.getBytes(4))))
        .optional();
  }

  @Override
  public void addFirst(Connection tx, List<Step> steps) throws SQLException {
    StepTable.addFirst(tx, steps);
  }

  @Override
  public List<QuietAnswer> takeQuietAnswers(Connection tx, String organisation) {
    return Databases.on(tx)
        .sql(
            """
            with taken as (
              delete from feedback.quiet_answer where organisation = ? returning *)
            select f.reference, f.commitment, t.day from taken t
            join feedback.feedback f on f.organisation = t.organisation and f.feedback = t.feedback
            order by f.feedback
            """)
        .param(organisation)
        .query(
            (row, n) ->
                new QuietAnswer(
                    row.getString(1), row.getBytes(2), row.getObject(3, LocalDate.class)))
        .list();
  }

  @Override
  public boolean add(Connection tx, Step step) {
    return StepTable.add(tx, step);
  }
}
