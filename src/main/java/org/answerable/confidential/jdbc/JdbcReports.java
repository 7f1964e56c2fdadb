package org.answerable.confidential.jdbc;

import static java.util.stream.Collectors.groupingBy;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.answerable.confidential.ConfidentialLimits;
import org.answerable.confidential.Report;
import org.answerable.confidential.Reports;
import org.answerable.confidential.SealedWords;
import org.answerable.confidential.StepKind;
import org.answerable.confidential.jdbc.ConfidedInsert.SealedText;
import org.answerable.leader.Leader;
import org.answerable.platform.Databases;
import org.answerable.platform.Login;
import org.answerable.platform.SqlArray;
import org.answerable.platform.keys.PersonKey;
import org.jspecify.annotations.Nullable;

/** Reports in PostgreSQL. */
final class JdbcReports implements Reports {
  private final Databases databases;

  JdbcReports(Databases databases) {
    this.databases = databases;
  }

  @Override
  public List<Report> list(Leader leader, boolean closed) {
    List<String> references =
        databases
            .as(Login.FOCAL)
            .sql(
                """
                select r.reference from confidential.report r
                join confidential.text t on t.organisation = r.organisation and t.report = r.report
                join confidential.key k on k.organisation = t.organisation and k.key = t.key
                left join lateral (
                  select max(texts) as known,
                    (array_agg(what order by number desc) filter (where what <> 'shared'))[1] as what
                  from confidential.step s
                  where s.organisation = r.organisation and s.reference = r.reference) s on true
                where r.organisation = ? and k.account = ?
                group by r.reference, s.known, s.what
                having ? = coalesce(s.what = 'closed'
                  and s.known >= count(distinct t.text) filter (where t.step is null), false)
                order by
                  coalesce(s.known, 0) >= count(distinct t.text) filter (where t.step is null),
                  min(r.day), r.reference
                limit ?
                """)
            .params(leader.organisation(), leader.account(), closed, ConfidentialLimits.PAGE_ROWS)
            .query(String.class)
            .list();
    return load(leader, references);
  }

  @Override
  public Optional<Report> find(Leader leader, String reference) {
    return load(leader, List.of(reference)).stream().findFirst();
  }

  private List<Report> load(Leader leader, List<String> references) {
    Map<String, List<Row>> texts =
        texts(leader, references).stream().collect(groupingBy(Row::reference));
    Map<String, List<StepRow>> steps =
        steps(leader.organisation(), references).stream().collect(groupingBy(StepRow::reference));
    return references.stream()
        .filter(texts::containsKey)
        .map(
            reference ->
                new Report(
                    reference,
                    texts.getOrDefault(reference, List.of()).getFirst().day,
                    texts.getOrDefault(reference, List.of()).stream().map(Row::text).toList(),
                    steps.getOrDefault(reference, List.of()).stream().map(StepRow::step).toList()))
        .toList();
  }

  /** Each text once: under the key that its reader uses now, if it is sealed to that. */
  private List<Row> texts(Leader leader, List<String> references) {
    return databases
        .as(Login.FOCAL)
        .sql(
            """
            select * from (
              select distinct on (t.text) r.reference, r.day as report_day, t.text, t.report, t.key,
                t.day, t.ordinal, t.step, t.sealed
              from confidential.report r
              join confidential.text t on t.organisation = r.organisation and t.report = r.report
              join confidential.key k on k.organisation = t.organisation and k.key = t.key
              where r.organisation = ? and r.reference = any (?) and k.account = ?
              order by t.text, k.ended is null desc) one
            order by day, report_day, report, step nulls first, ordinal
            """)
        .params(leader.organisation(), references.toArray(String[]::new), leader.account())
        .query(
            (row, n) ->
                new Row(
                    row.getString("reference"),
                    row.getObject("report_day", LocalDate.class),
                    new Report.Text(
                        row.getObject("text", UUID.class),
                        row.getObject("report", UUID.class),
                        row.getString("key"),
                        row.getObject("day", LocalDate.class),
                        row.getObject("step", Integer.class),
                        row.getBytes("sealed"))))
        .list();
  }

  private List<StepRow> steps(String organisation, List<String> references) {
    return databases
        .as(Login.FOCAL)
        .sql(
            """
            select s.reference, s.number, s.day, s.what, s.by_role, s.texts, o.response,
              o.round, o.outcome, o.undecided
            from confidential.step s
            left join confidential.outcome o on o.organisation = s.organisation
              and o.reference = s.reference and o.number = s.number
            where s.organisation = ? and s.reference = any (?) order by s.number
            """)
        .params(organisation, references.toArray(String[]::new))
        .query(
            (row, n) ->
                new StepRow(
                    row.getString(1),
                    new Report.Step(
                        row.getInt(2),
                        row.getObject(3, LocalDate.class),
                        StepKind.ofWord(row.getString(4)),
                        row.getString(5),
                        row.getInt(6),
                        sent(row))))
        .list();
  }

  private static Report.@Nullable Sent sent(ResultSet row) throws SQLException {
    UUID response = row.getObject("response", UUID.class);
    return response == null
        ? null
        : new Report.Sent(
            response, row.getInt("round"), row.getString("outcome"), row.getBoolean("undecided"));
  }

  @Override
  public boolean add(Connection tx, String organisation, String reference, NewStep step) {
    return Databases.on(tx)
            .sql(
                """
                insert into confidential.step
                  (organisation, reference, number, day, what, by_role, texts, response)
                values (:organisation, :reference, :number, :day, :what, :role, :texts, :response)
                on conflict do nothing
                """)
            .param("organisation", organisation)
            .param("reference", reference)
            .param("number", step.number())
            .param("day", step.day())
            .param("what", step.what().word())
            .param("role", step.byRole())
            .param("texts", step.texts())
            .param("response", step.response())
            .update()
        == 1;
  }

  @Override
  public void addCopies(Connection tx, String organisation, List<Copy> copies) throws SQLException {
    try (var statement =
        tx.prepareStatement(
            """
            insert into confidential.text
              (organisation, text, key, report, day, ordinal, step, sealed)
            select t.organisation, t.text, c.key, t.report, t.day, t.ordinal, t.step, c.sealed
            from unnest(?::uuid[], ?::text[], ?::bytea[]) as c(text, key, sealed)
            join lateral (
              select * from confidential.text t
              where t.organisation = ? and t.text = c.text limit 1) t on true
            on conflict do nothing
            """)) {
      statement.setArray(1, SqlArray.of(tx, "uuid", copies, Copy::text));
      statement.setArray(2, SqlArray.of(tx, "text", copies, Copy::key));
      statement.setArray(3, SqlArray.of(tx, "bytea", copies, Copy::sealed));
      statement.setString(4, organisation);
      statement.executeUpdate();
    }
  }

  @Override
  public void addAnswer(Connection tx, String organisation, Answer answer) throws SQLException {
    byte[] plain = SealedWords.ofAnswer(answer.words());
    byte[] place = SealedWords.place(organisation, answer.response());
    List<SealedText> rows =
        readers(tx, organisation, answer.reference()).stream()
            .map(
                key ->
                    new SealedText(
                        answer.response(),
                        key.name(),
                        answer.report(),
                        answer.day(),
                        0,
                        answer.step(),
                        key.seal(plain, place),
                        null))
            .toList();
    ConfidedInsert.addSealed(tx, organisation, rows);
  }

  private static List<PersonKey> readers(Connection tx, String organisation, String reference) {
    return Databases.on(tx)
        .sql(
            """
            select k.public_key from confidential.living_key k
            where k.organisation = ? and exists (
              select from confidential.report r
              join confidential.text t on t.organisation = r.organisation and t.report = r.report
              where r.organisation = k.organisation and r.reference = ? and t.key = k.key)
            """)
        .params(organisation, reference)
        .query((row, n) -> PersonKey.of(row.getBytes(1)))
        .list();
  }

  @Override
  public void tellReceipts(Connection tx, String organisation, String reference, LocalDate day) {
    Databases.on(tx)
        .sql(
            """
            insert into confidential.quiet_answer (organisation, commitment, day)
            select organisation, commitment, ? from confidential.report
            where organisation = ? and reference = ? and commitment is not null
            on conflict do nothing
            """)
        .params(day, organisation, reference)
        .update();
  }

  private record Row(String reference, LocalDate day, Report.Text text) {

    @Override
    public String toString() {
      return "Row[redacted]";
    }
  }

  private record StepRow(String reference, Report.Step step) {

    @Override
    public String toString() {
      return "StepRow[redacted]";
    }
  }
}
