package org.answerable.delivery.jdbc;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.answerable.channel.Address;
import org.answerable.channel.Channels;
import org.answerable.constituent.RouteMade;
import org.answerable.constituent.Vault;
import org.answerable.delivery.Delivery;
import org.answerable.delivery.Drafts;
import org.answerable.delivery.Leased;
import org.answerable.delivery.Outgoing;
import org.answerable.organisation.ChannelConfig;
import org.answerable.organisation.Organisation;
import org.answerable.organisation.Organisations;
import org.answerable.platform.Login;
import org.answerable.platform.RandomIds;
import org.answerable.platform.keys.EpochKeys;
import org.answerable.platform.keys.RootKey;
import org.answerable.platform.keys.Sealer;
import org.answerable.testing.AnOrganisation;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** Answers on their way to one phone, on a real database, at a moment that the test moves. */
abstract class OnOutbox {
  static final Instant START = Instant.parse("2026-11-24T12:00:00Z");
  static final Address ADDRESS = new Address("line", "+99955501234");
  static final Organisation HOME =
      AnOrganisation.with(
          new ChannelConfig.Simulator("line"), new ChannelConfig.Simulator("other"));
  static OutboxDatabase database;
  private static EpochKeys keys;

  final People people = new People();
  final Phone phone = new Phone();
  volatile Instant now = START;
  Vault vault;
  Sealer sealer;
  JdbcDeliveries deliveries;
  final TalkedTo talk = new TalkedTo();
  Delivery delivery;

  @BeforeAll
  static void startDatabase(@TempDir Path keysDir) throws Exception {
    database = new OutboxDatabase();
    keys = new EpochKeys(keysDir, RootKey.openOrCreate(keysDir));
    keys.begin(HOME.id());
  }

  @AfterAll
  static void stopDatabase() throws Exception {
    database.close();
  }

  @BeforeEach
  void begin() {
    database.clear();
    vault = new Vault(people, keys, new RandomIds());
    sealer = new Sealer(keys);
    deliveries = new JdbcDeliveries(database.databases());
    delivery = delivery();
  }

  /** As after a start: it knows nothing of what another has begun. */
  Delivery delivery() {
    return new Delivery(
        deliveries,
        vault,
        new Drafts(
            vault,
            OutboxDatabase::digits,
            OutboxDatabase::notice,
            OutboxDatabase::phrase,
            talk,
            sealer,
            () -> now),
        new Channels(List.of(phone)),
        new Organisations(List.of(HOME)),
        () -> now);
  }

  void round() throws SQLException {
    deliver(delivery.lease(10));
  }

  void deliver(List<Leased> leased) throws SQLException {
    for (Leased one : leased) {
      delivery.deliver(one);
    }
  }

  /** Somebody asks something. */
  UUID ask(UUID who) {
    UUID feedback = UUID.randomUUID();
    database.addFeedback(HOME.id(), feedback);
    isFrom(who, feedback);
    return feedback;
  }

  /** So that its answer finds them. */
  void isFrom(UUID who, UUID feedback) {
    people.add(feedback, vault.route(new RouteMade(HOME.id(), feedback, who)));
  }

  /** A leader answers. */
  UUID respond(Outgoing outgoing) throws SQLException {
    var outbox = new JdbcOutbox(sealer, new RandomIds());
    database
        .databases()
        .inTransaction(
            Login.INBOX,
            tx -> {
              outbox.add(tx, outgoing);
              return true;
            });
    return outgoing.response();
  }
}
