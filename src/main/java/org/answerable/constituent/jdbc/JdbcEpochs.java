package org.answerable.constituent.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.answerable.constituent.EpochLimits;
import org.answerable.constituent.Epochs;
import org.answerable.constituent.Retention;
import org.answerable.constituent.Vault;
import org.answerable.organisation.Organisation;
import org.answerable.platform.Databases;
import org.answerable.platform.Login;
import org.answerable.platform.OwnerDatabase;
import org.answerable.platform.keys.EpochKeys;
import org.answerable.platform.keys.LivingEpochs;
import org.answerable.platform.keys.SealedColumn;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Epochs in PostgreSQL.
 *
 * <p>A change is: make the next keys; let the next epoch begin, which from its commit on all that
 * is new stands under; take over what stands under the one before, a chunk a transaction; end the
 * one before, while nobody seals and nothing is left under it; destroy its keys. What was begun
 * shows in the database, so that any node goes on after a kill. Keys are made before and destroyed
 * after the commit that says so.
 */
final class JdbcEpochs implements Epochs {
  private final Databases databases;
  private final OwnerDatabase owner;
  private final EpochKeys keys;
  private final Vault vault;
  private final List<SealedColumn> columns;

  JdbcEpochs(
      Databases databases,
      OwnerDatabase owner,
      EpochKeys keys,
      Vault vault,
      List<SealedColumn> columns) {
    this.databases = databases;
    this.owner = owner;
    this.keys = keys;
    this.vault = vault;
    this.columns = List.copyOf(columns);
  }

  @Override
  public void refresh(String organisation) {
    EpochTable.read(databases.as(Login.INTAKE), organisation)
        .forEach(stand -> keys.tell(organisation, stand.living()));
  }

  @Override
  public void ask(String organisation) {
    owner
        .client()
        .sql("update constituent.epoch set asked = true where organisation = ?")
        .param(organisation)
        .update();
  }

  @Override
  public boolean change(Organisation home, Instant now) throws SQLException {
    LocalDate today = home.day(now);
    if (stand(home).erase()) {
      owner.inTransaction(tx -> erase(tx, home));
    }
    if (stand(home).living().isChanging() && !takeOver(home, today)) {
      return false;
    }
    EpochTable.Stand stand = stand(home);
    keys.destroy(home.id(), stand.living());
    if (!isDue(stand, today)) {
      return true;
    }
    begin(home, stand.living(), today);
    return takeOver(home, today);
  }

  /**
   * How many people this run forgot; of several nodes one does it.
   *
   * <p>The ids of messages stay for their two epochs: a repeat of one would else be new, and bring
   * its sender back; and what the provider still holds is deleted there only if we know that we
   * took it. They are hashes, and the replies beside them open no more.
   */
  private static int erase(Connection tx, Organisation home) {
    JdbcClient client = Databases.on(tx);
    EpochTable.lock(client, home.id());
    if (!stand(client, home).erase()) {
      return 0;
    }
    int people = 0;
    for (String table :
        List.of(
            "conversation.session",
            "conversation.caller",
            "poll.ballot",
            "poll.uncounted",
            "poll.late",
            "constituent.route",
            "constituent.kept_answer",
            "constituent.question",
            "confidential.way",
            "constituent.constituent")) {
      people = empty(client, table, home);
    }
    EpochTable.erased(client, home.id(), people);
    return people;
  }

  /** In parts that none of them takes longer than a statement may. */
  static int empty(JdbcClient client, String table, Organisation home) {
    String some =
        "delete from %1$s where ctid = any (array(select ctid from %1$s where organisation = ? limit %2$d))"
            .formatted(table, EpochLimits.ERASE_ROWS);
    int all = 0;
    int rows;
    do {
      rows = client.sql(some).param(home.id()).update();
      all += rows;
    } while (rows > 0);
    return all;
  }

  private static boolean isDue(EpochTable.Stand stand, LocalDate today) {
    return stand.asked() || !today.isBefore(stand.begun().plus(EpochLimits.LENGTH));
  }

  private void begin(Organisation home, LivingEpochs whole, LocalDate today) throws SQLException {
    LivingEpochs next = whole.next();
    keys.make(home.id(), next.epoch());
    LivingEpochs living =
        owner.inTransaction(
            tx -> {
              JdbcClient client = Databases.on(tx);
              EpochTable.lock(client, home.id());
              LivingEpochs there = stand(client, home).living();
              if (!there.equals(whole)) {
                return there; // another node was first
              }
              EpochTable.begin(client, home.id(), next, today);
              return next;
            });
    keys.tell(home.id(), living);
  }

  /** Passes over all that stands under the one before, until one pass finds nothing. */
  private boolean takeOver(Organisation home, LocalDate today) throws SQLException {
    LivingEpochs living = stand(home).living();
    keys.tell(home.id(), living);
    var retention = new Retention(today);
    var routes = new RouteTakeover(home.id(), living.epoch(), vault, retention);
    var people = new PeopleTakeover(home, living.epoch(), vault, retention);
    List<ColumnTakeover> sealed = sealed(home, living);
    var rows = new SealedRows(owner);
    for (int pass = 0; pass < EpochLimits.PASSES; pass++) {
      int done =
          people.isLeft(owner.client()) ? people.pass(rows, routes.matters(owner.client())) : 0;
      done += routes.pass(rows);
      for (ColumnTakeover column : sealed) {
        done += column.pass(rows);
      }
      if (done == 0 && end(home, living, people, routes, sealed)) {
        return true;
      }
    }
    return false;
  }

  private List<ColumnTakeover> sealed(Organisation home, LivingEpochs living) {
    var sealed = new ArrayList<ColumnTakeover>();
    for (SealedColumn column : columns) {
      sealed.add(new ColumnTakeover(column, home.id(), living.epoch()));
    }
    return sealed;
  }

  /**
   * While nobody seals: what a statement wrote under the one before is seen here, or is refused.
   */
  private boolean end(
      Organisation home,
      LivingEpochs living,
      PeopleTakeover people,
      RouteTakeover routes,
      List<ColumnTakeover> sealed)
      throws SQLException {
    boolean ended =
        owner.inTransaction(
            tx -> {
              JdbcClient client = Databases.on(tx);
              EpochTable.lock(client, home.id());
              boolean left =
                  people.isLeft(client)
                      || routes.isLeft(client)
                      || sealed.stream().anyMatch(column -> column.isLeft(client));
              if (!left) {
                emptyCallers(client, home);
                EpochTable.end(client, home.id(), living);
              }
              return !left;
            });
    if (ended) {
      keys.tell(home.id(), living.whole());
      keys.destroy(home.id(), living.whole());
    }
    return ended;
  }

  /**
   * They are hashes under the keys that end. Whoever calls twice today is texted back once more.
   */
  private static void emptyCallers(JdbcClient client, Organisation home) {
    client.sql("delete from conversation.caller where organisation = ?").param(home.id()).update();
  }

  private EpochTable.Stand stand(Organisation home) {
    return stand(owner.client(), home);
  }

  private static EpochTable.Stand stand(JdbcClient client, Organisation home) {
    return EpochTable.read(client, home.id()).getFirst();
  }
}
