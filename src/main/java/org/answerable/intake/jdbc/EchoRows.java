package org.answerable.intake.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.answerable.intake.EchoClosing;
import org.answerable.organisation.Kind;
import org.answerable.organisation.Organisation;
import org.answerable.platform.Databases;
import org.answerable.platform.Login;
import org.answerable.platform.keys.EchoKeys;
import org.answerable.responselog.Echoes;
import org.answerable.responselog.Entry;
import org.answerable.responselog.Staging;
import org.answerable.responselog.Suppressed;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Counts at slots how many say of an entry that it happened to them too, and ends it. */
@Component
final class EchoRows implements EchoClosing {
  private final Databases databases;
  private final EchoKeys keys;
  private final Echoes echoes;
  private final Staging staging;

  /** On which day each organisation's were looked through last, by this node. */
  private final Map<String, LocalDate> looked = new ConcurrentHashMap<>();

  EchoRows(Databases databases, EchoKeys keys, Echoes echoes, Staging staging) {
    this.databases = databases;
    this.keys = keys;
    this.echoes = echoes;
    this.staging = staging;
  }

  /**
   * Counts anew where something came since the last slot. The rows are written again, so that none
   * stays in the transaction of the message that it came with.
   *
   * @return how many came
   */
  int count(Connection tx, Organisation organisation, Instant now) throws SQLException {
    JdbcClient client = Databases.on(tx);
    LocalDate today = organisation.day(now);
    List<String> fresh =
        client
            .sql(
                """
                update intake.echo set counted = true where organisation = ? and not counted
                returning reference
                """)
            .param(organisation.id())
            .query(String.class)
            .list();
    if (fresh.isEmpty()) {
      return 0;
    }
    var told = new ArrayList<Entry>();
    var taking = echoes.taking(organisation.id(), new TreeSet<>(fresh), today);
    taking.forEach(
        (reference, kind) -> {
          int count = count(client, organisation.id(), reference);
          if (isNews(client, organisation.id(), reference, count)) {
            Integer wanted = kind == Kind.PROPOSAL ? organisation.support() : null;
            told.add(new Entry.Echoed(today, reference, count, wanted));
          }
        });
    staging.stage(tx, organisation.id(), told);
    return fresh.size();
  }

  private static int count(JdbcClient tx, String organisation, String reference) {
    long count =
        tx.sql("select count(*) from intake.echo where organisation = ? and reference = ?")
            .params(organisation, reference)
            .query(Long.class)
            .single();
    return Math.toIntExact(Suppressed.steps(count));
  }

  /** What was told once stays, whoever is forgotten meanwhile. */
  private static boolean isNews(JdbcClient tx, String organisation, String reference, int count) {
    return count > 0
        && tx.sql(
                    """
                    insert into intake.echo_told as t (organisation, reference, count)
                    values (?, ?, ?)
                    on conflict (organisation, reference) do update set count = excluded.count
                    where t.count < excluded.count
                    """)
                .params(organisation, reference, count)
                .update()
            > 0;
  }

  @Override
  public void close(Organisation organisation, Instant now) throws SQLException {
    String home = organisation.id();
    LocalDate today = organisation.day(now);
    if (today.equals(looked.get(home))) {
      return;
    }
    Set<String> over = new TreeSet<>(keys.references(home));
    over.addAll(withTags(home));
    over.removeAll(echoes.taking(home, over, today).keySet());
    if (!over.isEmpty()) {
      databases.inTransaction(Login.INTAKE, tx -> part(tx, home, over));
      over.forEach(reference -> keys.destroy(home, reference));
    }
    looked.put(home, today);
  }

  private List<String> withTags(String organisation) {
    return databases
        .as(Login.INTAKE)
        .sql("select distinct reference from intake.echo where organisation = ?")
        .param(organisation)
        .query(String.class)
        .list();
  }

  /** What was told stays: an entry that is taken up again tells of more only. */
  private static int part(Connection tx, String organisation, Set<String> references) {
    String[] over = references.toArray(String[]::new);
    return Databases.on(tx)
        .sql("delete from intake.echo where organisation = ? and reference = any (?)")
        .params(organisation, over)
        .update();
  }
}
