package org.answerable.intake.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.answerable.intake.Reading;
import org.answerable.intake.Readings;
import org.answerable.intake.Source;
import org.answerable.intake.Unread;
import org.answerable.organisation.Kind;
import org.answerable.organisation.Sensitivity;
import org.answerable.platform.Databases;
import org.answerable.platform.Login;
import org.answerable.platform.keys.Sealed;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads views of the schema reader only. Ids are random, and so is their order. */
@Component
final class JdbcReadings implements Readings {
  private final Databases databases;

  JdbcReadings(Databases databases) {
    this.databases = databases;
  }

  @Override
  public List<Unread> waiting(String organisation, int limit) {
    return reader()
        .sql(
            """
            select * from reader.undecided
            where organisation = ? and not aside and not sorted order by feedback limit ?
            """)
        .params(organisation, limit)
        .query(JdbcReadings::unread)
        .list();
  }

  @Override
  public List<Unread> setAside(String organisation, int limit, int offset) {
    return reader()
        .sql(
            """
            select * from reader.undecided
            where organisation = ? and aside order by feedback limit ? offset ?
            """)
        .params(organisation, limit, offset)
        .query(JdbcReadings::unread)
        .list();
  }

  @Override
  public int countSetAside(String organisation) {
    return reader()
        .sql("select count(*) from reader.undecided where organisation = ? and aside")
        .param(organisation)
        .query(Integer.class)
        .single();
  }

  @Override
  public List<Month> months(String organisation) {
    return reader()
        .sql(
            """
            select month, count from reader.set_aside
            where organisation = ? and count > 0 order by month desc
            """)
        .param(organisation)
        .query((row, n) -> new Month(row.getObject(1, LocalDate.class), row.getLong(2)))
        .list();
  }

  @Override
  public Optional<Unread> find(String organisation, String reference) {
    return reader()
        .sql(
            "select * from reader.undecided where organisation = ? and reference = ? and not"
                + " sorted")
        .params(organisation, reference)
        .query(JdbcReadings::unread)
        .optional();
  }

  @Override
  public Map<UUID, List<Part>> parts(String organisation, Collection<UUID> feedbacks) {
    var parts = new HashMap<UUID, List<Part>>();
    reader()
        .sql(
            """
            select feedback, part, day, text_key, text from reader.part
            where organisation = ? and feedback = any (?) order by feedback, ordinal, part
            """)
        .params(organisation, feedbacks.toArray(UUID[]::new))
        .query(
            row -> {
              parts
                  .computeIfAbsent(row.getObject("feedback", UUID.class), f -> new ArrayList<>())
                  .add(part(row));
            });
    return parts;
  }

  @Override
  public Set<UUID> decided(String organisation) {
    return new HashSet<>(
        reader()
            .sql("select feedback from reader.decision where organisation = ? and not applied")
            .param(organisation)
            .query(UUID.class)
            .list());
  }

  @Override
  public Optional<Reading> decision(String organisation, String reference) {
    return reader()
        .sql(
            """
            select * from reader.decision
            where organisation = ? and reference = ? order by round desc limit 1
            """)
        .params(organisation, reference)
        .query((row, n) -> DecisionRows.reading(row))
        .optional();
  }

  @Override
  public boolean decide(String organisation, Unread unread, Reading reading, LocalDate day) {
    Reading.@Nullable Sorting sorting = reading instanceof Reading.Sorting it ? it : null;
    return reader()
            .sql(
                """
                insert into intake.decision
                  (organisation, feedback, round, reference, day, what, topic, kind, sensitivity, excluded)
                values (:organisation, :feedback, :round, :reference, :day, :what, :topic, :kind,
                  :sensitivity, :excluded)
                on conflict do nothing
                """)
            .param("organisation", organisation)
            .param("feedback", unread.feedback())
            .param("round", unread.round())
            .param("reference", unread.reference())
            .param("day", day)
            .param("what", DecisionRows.what(reading))
            .param("topic", sorting == null ? null : sorting.topic(), Types.VARCHAR)
            .param("kind", sorting == null ? null : sorting.kind().word(), Types.VARCHAR)
            .param(
                "sensitivity", sorting == null ? null : sorting.sensitivity().name(), Types.VARCHAR)
            .param("excluded", DecisionRows.excluded(reading))
            .update()
        == 1;
  }

  private JdbcClient reader() {
    return databases.as(Login.READER);
  }

  private static Unread unread(ResultSet row, int n) throws SQLException {
    String kind = row.getString("kind");
    return new Unread(
        row.getObject("feedback", UUID.class),
        row.getString("reference"),
        row.getObject("day", LocalDate.class),
        Sensitivity.valueOf(row.getString("sensitivity")),
        Source.ofWords(row.getString("source")),
        kind == null ? null : Kind.ofWord(kind),
        row.getInt("round"),
        row.getBoolean("aside") ? Unread.Where.ASIDE : Unread.Where.INTAKE);
  }

  private static Part part(ResultSet row) throws SQLException {
    return new Part(
        row.getObject("part", UUID.class),
        row.getObject("day", LocalDate.class),
        new Sealed(row.getBytes("text_key"), row.getBytes("text")));
  }
}
