package org.answerable.poll.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.answerable.platform.Databases;
import org.answerable.platform.Login;
import org.answerable.poll.Cancelling;
import org.answerable.poll.Poll;
import org.answerable.poll.PollLimits;
import org.answerable.poll.PollState;
import org.answerable.poll.Polls;
import org.answerable.responselog.PollJson;
import org.answerable.responselog.PollTerms;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;

/** Polls in PostgreSQL. */
@Component
final class JdbcPolls implements Polls {
  private static final String SELECT =
      "select organisation, poll, terms, state, set_up_by, line, day, cancel_by, cancel_line,"
          + " cancel_reason from poll.poll p"
          + " where organisation = :organisation ";
  private final Databases databases;

  JdbcPolls(Databases databases) {
    this.databases = databases;
  }

  private JdbcClient db() {
    return databases.as(Login.POLL);
  }

  private StatementSpec select(String organisation, String which) {
    return db().sql(SELECT + which).param("organisation", organisation);
  }

  @Override
  public boolean add(Poll poll) {
    return db().sql(
                """
                insert into poll.poll
                  (organisation, poll, state, terms, opens, closes, set_up_by, line, day)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing
                """)
            .params(
                poll.organisation(),
                poll.reference(),
                poll.state().word(),
                PollJson.write(poll.terms()),
                poll.terms().opens(),
                poll.terms().closes(),
                poll.setUpBy(),
                poll.line().toArray(UUID[]::new),
                poll.day())
            .update()
        == 1;
  }

  @Override
  public List<Poll> all(String organisation, int limit) {
    return select(organisation, "order by opens desc, poll limit :limit")
        .param("limit", limit)
        .query(JdbcPolls::poll)
        .list();
  }

  @Override
  public Optional<Poll> find(String organisation, String reference) {
    return select(organisation, "and poll = :poll")
        .param("poll", reference)
        .query(JdbcPolls::poll)
        .optional();
  }

  @Override
  public List<Poll> current(String organisation) {
    return select(
            organisation,
            """
            and (state = 'open'
              or state in ('closed', 'cancelled') and closes >= current_date - :days)
            """)
        .param("days", PollLimits.REMEMBERED.getDays())
        .query(JdbcPolls::poll)
        .list();
  }

  @Override
  public int count(String organisation, Set<PollState> states) {
    return db().sql(
            """
            select count(*) from poll.poll
            where organisation = :organisation and state in (:states)
            """)
        .param("organisation", organisation)
        .param("states", states.stream().map(PollState::word).toList())
        .query(Integer.class)
        .single();
  }

  @Override
  public boolean wish(Poll poll, Cancelling wish) {
    return db().sql(
                """
                update poll.poll set cancel_by = ?, cancel_line = ?, cancel_reason = ?
                where organisation = ? and poll = ? and state in ('agreed', 'open')
                  and cancel_by is null
                """)
            .params(
                wish.by(),
                wish.line().toArray(UUID[]::new),
                wish.reason(),
                poll.organisation(),
                poll.reference())
            .update()
        == 1;
  }

  @Override
  public boolean keep(Poll poll) {
    return db().sql(
                """
                update poll.poll set cancel_by = null, cancel_line = null, cancel_reason = null
                where organisation = ? and poll = ? and state in ('agreed', 'open')
                  and cancel_by is not null
                """)
            .params(poll.organisation(), poll.reference())
            .update()
        == 1;
  }

  /** The row is held from the first statement on: two texts at once are removed one by one. */
  @Override
  public boolean remove(Connection tx, Poll poll, byte[] hash, UnaryOperator<PollTerms> without) {
    JdbcClient client = Databases.on(tx);
    Optional<byte[]> terms =
        client
            .sql(
                """
                update poll.poll set removed = array_append(removed, :hash), cancel_reason = null
                where organisation = :organisation and poll = :poll
                  and state in ('closed', 'cancelled') and :hash <> all (removed)
                returning terms
                """)
            .param("hash", hash)
            .param("organisation", poll.organisation())
            .param("poll", poll.reference())
            .query((row, n) -> row.getBytes(1))
            .optional();
    terms.ifPresent(
        before ->
            client
                .sql("update poll.poll set terms = ? where organisation = ? and poll = ?")
                .params(
                    PollJson.write(without.apply(PollJson.readTerms(before))),
                    poll.organisation(),
                    poll.reference())
                .update());
    return terms.isPresent();
  }

  @Override
  public List<byte[]> removed(Poll poll) {
    return db().sql("select unnest(removed) from poll.poll where organisation = ? and poll = ?")
        .params(poll.organisation(), poll.reference())
        .query((row, n) -> row.getBytes(1))
        .list();
  }

  @Override
  public List<Poll> toOpen(String organisation, LocalDate today) {
    return select(
            organisation,
            """
            and state = 'agreed' and opens <= :today and closes >= :today and exists (
              select from responselog.entry e
              where e.organisation = p.organisation and e.reference = p.poll
                and e.type = 'poll announced')
            """)
        .param("today", today)
        .query(JdbcPolls::poll)
        .list();
  }

  @Override
  public List<Poll> toClose(String organisation, LocalDate today) {
    return select(organisation, "and state = 'open' and closes < :today")
        .param("today", today)
        .query(JdbcPolls::poll)
        .list();
  }

  @Override
  public List<String> over(String organisation, Collection<String> references) {
    return references.isEmpty()
        ? List.of()
        : db().sql(
                """
                select name from unnest(:polls::text[]) as name
                where not exists (
                  select from poll.poll p
                  where p.organisation = :organisation and p.poll = name
                    and p.state not in ('closed', 'cancelled'))
                """)
            .param("organisation", organisation)
            .param("polls", references.toArray(String[]::new))
            .query(String.class)
            .list();
  }

  @Override
  public boolean move(Connection tx, Poll poll, PollState to) throws SQLException {
    List<String> from =
        switch (to) {
          case WAITING -> List.of();
          case AGREED -> List.of("waiting");
          case OPEN -> List.of("agreed");
          case CLOSED -> List.of("open");
          case CANCELLED -> List.of("agreed", "open");
        };
    try (PreparedStatement update =
        tx.prepareStatement(
            """
            update poll.poll set state = ?
            where organisation = ? and poll = ? and state = any (?)
            """)) {
      update.setString(1, to.word());
      update.setString(2, poll.organisation());
      update.setString(3, poll.reference());
      update.setArray(4, tx.createArrayOf("text", from.toArray()));
      return update.executeUpdate() == 1;
    }
  }

  @Override
  public boolean discard(Poll poll) {
    return db().sql(
                """
                delete from poll.poll
                where organisation = ? and poll = ? and state = 'waiting'
                """)
            .params(poll.organisation(), poll.reference())
            .update()
        == 1;
  }

  /** In the order of the tags: nothing tells which was printed first. */
  @Override
  public boolean addCodes(Connection tx, Poll poll, List<byte[]> voters) {
    JdbcClient client = Databases.on(tx);
    boolean free =
        client
                .sql(
                    """
                    select from poll.poll p
                    where organisation = ? and poll = ? and state in ('agreed', 'open') for update
                    """)
                .params(poll.organisation(), poll.reference())
                .query((row, n) -> n)
                .list()
                .size()
            == 1;
    if (!free || hasCodes(client, poll)) {
      return false;
    }
    client
        .sql(
            """
            insert into poll.code (organisation, poll, voter)
            select ?, ?, v from unnest(?::bytea[]) as m(v) order by v
            """)
        .params(poll.organisation(), poll.reference(), voters.toArray(byte[][]::new))
        .update();
    return true;
  }

  @Override
  public boolean hasCodes(Poll poll) {
    return hasCodes(db(), poll);
  }

  private static boolean hasCodes(JdbcClient client, Poll poll) {
    return client
        .sql("select exists (select from poll.code where organisation = ? and poll = ?)")
        .params(poll.organisation(), poll.reference())
        .query(Boolean.class)
        .single();
  }

  private static Poll poll(ResultSet row, int n) throws SQLException {
    return new Poll(
        row.getString("organisation"),
        row.getString("poll"),
        PollJson.readTerms(row.getBytes("terms")),
        PollState.ofWord(row.getString("state")),
        row.getObject("set_up_by", UUID.class),
        line(row, "line"),
        row.getObject("day", LocalDate.class),
        cancelling(row));
  }

  private static @Nullable Cancelling cancelling(ResultSet row) throws SQLException {
    UUID by = row.getObject("cancel_by", UUID.class);
    String reason = row.getString("cancel_reason");
    return by == null
        ? null
        : new Cancelling(by, line(row, "cancel_line"), reason == null ? "" : reason);
  }

  private static List<UUID> line(ResultSet row, String column) throws SQLException {
    return List.of((UUID[]) row.getArray(column).getArray());
  }
}
