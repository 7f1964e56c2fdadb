package org.answerable.delivery.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.answerable.channel.Acceptance;
import org.answerable.channel.Channel;
import org.answerable.channel.Channels;
import org.answerable.channel.OutgoingMessage;
import org.answerable.channel.SendResult;
import org.answerable.delivery.Delivery;
import org.answerable.delivery.Doubt;
import org.answerable.delivery.Doubts;
import org.answerable.delivery.Drafts;
import org.answerable.delivery.Leased;
import org.answerable.delivery.Outgoing;
import org.answerable.delivery.TakenBack;
import org.answerable.organisation.ChannelConfig;
import org.answerable.organisation.Organisation;
import org.answerable.organisation.Organisations;
import org.answerable.platform.Login;
import org.answerable.platform.RandomIds;
import org.answerable.platform.keys.EpochKeys;
import org.answerable.platform.keys.RootKey;
import org.answerable.platform.keys.Sealer;
import org.answerable.testing.AnOrganisation;
import org.answerable.testing.Apart;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Leaders respond, take back and decide while workers send, fail, die and are in doubt, all on the
 * same feedbacks at once. 10,000 operations with {@code -Dcrash.full=true}.
 */
@Apart
class DeliveryAtOnceIT {
  private static final int OPERATIONS = Boolean.getBoolean("crash.full") ? 10_000 : 800;
  private static final int THREADS = 8;
  private static final int FEEDBACKS = 40;
  private static final Duration UNDO = Duration.ofSeconds(3);

  /** Slow enough that no lease ends while its holder sends. */
  private static final int STEP_MILLIS = 100;

  private static final int LATEST = 6;
  private static final Organisation HOME = AnOrganisation.with(new ChannelConfig.Simulator("line"));
  private final long seed = System.nanoTime();
  private final AtomicLong millis = new AtomicLong();
  private final List<Response> responses = Collections.synchronizedList(new ArrayList<>());
  private final Set<UUID> takenBack = ConcurrentHashMap.newKeySet();
  private final FaultyPhone phone = new FaultyPhone();
  private final UUID[] feedbacks = new UUID[FEEDBACKS];
  private final AtomicInteger[] steps = new AtomicInteger[FEEDBACKS];

  private record Response(UUID feedback, UUID id, boolean once) {}

  @Test
  void everyResponseEndsInALegalStateAndIsSentOnceARound(@TempDir Path keysDir) throws Exception {
    try (var database = new OutboxDatabase();
        var pool = Executors.newFixedThreadPool(THREADS)) {
      var keys = new EpochKeys(keysDir, RootKey.openOrCreate(keysDir));
      keys.begin(HOME.id());
      var world = new World(database, keys);
      for (int i = 0; i < FEEDBACKS; i++) {
        feedbacks[i] = UUID.randomUUID();
        steps[i] = new AtomicInteger(1);
        database.addFeedback(HOME.id(), feedbacks[i]);
      }
      List<Callable<Void>> all = new ArrayList<>();
      for (int i = 0; i < OPERATIONS; i++) {
        var random = new Random(seed + i);
        all.add(() -> operate(world, random));
      }
      for (var one : pool.invokeAll(all)) {
        one.get();
      }
      drain(world);
      responses.forEach(response -> check(database, response));
      System.out.printf(
          "%d operations at once: %d responses, %d taken back, %d accepted, %d decided%n",
          OPERATIONS,
          responses.size(),
          takenBack.size(),
          phone.accepted.values().stream().mapToInt(Integer::intValue).sum(),
          database.count("select count(*) from delivery.decision"));
    }
  }

  private Void operate(World world, Random random) throws SQLException {
    millis.addAndGet(STEP_MILLIS);
    int what = random.nextInt(100);
    if (what < 30 || responses.isEmpty()) {
      respond(world, random);
    } else if (what < 65) {
      world.deliver(1 + random.nextInt(3));
    } else if (what < 75) {
      world.die();
    } else if (what < 88) {
      world.decide(random.nextInt(4) > 0 ? Doubts.Choice.AGAIN : Doubts.Choice.LEAVE);
    } else {
      Response response = latest(random);
      if (world.takeBack(response)) {
        takenBack.add(response.id());
      }
    }
    return null;
  }

  private Response latest(Random random) {
    int size = responses.size();
    return responses.get(size - 1 - random.nextInt(Math.min(size, LATEST)));
  }

  private void respond(World world, Random random) throws SQLException {
    int feedback = random.nextInt(FEEDBACKS);
    var response = new Response(feedbacks[feedback], UUID.randomUUID(), random.nextBoolean());
    world.add(response, steps[feedback].incrementAndGet());
    responses.add(response);
  }

  private void drain(World world) throws SQLException {
    phone.faulty = false;
    for (int i = 0; i < 200 && world.waiting() > 0; i++) {
      millis.addAndGet(Duration.ofHours(1).toMillis());
      world.deliver(50);
    }
    assertThat(world.waiting()).as("seed %d", seed).isZero();
  }

  private void check(OutboxDatabase database, Response response) {
    List<String> outcomes = database.outcomes(response.id());
    int accepted = phone.accepted.getOrDefault(response.id().toString(), 0);
    String seen = "seed %d: %s, accepted %d".formatted(seed, outcomes, accepted);
    assertThat(outcomes).as(seen).isNotEmpty();
    assertThat(outcomes.subList(0, outcomes.size() - 1))
        .as(seen)
        .allMatch(outcome -> outcome.equals("uncertain") || outcome.equals("failed"));
    assertThat(accepted).as(seen).isLessThanOrEqualTo(outcomes.size());
    switch (outcomes.getLast()) {
      case "handed_over" -> assertThat(accepted).as(seen).isPositive();
      case "taken_back" -> {
        assertThat(accepted).as(seen).isZero();
        assertThat(outcomes).as(seen).hasSize(1);
        assertThat(takenBack).as(seen).contains(response.id());
      }
      default -> assertThat(outcomes.getLast()).as(seen).isIn("uncertain", "failed");
    }
    int rounds =
        database.count(
            "select count(*) from delivery.decision where again and response = '%s'"
                .formatted(response.id()));
    assertThat(outcomes).as(seen).hasSize(rounds + 1);
  }

  private Instant now() {
    return Instant.parse("2026-11-24T12:00:00Z").plusMillis(millis.get());
  }

  /** What leaders and workers do. */
  private final class World {
    private final OutboxDatabase database;
    private final JdbcDeliveries deliveries;
    private final JdbcOutbox outbox;
    private final Delivery delivery;

    World(OutboxDatabase database, EpochKeys keys) {
      var vault = AnyPeople.allByText(HOME, keys);
      var sealer = new Sealer(keys);
      this.database = database;
      this.deliveries = new JdbcDeliveries(database.databases());
      this.outbox = new JdbcOutbox(sealer, new RandomIds());
      this.delivery =
          new Delivery(
              deliveries,
              vault,
              new Drafts(
                  vault,
                  OutboxDatabase::digits,
                  OutboxDatabase::notice,
                  OutboxDatabase::phrase,
                  new TalkedTo(),
                  sealer,
                  DeliveryAtOnceIT.this::now),
              new Channels(List.of(phone)),
              new Organisations(List.of(HOME)),
              DeliveryAtOnceIT.this::now);
    }

    void add(Response response, int number) throws SQLException {
      var outgoing =
          new Outgoing(
              HOME.id(),
              response.feedback(),
              number,
              response.id(),
              response.id().toString(),
              now().plus(UNDO),
              false,
              response.once());
      database
          .databases()
          .inTransaction(
              Login.INBOX,
              tx -> {
                outbox.add(tx, outgoing);
                return true;
              });
    }

    void deliver(int most) throws SQLException {
      for (Leased one : delivery.lease(most)) {
        delivery.deliver(one);
      }
    }

    /** Begins to send, and is killed. */
    void die() throws SQLException {
      for (Leased one : delivery.lease(1)) {
        if (one.began() == null) {
          deliveries.begin(one, now());
        }
      }
    }

    /** Whichever waits for it; of two at once the second learns that it was decided. */
    void decide(Doubts.Choice choice) throws SQLException {
      for (Doubt doubt : database.doubts(HOME.id())) {
        database
            .databases()
            .inTransaction(Login.INBOX, tx -> new JdbcDoubts().settle(tx, doubt, choice));
      }
    }

    boolean takeBack(Response response) throws SQLException {
      var taken =
          new TakenBack(
              HOME.id(), response.feedback(), response.id(), false, false, now(), People.TODAY);
      return database.databases().inTransaction(Login.INBOX, tx -> outbox.takeBack(tx, taken));
    }

    int waiting() {
      return database.count(
          "select count(*) from delivery.outbox o where aside is null or exists (select from"
              + " delivery.decision d where d.response = o.response and d.round = o.round and"
              + " again)");
    }
  }

  /** Answers at random, and says truly what it took. */
  private static final class FaultyPhone implements Channel {
    private final Map<String, Integer> accepted = new ConcurrentHashMap<>();
    private final Random random = new Random();
    private volatile boolean faulty = true;

    @Override
    public String id() {
      return "line";
    }

    @Override
    public String organisation() {
      return HOME.id();
    }

    @Override
    public int perSecond() {
      return 1_000;
    }

    @Override
    public SendResult send(OutgoingMessage message) {
      int what = faulty ? random.nextInt(10) : 9;
      if (what < 2) {
        return new SendResult.Retry("HTTP 429", null);
      }
      if (what == 2) {
        return new SendResult.Failed("HTTP 400");
      }
      if (what == 3) {
        return new SendResult.Uncertain("HTTP 503");
      }
      accepted.merge(message.body(), 1, Integer::sum);
      return what == 4 ? new SendResult.Uncertain("HTTP 503") : new SendResult.Sent();
    }

    /** Of an earlier round, too: what was sent again by somebody is looked for by its time. */
    @Override
    public Acceptance accepted(OutgoingMessage message, Instant since) {
      return accepted.containsKey(message.body()) ? Acceptance.TAKEN : Acceptance.NOT_TAKEN;
    }
  }
}
