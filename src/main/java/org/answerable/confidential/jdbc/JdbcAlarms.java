package org.answerable.confidential.jdbc;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.answerable.confidential.Alarms;
import org.answerable.leader.Leader;
import org.answerable.platform.Databases;
import org.answerable.platform.Ids;
import org.answerable.platform.Login;
import org.answerable.platform.keys.EpochKeys;
import org.answerable.platform.keys.Padding;
import org.answerable.platform.keys.SealedColumn;

/** Alarms in PostgreSQL; ways are sealed by the epoch's key. */
final class JdbcAlarms implements Alarms {
  private static final String PURPOSE = "alarm way";
  private final Databases databases;
  private final EpochKeys keys;
  private final Ids ids;

  JdbcAlarms(Databases databases, EpochKeys keys, Ids ids) {
    this.databases = databases;
    this.keys = keys;
    this.ids = ids;
  }

  static SealedColumn ways(EpochKeys keys) {
    return new SealedColumn(
        "confidential.way",
        "sealed",
        "account",
        (organisation, account, value) -> {
          byte[] place = place(organisation, (UUID) account);
          byte[] way = keys.open(organisation, PURPOSE, value, place);
          return keys.seal(organisation, PURPOSE, way, place);
        });
  }

  @Override
  public boolean hasWay(Leader leader) {
    return databases
        .as(Login.FOCAL)
        .sql("select count(*) from confidential.way where organisation = ? and account = ?")
        .params(leader.organisation(), leader.account())
        .query((row, n) -> row.getLong(1) > 0)
        .single();
  }

  @Override
  public void choose(Leader leader, Optional<Way> way) {
    if (way.isEmpty()) {
      delete("confidential.way", leader);
      delete("confidential.alarm", leader);
      return;
    }
    byte[] sealed =
        keys.seal(
            leader.organisation(),
            PURPOSE,
            Padding.pad(utf8(words(way.get()))),
            place(leader.organisation(), leader.account()));
    databases
        .as(Login.FOCAL)
        .sql(
            """
            insert into confidential.way (organisation, account, sealed) values (?, ?, ?)
            on conflict (organisation, account) do update set sealed = excluded.sealed
            """)
        .params(leader.organisation(), leader.account(), sealed)
        .update();
  }

  @Override
  public void raise(Connection tx, String organisation, Set<UUID> accounts) {
    Databases.on(tx)
        .sql(
            """
            insert into confidential.alarm (organisation, account, mark)
            select organisation, account, ? from confidential.way
            where organisation = ? and account = any (?) order by account
            on conflict (organisation, account) do update set mark = excluded.mark
            """)
        .params(ids.uuid(), organisation, accounts.toArray(UUID[]::new))
        .update();
  }

  @Override
  public void remind(String organisation) {
    databases
        .as(Login.FOCAL)
        .sql(
            """
            insert into confidential.alarm (organisation, account, mark)
            select w.organisation, w.account, ? from confidential.outside_way w
            where w.organisation = ? and (
              exists (select from confidential.waiting x where x.organisation = w.organisation)
              or exists (
                select from confidential.report r
                join confidential.text t on t.organisation = r.organisation and t.report = r.report
                join confidential.key k on k.organisation = t.organisation and k.key = t.key
                where r.organisation = w.organisation and k.account = w.account and t.step is null
                group by r.reference
                having count(distinct t.text) > coalesce((
                  select max(s.texts) from confidential.step s
                  where s.organisation = w.organisation and s.reference = r.reference), 0)))
            order by w.account
            on conflict (organisation, account) do nothing
            """)
        .params(ids.uuid(), organisation)
        .update();
  }

  @Override
  public List<Alarm> waiting(String organisation) {
    return databases
        .as(Login.FOCAL)
        .sql(
            """
            select a.account, a.mark, w.sealed from confidential.alarm a
            join confidential.way w on w.organisation = a.organisation and w.account = a.account
            where a.organisation = ?
            """)
        .param(organisation)
        .query((row, n) -> alarm(row, organisation))
        .list();
  }

  @Override
  public void done(String organisation, Alarm alarm) {
    databases
        .as(Login.FOCAL)
        .sql("delete from confidential.alarm where organisation = ? and account = ? and mark = ?")
        .params(organisation, alarm.account(), alarm.mark())
        .update();
  }

  private void delete(String table, Leader leader) {
    databases
        .as(Login.FOCAL)
        .sql("delete from " + table + " where organisation = ? and account = ?")
        .params(leader.organisation(), leader.account())
        .update();
  }

  private Alarm alarm(ResultSet row, String organisation) throws SQLException {
    UUID account = row.getObject("account", UUID.class);
    byte[] open =
        keys.open(organisation, PURPOSE, row.getBytes("sealed"), place(organisation, account));
    List<String> words = new String(Padding.unpad(open), StandardCharsets.UTF_8).lines().toList();
    return new Alarm(
        account,
        row.getObject("mark", UUID.class),
        new Way(words.get(0), words.get(1), words.get(2)));
  }

  private static String words(Way way) {
    return String.join("\n", way.channel(), way.address(), way.language());
  }

  private static byte[] place(String organisation, UUID account) {
    return utf8(organisation + "/confidential.way/" + account);
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
