package org.answerable.feedback.jdbc;

import java.sql.Connection;
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
import java.util.stream.Stream;
import org.answerable.feedback.Decision;
import org.answerable.feedback.FeedbackState;
import org.answerable.feedback.Feedbacks;
import org.answerable.feedback.Step;
import org.answerable.feedback.StepKind;
import org.answerable.intake.Source;
import org.answerable.platform.Databases;
import org.answerable.platform.Login;
import org.answerable.platform.keys.Sealed;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;

/** Reads views of the schema inbox only; the login may read nothing else. */
@Component
final class JdbcFeedbacks implements Feedbacks {
  /** What a leader may see, with the values of {@link #seen}. */
  static final String SEEN =
      """
      from inbox.feedback
      where organisation = :organisation
        and not excluded && cast(:mine as text[])
        and topic not in (:hidden)
        and case when topic in (:topics) then role in (:roles) or with_role in (:roles)
          else :others end
      """;

  private static final String FILTERED =
      SEEN
          + """
            and (cast(:topic as text) is null or topic = :topic)
            and (cast(:role as text) is null or :role in (role, with_role))
          """;

  private final Databases databases;

  JdbcFeedbacks(Databases databases) {
    this.databases = databases;
  }

  @Override
  public Optional<FeedbackState> find(String organisation, String reference) {
    return inbox()
        .sql(
            "select * from inbox.feedback where organisation = :organisation and reference ="
                + " :reference")
        .param("organisation", organisation)
        .param("reference", reference)
        .query(StepTable::state)
        .optional();
  }

  @Override
  public List<FeedbackState> list(
      Scope scope, Filter filter, LocalDate today, int limit, int offset) {
    String order =
        filter.answered()
            ? """
            and status in ('answered', 'confirmed', 'partly', 'withdrawn')
            order by responded desc nulls last, asked desc, reference
            """
            : """
            and status not in ('answered', 'confirmed', 'partly', 'withdrawn')
            order by coalesce(due < :today, false) desc, asked, reference
            """;
    return filtered("select * " + FILTERED + order + " limit :limit offset :offset", scope, filter)
        .param("today", today)
        .param("limit", limit)
        .param("offset", offset)
        .query(StepTable::state)
        .list();
  }

  @Override
  public Counts counts(Scope scope, Filter filter, LocalDate today) {
    return filtered(
            """
            select count(*) filter (where status not in ('answered', 'confirmed', 'partly', 'withdrawn')) as waiting,
              count(*) filter (where status not in ('answered', 'confirmed', 'partly', 'withdrawn') and due < :today) as overdue,
              count(*) filter (where status in ('answered', 'confirmed', 'partly')) as answered,
              count(*) filter (where status = 'withdrawn') as withdrawn
            """
                + FILTERED,
            scope,
            filter)
        .param("today", today)
        .query(
            (row, n) ->
                new Counts(
                    row.getInt("waiting"),
                    row.getInt("overdue"),
                    row.getInt("answered"),
                    row.getInt("withdrawn")))
        .single();
  }

  @Override
  public List<String> topics(Scope scope) {
    return seen("select distinct topic " + SEEN + " order by topic", scope)
        .query(String.class)
        .list();
  }

  @Override
  public List<String> setAside(Scope scope, int limit) {
    return seen(
            "select reference "
                + SEEN
                + """
                  and status <> 'withdrawn'
                  and feedback in (select feedback from inbox.doubt where organisation = :organisation)
                order by reference limit :limit
                """,
            scope)
        .param("limit", limit)
        .query(String.class)
        .list();
  }

  @Override
  public Map<UUID, List<Part>> parts(String organisation, Collection<UUID> feedbacks) {
    var parts = new HashMap<UUID, List<Part>>();
    if (!feedbacks.isEmpty()) {
      inbox()
          .sql(
              """
              select feedback, part, day, text_key, text from inbox.part
              where organisation = :organisation and feedback in (:feedbacks)
              order by feedback, ordinal, part
              """)
          .param("organisation", organisation)
          .param("feedbacks", feedbacks)
          .query(
              row -> {
                parts
                    .computeIfAbsent(row.getObject("feedback", UUID.class), f -> new ArrayList<>())
                    .add(part(row));
              });
    }
    return parts;
  }

  @Override
  public Source source(String organisation, UUID feedback) {
    return inbox()
        .sql("select source from inbox.feedback where organisation = ? and feedback = ?")
        .params(organisation, feedback)
        .query((row, n) -> Source.ofWords(row.getString(1)))
        .single();
  }

  @Override
  public Map<UUID, LocalDate> overdueSince(String organisation, Collection<UUID> feedbacks) {
    var since = new HashMap<UUID, LocalDate>();
    if (!feedbacks.isEmpty()) {
      inbox()
          .sql(
              """
              select feedback, min(day) as day from inbox.step
              where organisation = :organisation and feedback in (:feedbacks) and what = 'overdue'
              group by feedback
              """)
          .param("organisation", organisation)
          .param("feedbacks", feedbacks)
          .query(
              row -> {
                since.put(row.getObject("feedback", UUID.class), row.getDate("day").toLocalDate());
              });
    }
    return since;
  }

  @Override
  public List<StepRow> steps(String organisation, UUID feedback) {
    return of("select * from inbox.step", "number", organisation, feedback)
        .query(
            (row, n) ->
                new StepRow(
                    row.getInt("number"),
                    row.getDate("day").toLocalDate(),
                    StepKind.ofWords(row.getString("what")),
                    row.getString("by_role"),
                    row.getString("topic"),
                    row.getString("with_role"),
                    StepTable.day(row, "due")))
        .list();
  }

  @Override
  public List<ResponseRow> responses(String organisation, UUID feedback) {
    return of("select * from inbox.response", "number", organisation, feedback)
        .query((row, n) -> response(row))
        .list();
  }

  @Override
  public List<NoteRow> notes(String organisation, UUID feedback) {
    return of("select * from inbox.note", "day, note", organisation, feedback)
        .query(
            (row, n) ->
                new NoteRow(
                    row.getObject("note", UUID.class),
                    row.getDate("day").toLocalDate(),
                    row.getString("by_role"),
                    new Sealed(row.getBytes("text_key"), row.getBytes("text"))))
        .list();
  }

  @Override
  public boolean add(Connection tx, Step step) {
    return StepTable.add(tx, step);
  }

  @Override
  public void add(Connection tx, FeedbackState state, ResponseRow response) {
    of(
            tx,
            state,
            """
            insert into feedback.response (organisation, feedback, response, number, day, by_role, decision, text_key, text)
            values (:organisation, :feedback, :id, :number, :day, :byRole, :decision, :key, :text)
            """)
        .param("id", response.id())
        .param("number", response.number())
        .param("day", response.day())
        .param("byRole", response.byRole())
        .param("decision", response.decision().word())
        .param("key", response.text().key())
        .param("text", response.text().text())
        .update();
    PromiseRow promise = response.promise();
    if (promise != null) {
      of(
              tx,
              state,
              """
              insert into feedback.commitment (organisation, feedback, response, owner_role, due, hash, text_key, text)
              values (:organisation, :feedback, :id, :owner, :due, :hash, :key, :text)
              """)
          .param("id", response.id())
          .param("owner", promise.ownerRole(), Types.VARCHAR)
          .param("due", promise.due())
          .param("hash", promise.hash(), Types.BINARY)
          .param("key", promise.text().key())
          .param("text", promise.text().text())
          .update();
    }
  }

  @Override
  public void add(Connection tx, FeedbackState state, NoteRow note) {
    of(
            tx,
            state,
            """
            insert into feedback.note (organisation, feedback, note, day, by_role, text_key, text)
            values (:organisation, :feedback, :id, :day, :byRole, :key, :text)
            """)
        .param("id", note.id())
        .param("day", note.day())
        .param("byRole", note.byRole())
        .param("key", note.text().key())
        .param("text", note.text().text())
        .update();
  }

  @Override
  public void addShown(Connection tx, Step step, UUID shown, Sealed words) {
    of(
            tx,
            step.after(),
            """
            insert into feedback.shown (organisation, feedback, shown, day, text_key, text)
            values (:organisation, :feedback, :shown, :day, :key, :text)
            """)
        .param("shown", shown)
        .param("day", step.day())
        .param("key", words.key())
        .param("text", words.text())
        .update();
  }

  @Override
  public void addQuietAnswer(Connection tx, FeedbackState state, LocalDate day) {
    of(
            tx,
            state,
            """
            insert into feedback.quiet_answer (organisation, feedback, day)
            values (:organisation, :feedback, :day)
            on conflict do nothing
            """)
        .param("day", day)
        .update();
  }

  private JdbcClient inbox() {
    return databases.as(Login.INBOX);
  }

  private StatementSpec filtered(String sql, Scope scope, Filter filter) {
    return seen(sql, scope)
        .param("topic", filter.topic(), Types.VARCHAR)
        .param("role", filter.role(), Types.VARCHAR);
  }

  /** A list in SQL has at least one element: no role and no topic has an empty name. */
  private StatementSpec seen(String sql, Scope scope) {
    return seen(inbox(), sql, scope);
  }

  static StatementSpec seen(JdbcClient inbox, String sql, Scope scope) {
    return inbox
        .sql(sql)
        .param("organisation", scope.organisation())
        .param("mine", mine(scope))
        .param("roles", orEmptyName(scope.roles()))
        .param("topics", orEmptyName(scope.topics()))
        .param("hidden", orEmptyName(scope.hiddenTopics()))
        .param("others", scope.otherTopics());
  }

  private StatementSpec of(String select, String order, String organisation, UUID feedback) {
    return inbox()
        .sql(
            select
                + " where organisation = :organisation and feedback = :feedback order by "
                + order)
        .param("organisation", organisation)
        .param("feedback", feedback);
  }

  private static StatementSpec of(Connection tx, FeedbackState state, String insert) {
    return Databases.on(tx)
        .sql(insert)
        .param("organisation", state.organisation())
        .param("feedback", state.feedback());
  }

  /** By which names this leader could be excluded. */
  private static String[] mine(Scope scope) {
    return Stream.concat(scope.roles().stream(), Stream.of(scope.account().toString()))
        .toArray(String[]::new);
  }

  private static Set<String> orEmptyName(Set<String> names) {
    var result = new HashSet<>(names);
    result.add("");
    return result;
  }

  private static Part part(ResultSet row) throws SQLException {
    return new Part(
        row.getObject("part", UUID.class),
        row.getDate("day").toLocalDate(),
        new Sealed(row.getBytes("text_key"), row.getBytes("text")));
  }

  private static ResponseRow response(ResultSet row) throws SQLException {
    return new ResponseRow(
        row.getObject("response", UUID.class),
        row.getInt("number"),
        row.getDate("day").toLocalDate(),
        row.getString("by_role"),
        Decision.ofWord(row.getString("decision")),
        new Sealed(row.getBytes("text_key"), row.getBytes("text")),
        promise(row),
        row.getInt("round"),
        row.getString("outcome"),
        row.getBoolean("undecided"));
  }

  private static @Nullable PromiseRow promise(ResultSet row) throws SQLException {
    return row.getBytes("promise") == null ? null : JdbcPromises.promise(row, "due");
  }
}
