package org.answerable.intake.jdbc;

import java.sql.Connection;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.answerable.intake.Released;
import org.answerable.intake.Sorted;
import org.answerable.organisation.Organisation;
import org.answerable.organisation.Sensitivity;
import org.answerable.organisation.Topic;
import org.answerable.platform.Databases;
import org.answerable.platform.keys.Sealed;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The intake's rows of one organisation, in the transaction of a release. */
final class IntakeRows {
  private final JdbcClient tx;
  private final Organisation organisation;

  IntakeRows(Connection tx, Organisation organisation) {
    this.tx = Databases.on(tx);
    this.organisation = organisation;
  }

  /** Held to the end of the transaction: one node at a time releases for one organisation. */
  void lock() {
    tx.sql("select pg_advisory_xact_lock(hashtextextended('release/' || ?, 0))")
        .param(organisation.id())
        .query((row, n) -> true)
        .single();
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
            set topic = coalesce(l.topic, g.topic),
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
              returning feedback, ordinal, topic, consent)
            select feedback,
              (array_agg(topic order by ordinal desc) filter (where topic is not null))[1],
              (array_agg(consent order by ordinal desc) filter (where consent is not null))[1]
            from taken group by feedback order by feedback
            """)
        .param(organisation.id())
        .query(
            (row, n) ->
                new Sorted(
                    organisation.id(),
                    row.getObject(1, UUID.class),
                    row.getString(2),
                    row.getObject(3, Boolean.class)))
        .list()
        .stream()
        .filter(said -> said.topic() != null || said.consent() != null)
        .toList();
  }

  /** What is sorted, or needs not be, and whose commitment is in the log already. */
  List<Given> given() {
    return tx.sql(
            """
            select feedback, reference, day, topic, sensitivity, consent, hold from intake.given g
            where organisation = ? and aside is null and (topic <> ? or ?)
              and not exists (
                select from intake.part p
                join responselog.staged s on s.organisation = p.organisation and s.entry = p.part
                where p.organisation = g.organisation and p.feedback = g.feedback and p.ordinal = 0)
            """)
        .params(organisation.id(), Topic.UNSORTED, organisation.releaseUnsorted())
        .query(
            (row, n) ->
                new Given(
                    organisation.id(),
                    row.getObject(1, UUID.class),
                    row.getString(2),
                    row.getObject(3, LocalDate.class),
                    row.getString(4),
                    Sensitivity.valueOf(row.getString(5)),
                    row.getBoolean(6),
                    row.getBytes(7)))
        .list();
  }

  /**
   * The texts of what is released now, and those added to what was released before; but what came
   * since the log was put in order waits for the next slot.
   */
  List<Part> takeParts(List<Given> due) {
    UUID[] released = due.stream().map(Given::feedback).toArray(UUID[]::new);
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
        .params(organisation.id(), released)
        .query(
            (row, n) ->
                new Part(
                    organisation.id(),
                    row.getObject(1, UUID.class),
                    row.getObject(2, UUID.class),
                    row.getInt(3),
                    row.getObject(4, LocalDate.class),
                    row.getString(5),
                    row.getBytes(6),
                    row.getBytes(7),
                    row.getBytes(8),
                    new Sealed(row.getBytes(9), row.getBytes(10)),
                    row.getString(11),
                    row.getString(12)))
        .list();
  }

  void remove(List<Given> due) {
    UUID[] released = due.stream().map(Given::feedback).toArray(UUID[]::new);
    tx.sql("delete from intake.given where organisation = ? and feedback = any (?)")
        .params(organisation.id(), released)
        .update();
  }

  record Given(
      String organisation,
      UUID feedback,
      String reference,
      LocalDate day,
      String topic,
      Sensitivity sensitivity,
      boolean consent,
      byte @Nullable [] hold) {
    Released released(Sensitivity atRelease, List<Part> parts) {
      return new Released(
          organisation,
          feedback,
          reference,
          day,
          topic,
          atRelease,
          consent,
          parts.getFirst().commitment(),
          parts.stream().map(Part::released).toList());
    }
  }

  /**
   * @param sensitivity of its feedback so far, where it was released before
   * @param topic of its feedback now, where it was released before
   */
  record Part(
      String organisation,
      UUID feedback,
      UUID part,
      int ordinal,
      LocalDate day,
      String reference,
      byte[] commitment,
      byte[] salt,
      byte[] textHash,
      Sealed text,
      @Nullable String sensitivity,
      @Nullable String topic) {
    Released.Part released() {
      return new Released.Part(organisation, feedback, part, ordinal, day, text);
    }
  }
}
