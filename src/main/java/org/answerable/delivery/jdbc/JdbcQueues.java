package org.answerable.delivery.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.answerable.channel.IncomingMessage;
import org.answerable.channel.PoisonMessages;
import org.answerable.delivery.Queues;
import org.answerable.organisation.Organisations;
import org.answerable.platform.Databases;
import org.answerable.platform.Ids;
import org.answerable.platform.Login;
import org.answerable.platform.keys.Sealed;
import org.answerable.platform.keys.Sealer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What waits, and what was set aside, but for what accuses or endangers somebody: the accused may
 * look. What has no receipt in front comes from a focal point.
 */
final class JdbcQueues implements Queues, PoisonMessages {
  private static final Logger LOG = LoggerFactory.getLogger(JdbcQueues.class);
  private final Databases databases;
  private final Organisations organisations;
  private final Sealer sealer;
  private final Ids ids;
  private final InstantSource clock;

  JdbcQueues(
      Databases databases,
      Organisations organisations,
      Sealer sealer,
      Ids ids,
      InstantSource clock) {
    this.databases = databases;
    this.organisations = organisations;
    this.sealer = sealer;
    this.ids = ids;
    this.clock = clock;
  }

  @Override
  public Queue queue(String organisation, Instant now) {
    return delivery()
        .sql(
            """
            select count(*) filter (where not ready), count(*) filter (where ready),
              min(due) filter (where ready)
            from (
              select o.due, o.due <= :now and not exists (
                select from delivery.lease l
                where l.organisation = o.organisation and l.message = o.message
                  and l.until > :now) as ready
              from delivery.outbox o
              where o.organisation = :organisation and o.aside is null and o.receipt and not o.once) o
            """)
        .param("organisation", organisation)
        .param("now", now.atOffset(ZoneOffset.UTC))
        .query((row, n) -> new Queue(row.getInt(1), row.getInt(2), moment(row)))
        .single();
  }

  @Override
  public List<Aside> answers(String organisation) {
    return delivery()
        .sql(
            """
            select '', d.aside, count(*), min(u.day), d.aside <> 'uncertain' from delivery.doubt d
            join delivery.outbox o on o.organisation = d.organisation and o.response = d.response
            join delivery.outcome u on u.organisation = d.organisation
              and u.response = d.response and u.round = d.round
            where d.organisation = ? and o.receipt and not o.once group by d.aside order by d.aside
            """)
        .param(organisation)
        .query((row, n) -> aside(row))
        .list();
  }

  @Override
  public List<Aside> texts(String organisation, LocalDate before) {
    return delivery()
        .sql(
            """
            select channel, reason, count(*), min(day), bool_or(key is not null) from delivery.set_aside
            where organisation = ? and day < ? group by channel, reason order by channel, reason
            """)
        .params(organisation, before)
        .query((row, n) -> aside(row))
        .list();
  }

  @Override
  public void retry(String organisation, String reason) {
    delivery()
        .sql(
            """
            insert into delivery.decision (organisation, response, round, again)
            select d.organisation, d.response, d.round, true from delivery.doubt d
            join delivery.outbox o on o.organisation = d.organisation and o.response = d.response
            where d.organisation = ? and d.aside = ? and d.aside <> 'uncertain'
              and o.receipt and not o.once
            order by d.organisation, d.response, d.round
            on conflict do nothing
            """)
        .params(organisation, reason)
        .update();
  }

  @Override
  public void dropTexts(LocalDate before) {
    delivery().sql("delete from delivery.set_aside where day < ?").param(before).update();
  }

  @Override
  public List<AsideText> texts(
      String organisation, String channel, String reason, LocalDate before, int limit) {
    return delivery()
        .sql(
            """
            select id, place, key, message from delivery.set_aside
            where organisation = ? and channel = ? and reason = ? and day < ? and key is not null
            order by day, id limit ?
            """)
        .params(organisation, channel, reason, before, limit)
        .query(
            (row, n) ->
                opened(
                    organisation,
                    channel,
                    row.getBytes(1),
                    row.getObject(2, UUID.class),
                    new Sealed(row.getBytes(3), row.getBytes(4))))
        .list()
        .stream()
        .flatMap(Optional::stream)
        .toList();
  }

  /** Its keys may have ended: then nobody can try it again. */
  private Optional<AsideText> opened(
      String organisation, String channel, byte[] id, UUID place, Sealed sealed) {
    try {
      byte[] json = sealer.open(organisation, place, sealed);
      var message = AsideJson.read(json, organisation, channel, clock.instant());
      return Optional.of(new AsideText(id, message));
    } catch (RuntimeException e) {
      LOG.warn("a text that was set aside opens no more: {}", e.getClass().getSimpleName());
      return Optional.empty();
    }
  }

  @Override
  public void taken(AsideText text) {
    delivery()
        .sql("delete from delivery.set_aside where organisation = ? and channel = ? and id = ?")
        .params(text.message().organisation(), text.message().address().channel(), text.id())
        .update();
  }

  @Override
  public boolean setAside(IncomingMessage message, byte[] idHash, String reason) {
    String organisation = message.organisation();
    UUID place = ids.uuid();
    Sealed sealed = sealer.seal(organisation, place, AsideJson.write(message));
    return isSetAside(organisation, message.address().channel(), idHash, reason, place, sealed);
  }

  @Override
  public boolean setAside(String organisation, String channel, byte[] idHash, String reason) {
    return isSetAside(organisation, channel, idHash, reason, ids.uuid(), null);
  }

  private boolean isSetAside(
      String organisation,
      String channel,
      byte[] idHash,
      String reason,
      UUID place,
      @Nullable Sealed sealed) {
    LocalDate today = organisations.get(organisation).day(clock.instant());
    try {
      delivery()
          .sql(
              """
              insert into delivery.set_aside
                (organisation, channel, id, reason, day, place, key, message)
              values (?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing
              """)
          .param(organisation)
          .param(channel)
          .param(idHash)
          .param(reason)
          .param(today)
          .param(place)
          .param(sealed == null ? null : sealed.key())
          .param(sealed == null ? null : sealed.text())
          .update();
      return true;
    } catch (DataAccessException e) {
      LOG.warn("a text could not be set aside: {}", e.getClass().getSimpleName());
      return false;
    }
  }

  private JdbcClient delivery() {
    return databases.as(Login.DELIVERY);
  }

  private static Aside aside(ResultSet row) throws SQLException {
    return new Aside(
        row.getString(1),
        row.getString(2),
        row.getInt(3),
        row.getObject(4, LocalDate.class),
        row.getBoolean(5));
  }

  private static @Nullable Instant moment(ResultSet row) throws SQLException {
    OffsetDateTime moment = row.getObject(3, OffsetDateTime.class);
    return moment == null ? null : moment.toInstant();
  }
}
