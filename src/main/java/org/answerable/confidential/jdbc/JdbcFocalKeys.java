package org.answerable.confidential.jdbc;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.answerable.confidential.ConfidentialLimits;
import org.answerable.confidential.FocalKey;
import org.answerable.confidential.FocalKeys;
import org.answerable.confidential.SealedWords;
import org.answerable.confidential.Unopened;
import org.answerable.confidential.UnopenedSeal;
import org.answerable.confidential.jdbc.ConfidedInsert.SealedText;
import org.answerable.leader.Leader;
import org.answerable.organisation.Role;
import org.answerable.platform.Databases;
import org.answerable.platform.Login;
import org.answerable.platform.keys.PersonKey;
import org.answerable.platform.keys.Sealed;
import org.answerable.platform.keys.Sealer;
import org.answerable.responselog.Entry;
import org.answerable.responselog.Staging;

/** Keys in PostgreSQL, and what waits for the first of them. */
final class JdbcFocalKeys implements FocalKeys {
  private final Databases databases;
  private final Sealer sealer;
  private final Staging staging;

  JdbcFocalKeys(Databases databases, Sealer sealer, Staging staging) {
    this.databases = databases;
    this.sealer = sealer;
    this.staging = staging;
  }

  @Override
  public Optional<FocalKey> of(Leader leader) {
    return databases
        .as(Login.FOCAL)
        .sql(
            """
            select * from confidential.key
            where organisation = ? and account = ? and ended is null
            """)
        .params(leader.organisation(), leader.account())
        .query((row, n) -> key(row))
        .optional();
  }

  @Override
  public List<FocalKey> living(String organisation) {
    return databases
        .as(Login.FOCAL)
        .sql(
            """
            select k.* from confidential.key k
            join confidential.living_key l on l.organisation = k.organisation and l.key = k.key
            where k.organisation = ? order by k.role desc, k.key
            """)
        .param(organisation)
        .query((row, n) -> key(row))
        .list();
  }

  @Override
  public boolean add(String organisation, FocalKey key, LocalDate today) throws SQLException {
    return databases.inTransaction(
        Login.FOCAL,
        tx -> {
          KeyRows.hold(tx, organisation);
          if (!insert(tx, organisation, key)) {
            return false;
          }
          endOthers(tx, organisation, key, today);
          if (key.role().equals(Role.FOCAL_OUTSIDE)) {
            sealOver(tx, organisation, key);
          }
          var announced = new Entry.FocalKeyAnnounced(today, key.role(), key.name());
          staging.stage(tx, organisation, List.of(announced));
          return true;
        });
  }

  @Override
  public boolean rewrap(Leader leader, String name, byte[] wrapped) {
    return databases
            .as(Login.FOCAL)
            .sql(
                """
                update confidential.key set wrapped = ?
                where organisation = ? and account = ? and key = ? and ended is null
                """)
            .params(wrapped, leader.organisation(), leader.account(), name)
            .update()
        == 1;
  }

  private static void endOthers(Connection tx, String organisation, FocalKey key, LocalDate today) {
    Databases.on(tx)
        .sql(
            """
            update confidential.key set ended = ?
            where organisation = ? and account = ? and key <> ? and ended is null
            """)
        .params(today, organisation, key.account(), key.name())
        .update();
  }

  private static boolean insert(Connection tx, String organisation, FocalKey key) {
    return Databases.on(tx)
            .sql(
                """
                insert into confidential.key
                  (organisation, key, role, account, public_key, wrapped, day)
                values (?, ?, ?, ?, ?, ?, ?) on conflict do nothing
                """)
            .params(
                organisation,
                key.name(),
                key.role(),
                key.account(),
                key.open().bytes(),
                key.wrapped(),
                key.day())
            .update()
        == 1;
  }

  private void sealOver(Connection tx, String organisation, FocalKey key) throws SQLException {
    for (List<Waiting> some; !(some = take(tx, organisation)).isEmpty(); ) {
      var rows = new ArrayList<SealedText>();
      for (Waiting one : some) {
        byte[] plain = sealer.open(organisation, one.text, one.sealed);
        byte[] sealed = key.open().seal(plain, SealedWords.place(organisation, one.text));
        Unopened unopened = SealedWords.unopened(plain, one.reference);
        byte[] note = UnopenedSeal.seal(unopened, organisation, key.open());
        rows.add(
            new SealedText(
                one.text, key.name(), one.report, one.day, one.ordinal, null, sealed, note));
      }
      ConfidedInsert.addSealed(tx, organisation, rows);
    }
  }

  private static List<Waiting> take(Connection tx, String organisation) {
    return Databases.on(tx)
        .sql(
            """
            delete from confidential.waiting w using (
              select w.text, r.reference from confidential.waiting w
              join confidential.report r on r.organisation = w.organisation and r.report = w.report
              where w.organisation = ? limit ?) few
            where w.organisation = ? and w.text = few.text
            returning w.text, w.report, w.day, w.ordinal, w.text_key, w.sealed, few.reference
            """)
        .params(organisation, ConfidentialLimits.SEAL_OVER_ROWS, organisation)
        .query(
            (row, n) ->
                new Waiting(
                    row.getObject(1, UUID.class),
                    row.getObject(2, UUID.class),
                    row.getObject(3, LocalDate.class),
                    row.getInt(4),
                    new Sealed(row.getBytes(5), row.getBytes(6)),
                    row.getString(7)))
        .list();
  }

  private static FocalKey key(ResultSet row) throws SQLException {
    return new FocalKey(
        row.getString("key"),
        row.getString("role"),
        row.getObject("account", UUID.class),
        PersonKey.of(row.getBytes("public_key")),
        row.getBytes("wrapped"),
        row.getObject("day", LocalDate.class));
  }

  private record Waiting(
      UUID text, UUID report, LocalDate day, int ordinal, Sealed sealed, String reference) {}
}
