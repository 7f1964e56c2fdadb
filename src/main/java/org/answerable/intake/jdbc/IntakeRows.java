package org.answerable.intake.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.answerable.confidential.Unopened;
import org.answerable.confidential.Unopened.What;
import org.answerable.intake.Confiding;
import org.answerable.intake.Sorted;
import org.answerable.organisation.Kind;
import org.answerable.organisation.Organisation;
import org.answerable.organisation.Sensitivity;
import org.answerable.organisation.Topic;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The intake's rows of one organisation, in the transaction of a release. */
final class IntakeRows {
  private final JdbcClient tx;
  private final Organisation organisation;

  IntakeRows(JdbcClient tx, Organisation organisation) {
    this.tx = tx;
    this.organisation = organisation;
  }

  /** Held to the end of the transaction: one node at a time releases for one organisation. */
  void lock() {
    tx.sql("select pg_advisory_xact_lock(hashtextextended('release/' || ?, 0))")
        .param(organisation.id())
        .query((row, n) -> true)
        .single();
  }

  /** Removes what its sender took back from the intake, whole; their ids. */
  List<UUID> takeWithdrawn() {
    return tx.sql(
            """
            with gone as (
              delete from intake.withdrawal where organisation = :organisation returning feedback),
            details as (
              delete from intake.detail d using gone
              where d.organisation = :organisation and d.feedback = gone.feedback),
            parts as (
              delete from intake.part p using gone
              where p.organisation = :organisation and p.feedback = gone.feedback),
            given as (
              delete from intake.given g using gone
              where g.organisation = :organisation and g.feedback = gone.feedback)
            select feedback from gone order by feedback
            """)
        .param("organisation", organisation.id())
        .query((row, n) -> row.getObject(1, UUID.class))
        .list();
  }

  /** What senders said about feedbacks that still wait; the latest word counts. */
  int applyDetails() {
    var topics = organisation.topics();
    return tx.sql(
            """
            with taken as (
              delete from intake.detail d using intake.given g
              where d.organisation = ? and g.organisation = d.organisation and g.feedback = d.feedback
              returning d.feedback, d.ordinal, d.topic, d.consent, d.sensitivity, d.through),
            latest as (
              select feedback,
                (array_agg(topic order by ordinal desc) filter (where topic is not null))[1] as topic,
                (array_agg(consent order by ordinal desc) filter (where consent is not null))[1]
                  as consent,
                bool_or(through) as through,
                max(greatest(k.sensitivity, taken.sensitivity)) as sensitivity
              from taken
              left join unnest(?::text[], ?::text[]) as k(id, sensitivity) on k.id = topic
              group by feedback)
            update intake.given g
            set topic = case when g.sorted then g.topic else coalesce(l.topic, g.topic) end,
              sensitivity = greatest(g.sensitivity, l.sensitivity),
              consent = coalesce(l.consent, g.consent),
              hold = case when l.through then null else g.hold end
            from latest l where g.organisation = ? and g.feedback = l.feedback
            """)
        .params(
            organisation.id(),
            topics.stream().map(Topic::id).toArray(String[]::new),
            topics.stream().map(topic -> topic.sensitivity().name()).toArray(String[]::new),
            organisation.id())
        .update();
  }

  /** What senders said about feedbacks that were released before, each question's latest word. */
  List<Sorted> takeDetailsOfReleased() {
    return tx
        .sql(
            """
            with taken as (
              delete from intake.detail d
              where d.organisation = ?
                and not exists (select from intake.given g
                  where g.organisation = d.organisation and g.feedback = d.feedback)
              returning organisation, feedback, ordinal, topic, consent, sensitivity)
            select feedback,
              (array_agg(topic order by ordinal desc) filter (where topic is not null))[1],
              (array_agg(consent order by ordinal desc) filter (where consent is not null))[1],
              max(sensitivity) filter (where sensitivity < 'S3')
            from taken
            where exists (select from feedback.feedback f
              where f.organisation = taken.organisation and f.feedback = taken.feedback)
            group by feedback order by feedback
            """)
        .param(organisation.id())
        .query(
            (row, n) -> {
              String sensitivity = row.getString(4);
              return new Sorted(
                  organisation.id(),
                  row.getObject(1, UUID.class),
                  row.getString(2),
                  row.getObject(3, Boolean.class),
                  sensitivity == null ? null : Sensitivity.valueOf(sensitivity));
            })
        .list()
        .stream()
        .filter(Sorted::isSaid)
        .toList();
  }

  /** What may be released or shown now, and whose commitment is in the log already. */
  List<Given> given() {
    return tx.sql(
            """
            select feedback, reference, day, topic, kind, sensitivity, excluded, consent, source, hold,
              shown, aside, aside is null and (sorted or topic <> :unsorted or :unsortedToo) as decided
            from intake.given g
            where organisation = :organisation
              and (not shown or aside is null and (sorted or topic <> :unsorted or :unsortedToo))
              and not exists (
                select from intake.part p
                join responselog.staged s on s.organisation = p.organisation and s.entry = p.part
                where p.organisation = g.organisation and p.feedback = g.feedback and p.ordinal = 0)
            """)
        .param("organisation", organisation.id())
        .param("unsorted", Topic.UNSORTED)
        .param("unsortedToo", organisation.releaseUnsorted())
        .query((row, n) -> Given.of(organisation.id(), row))
        .list();
  }

  /**
   * Lets readers see what waits, and what was added to it; but what came since the log was put in
   * order waits for the next slot. Its hold is over: when it came is not kept for as long as
   * readers take, nor needs the epoch's key that sealed it.
   *
   * @return how many texts
   */
  int show(List<Given> waiting) {
    tx.sql(
            "update intake.given set shown = true, hold = null where organisation = ? and feedback"
                + " = any (?)")
        .params(organisation.id(), ids(waiting))
        .update();
    return tx.sql(
            """
            update intake.part p set shown = true from intake.given g
            where p.organisation = ? and not p.shown
              and g.organisation = p.organisation and g.feedback = p.feedback and g.shown
              and not exists (select from responselog.staged s
                where s.organisation = p.organisation and s.entry = p.part)
            """)
        .param(organisation.id())
        .update();
  }

  /** Takes what is for a focal point alone, whether or not it is in the log yet; how many texts. */
  int confide(Connection connection, Confiding confiding, Instant now) throws SQLException {
    List<Confiding.Text> texts = takeConfidential();
    confiding.add(connection, texts, now);
    return texts.size();
  }

  private List<Confiding.Text> takeConfidential() {
    return tx.sql(
            """
            with gone as (
              delete from intake.given
              where organisation = ? and (sensitivity = 'S3' or topic = any (?))
              returning feedback, topic, kind)
            delete from intake.part p using gone
            where p.organisation = ? and p.feedback = gone.feedback
            returning p.feedback, p.part, p.ordinal, p.day, p.reference, p.commitment, p.salt,
              p.text_hash, p.text_key, p.text, null as sensitivity, gone.topic, gone.kind
            """)
        .params(organisation.id(), confidentialTopics(), organisation.id())
        .query(
            (row, n) -> {
              String kind = row.getString("kind");
              return GivenPart.of(organisation.id(), row)
                  .confided(row.getString("topic"), kind == null ? null : Kind.ofWord(kind));
            })
        .list();
  }

  private String[] confidentialTopics() {
    return organisation.topics().stream()
        .filter(topic -> topic.sensitivity() == Sensitivity.S3)
        .map(Topic::id)
        .toArray(String[]::new);
  }

  /**
   * The texts of what is released now, and those added to what was released before; but what came
   * since the log was put in order waits for the next slot.
   */
  List<GivenPart> takeParts(List<Given> due) {
    return tx.sql(
            """
            with taken as (
              delete from intake.part p
              where p.organisation = ? and (p.feedback = any (?)
                or not exists (select from intake.given g
                  where g.organisation = p.organisation and g.feedback = p.feedback))
                and not exists (select from responselog.staged s
                  where s.organisation = p.organisation and s.entry = p.part)
              returning *)
            select t.feedback, t.part, t.ordinal, t.day, t.reference, t.commitment, t.salt,
              t.text_hash, t.text_key, t.text, s.sensitivity, s.topic
            from taken t
            left join lateral (
              select sensitivity, topic from feedback.step s
              where s.organisation = t.organisation and s.feedback = t.feedback
              order by number desc limit 1) s on true
            order by t.feedback, t.ordinal
            """)
        .params(organisation.id(), ids(due))
        .query((row, n) -> GivenPart.of(organisation.id(), row))
        .list();
  }

  /** What was set aside or is taken back, each once: it may never be opened. */
  List<Unopened> noteUnopened() {
    return tx.sql(
            """
            update intake.part p set noted = true
            where p.organisation = ? and not p.noted and (
              exists (select from intake.given g
                where g.organisation = p.organisation and g.feedback = p.feedback
                  and g.aside is not null and g.shown)
              or exists (select from intake.withdrawal w
                where w.organisation = p.organisation and w.feedback = p.feedback))
            returning salt, text_hash, reference
            """)
        .param(organisation.id())
        .query(
            (row, n) ->
                new Unopened(What.ASIDE, row.getBytes(1), row.getBytes(2), row.getString(3)))
        .list();
  }

  void remove(List<Given> due) {
    tx.sql("delete from intake.given where organisation = ? and feedback = any (?)")
        .params(organisation.id(), ids(due))
        .update();
  }

  private static UUID[] ids(List<Given> rows) {
    return rows.stream().map(Given::feedback).toArray(UUID[]::new);
  }
}
