package org.answerable.responselog.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.answerable.organisation.Kind;
import org.answerable.platform.Databases;
import org.answerable.platform.Login;
import org.answerable.responselog.Entry;
import org.answerable.responselog.EntryJson;
import org.answerable.responselog.PublicFeedback;
import org.answerable.responselog.PublicLog;
import org.answerable.responselog.PublicText;
import org.answerable.responselog.Quarter;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The log through the views that the login {@code public} may read. */
@Component
final class JdbcPublicLog implements PublicLog {
  private static final HexFormat HEX = HexFormat.of();
  private static final String FROM =
      """
      from site.feedback f
      left join site.content w on w.organisation = f.organisation and w.hash = f.words
      left join site.content r on r.organisation = f.organisation and r.hash = f.response
      where f.organisation = :organisation
      """;
  private static final String FEEDBACK =
      """
      select f.reference, f.opened, f.day, f.kind, f.topic, f.role, f.with_role, f.status, f.due,
        f.responded, f.decision, w.text as words, r.text as response, f.closed,
        f.waits_since, f.echoes
      """
          + FROM;

  /** A part of the log, whatever its standing. */
  private static final String PART =
      """
      and (:topic::text is null or f.topic = :topic)
      and (:from::date is null or f.day >= :from) and (:to::date is null or f.day <= :to)
      """;

  private static final String FOUND =
      """
      and (strpos(lower(w.text), :search) > 0 or strpos(lower(r.text), :search) > 0
        or strpos(lower(f.reference), :search) > 0)
      """;
  private static final int CHANGES_SEARCHED = 1000;
  private final Databases databases;

  JdbcPublicLog(Databases databases) {
    this.databases = databases;
  }

  private JdbcClient db() {
    return databases.as(Login.PUBLIC);
  }

  @Override
  public Edition edition(String organisation) {
    return db().sql(
            """
            select
              (select coalesce(max(index), -1) from site.entry where organisation = :organisation),
              seen.size,
              (select count(*) from site.cosignature s
                where s.organisation = :organisation and s.size = seen.size)
            from (select coalesce(max(size), 0) as size from site.cosignature
              where organisation = :organisation) seen
            """)
        .param("organisation", organisation)
        .query((row, n) -> new Edition(row.getLong(1), row.getLong(2), row.getInt(3)))
        .single();
  }

  @Override
  public List<Asked> asked(String organisation, LocalDate from, LocalDate today) {
    return db().sql(
            """
            select day, role, due, responded, resolved from site.feedback
            where organisation = :organisation and day >= :from
              and (closed is null or responded is not null or due is null
                or closed >= :quarter or due >= :quarter)
              and not (status = 'withdrawn' and responded is null)
            """)
        .param("organisation", organisation)
        .param("from", from)
        .param("quarter", Quarter.firstDay(today))
        .query(
            (row, n) ->
                new Asked(
                    row.getObject("day", LocalDate.class),
                    row.getString("role"),
                    row.getObject("due", LocalDate.class),
                    row.getObject("responded", LocalDate.class),
                    row.getObject("resolved", LocalDate.class)))
        .list();
  }

  @Override
  public List<PublicFeedback> overdue(String organisation, LocalDate today, int limit) {
    return db().sql(
            FEEDBACK
                + """
                and %s
                order by f.due, f.opened limit :limit
                """
                    .formatted(is(Standing.OVERDUE)))
        .param("organisation", organisation)
        .param("today", today)
        .param("quarter", Quarter.firstDay(today))
        .param("limit", limit)
        .query(JdbcPublicLog::feedback)
        .list();
  }

  @Override
  public List<PublicFeedback> answered(String organisation, int limit) {
    return db().sql(
            FEEDBACK
                + """
                and f.responded is not null
                order by f.responded desc, f.opened desc limit :limit
                """)
        .param("organisation", organisation)
        .param("limit", limit)
        .query(JdbcPublicLog::feedback)
        .list();
  }

  @Override
  public List<PublicFeedback> page(String organisation, Filter filter, long before, int limit) {
    return part(
            FEEDBACK
                + part(filter)
                + "and f.opened < :before "
                + condition(filter.standing())
                + " order by f.opened desc limit :limit",
            organisation,
            filter)
        .param("before", before)
        .param("limit", limit)
        .query(JdbcPublicLog::feedback)
        .list();
  }

  private JdbcClient.StatementSpec part(String sql, String organisation, Filter filter) {
    return db().sql(sql)
        .param("organisation", organisation)
        .param("topic", filter.topic())
        .param("from", filter.from())
        .param("to", filter.to())
        .param("search", filter.search())
        .param("today", filter.today())
        .param("quarter", Quarter.firstDay(filter.today()));
  }

  private static String part(Filter filter) {
    return filter.search() == null ? PART : PART + FOUND;
  }

  private static String condition(@Nullable Standing standing) {
    return standing == null ? "" : "and " + is(standing);
  }

  private static String is(Standing standing) {
    return switch (standing) {
      case OVERDUE ->
          "f.responded is null and f.due < :today and (f.closed is null or f.closed >= :quarter"
              + " or f.due >= :quarter)";
      case WAITING ->
          "f.responded is null and (f.due is null or f.due >= :today or f.closed < :quarter and"
              + " f.due < :quarter) and f.status <> 'withdrawn'";
      case ANSWERED -> "f.responded is not null";
    };
  }

  @Override
  public Optional<Accounted> accounted(String organisation) {
    return db().sql(
            """
            select until, letters from site.accounted where organisation = ?
            order by size desc limit 1
            """)
        .param(organisation)
        .query((row, n) -> new Accounted(row.getObject(1, LocalDate.class), row.getString(2)))
        .optional();
  }

  @Override
  public Counts counts(String organisation, Filter filter) {
    return part(
            """
            select count(*) filter (where %s), count(*) filter (where %s),
              count(*) filter (where %s)
            """
                    .formatted(is(Standing.OVERDUE), is(Standing.WAITING), is(Standing.ANSWERED))
                + FROM
                + part(filter),
            organisation,
            filter)
        .query((row, n) -> new Counts(row.getInt(1), row.getInt(2), row.getInt(3)))
        .single();
  }

  @Override
  public Optional<LocalDate> firstDay(String organisation) {
    return db().sql("select min(day) from site.feedback where organisation = ?")
        .param(organisation)
        .query((row, n) -> Optional.ofNullable(row.getObject(1, LocalDate.class)))
        .single();
  }

  @Override
  public Optional<PublicFeedback> find(String organisation, String reference) {
    return db().sql(FEEDBACK + " and f.reference = :reference")
        .param("organisation", organisation)
        .param("reference", reference)
        .query(JdbcPublicLog::feedback)
        .optional();
  }

  @Override
  public List<Entry.DeclarationChanged> declared(String organisation) {
    return ConfigurationRows.of(db(), LogStand.VIEWS, organisation, Entry.DeclarationChanged.class);
  }

  @Override
  public List<Entry.FocalKeyAnnounced> focalKeys(String organisation) {
    return ConfigurationRows.of(db(), LogStand.VIEWS, organisation, Entry.FocalKeyAnnounced.class)
        .reversed();
  }

  @Override
  public List<PublicEntry> entries(String organisation, String reference) {
    List<Numbered> found =
        db().sql(
                """
                select index, body from site.entry
                where organisation = :organisation and reference = :reference order by index
                """)
            .param("organisation", organisation)
            .param("reference", reference)
            .query((row, n) -> new Numbered(row.getLong(1), EntryJson.read(row.getBytes(2))))
            .list();
    Map<String, PublicText> texts = texts(organisation, found);
    return found.stream()
        .map(one -> new PublicEntry(one.index, one.entry, text(one, texts), promise(one, texts)))
        .toList();
  }

  private record Numbered(long index, Entry entry) {}

  private static @Nullable PublicText text(Numbered one, Map<String, PublicText> texts) {
    return find(EntryTexts.words(one.entry), texts);
  }

  private static @Nullable PublicText promise(Numbered one, Map<String, PublicText> texts) {
    return find(EntryTexts.promise(one.entry), texts);
  }

  private static @Nullable PublicText find(byte @Nullable [] hash, Map<String, PublicText> texts) {
    return hash == null ? null : texts.get(HEX.formatHex(hash));
  }

  private Map<String, PublicText> texts(String organisation, List<Numbered> entries) {
    Map<String, PublicText> texts = new HashMap<>();
    for (byte[] hash : hashes(entries)) {
      db().sql("select text from site.content where organisation = ? and hash = ?")
          .params(organisation, hash)
          .query(String.class)
          .optional()
          .ifPresent(text -> texts.put(HEX.formatHex(hash), new PublicText(text)));
    }
    return texts;
  }

  private static List<byte[]> hashes(List<Numbered> entries) {
    List<byte[]> hashes = new ArrayList<>();
    for (Numbered one : entries) {
      Stream.of(EntryTexts.words(one.entry), EntryTexts.promise(one.entry))
          .filter(Objects::nonNull)
          .forEach(hashes::add);
    }
    return hashes;
  }

  /** Looks through the latest entries only, so that a long log costs no more than a short one. */
  @Override
  public List<Change> changes(String organisation, int limit) {
    return db().sql(
            """
            with latest as (
              select reference, index, day from site.entry
              where organisation = :organisation order by index desc limit :searched
            ), changed as (
              select reference, max(index) as last, max(day) as changed from latest
              where reference is not null group by reference order by 2 desc limit :limit
            )
            select c.changed, x.* from changed c join (
            """
                + FEEDBACK
                + """
                ) x on x.reference = c.reference
                order by c.last desc
                """)
        .param("organisation", organisation)
        .param("searched", CHANGES_SEARCHED)
        .param("limit", limit)
        .query((row, n) -> new Change(feedback(row, n), row.getObject("changed", LocalDate.class)))
        .list();
  }

  private static PublicFeedback feedback(ResultSet row, int n) throws SQLException {
    return new PublicFeedback(
        row.getString("reference"),
        row.getLong("opened"),
        row.getObject("day", LocalDate.class),
        Kind.ofWord(row.getString("kind")),
        row.getString("topic"),
        row.getString("role"),
        row.getString("with_role"),
        row.getString("status"),
        row.getObject("due", LocalDate.class),
        row.getObject("responded", LocalDate.class),
        row.getString("decision"),
        publicText(row.getString("words")),
        publicText(row.getString("response")),
        row.getObject("closed", LocalDate.class),
        row.getObject("waits_since", LocalDate.class),
        row.getInt("echoes"));
  }

  private static @Nullable PublicText publicText(@Nullable String text) {
    return text == null ? null : new PublicText(text);
  }
}
