package org.answerable.delivery.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.answerable.channel.twilio.TwilioAt;
import org.answerable.delivery.Outgoing;
import org.answerable.organisation.Organisation;
import org.answerable.platform.Login;
import org.answerable.platform.RandomIds;
import org.answerable.platform.keys.EpochKeys;
import org.answerable.platform.keys.RootKey;
import org.answerable.platform.keys.Sealer;
import org.answerable.testing.AnOrganisation;
import org.answerable.testing.Apart;
import org.answerable.testing.StandInTwilio;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The outbox's worker is killed with {@code kill -9} between the provider's acceptance of a message
 * and our note of it, again and again; and some times more before the acceptance. Each start is two
 * minutes later, so that every lease has ended; five unlucky ones, and Twilio is not asked any
 * more. 200 kills with {@code -Dcrash.full=true}.
 */
@Apart
class DeliveryKillIT {
  private static final int KILLS = Boolean.getBoolean("crash.full") ? 200 : 4;
  private static final int BEFORE_ACCEPTANCE_EACH = 4;
  private static final int RESPONSES_A_KILL = 6;
  private static final long AHEAD_SECONDS = 120;
  private static final long PATIENCE_SECONDS = 90;
  private static final int LAST_ROUNDS = 30;

  /**
   * One in so many may be killed again and again until its provider can't be asked any more; of few
   * kills that says less.
   */
  private static final int SELDOM = Boolean.getBoolean("crash.full") ? 200 : 10;

  private final List<Response> responses = new ArrayList<>();
  private final Random random = new Random();
  private @Nullable Process worker;

  private record Response(UUID feedback, UUID id, boolean once) {
    String kind() {
      return AnyPeople.wantsNotice(feedback) ? "notice" : once ? "sent once" : "open";
    }
  }

  @Test
  void nothingIsLostSilentlyAndWhatIsSentOnceNeverArrivesTwice(@TempDir Path folder)
      throws Exception {
    try (var twilio = new StandInTwilio();
        var database = new OutboxDatabase()) {
      Organisation home = AnOrganisation.with(TwilioAt.config(twilio.apiUrl()));
      var keys = new EpochKeys(folder, RootKey.openOrCreate(folder));
      keys.begin(home.id());
      int starts = 0;
      for (int kills = 0; kills < KILLS; starts++) {
        add(home, database, new Sealer(keys));
        boolean accepted = starts % BEFORE_ACCEPTANCE_EACH != BEFORE_ACCEPTANCE_EACH - 1;
        killAt(twilio, 1 + random.nextInt(RESPONSES_A_KILL), accepted);
        start(database, folder, twilio, starts);
        awaitEnd();
        kills += accepted ? 1 : 0;
      }
      twilio.whenPosted(() -> {}, () -> {});
      for (int i = 0; i < LAST_ROUNDS && waiting(database) > 0; i++) {
        start(database, folder, twilio, starts + i);
        awaitQuiet(database);
      }
      check(database, twilio);
    }
  }

  private void add(Organisation home, OutboxDatabase database, Sealer sealer) throws SQLException {
    var outbox = new JdbcOutbox(sealer, new RandomIds());
    for (int i = 0; i < RESPONSES_A_KILL; i++) {
      var response = new Response(UUID.randomUUID(), UUID.randomUUID(), i % 2 == 0);
      responses.add(response);
      database.addFeedback(home.id(), response.feedback());
      var outgoing =
          new Outgoing(
              home.id(),
              response.feedback(),
              2,
              response.id(),
              "The gate is open again.",
              Instant.now(),
              true,
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
  }

  /** Kills when so many messages have come, before or after the last of them is taken. */
  private void killAt(StandInTwilio twilio, int message, boolean accepted) {
    var left = new AtomicInteger(message);
    Runnable kill =
        () -> {
          if (left.decrementAndGet() == 0) {
            kill();
          }
        };
    twilio.whenPosted(accepted ? () -> {} : kill, accepted ? kill : () -> {});
  }

  private void start(OutboxDatabase database, Path keysDir, StandInTwilio twilio, int before)
      throws IOException {
    long ahead = AHEAD_SECONDS * before;
    twilio.clock(InstantSource.offset(InstantSource.system(), Duration.ofSeconds(ahead)));
    worker =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-Xmx128m",
                "-cp",
                System.getProperty("java.class.path"),
                DeliveryProcess.class.getName(),
                database.url(Login.DELIVERY),
                keysDir.toString(),
                twilio.apiUrl().toString(),
                Long.toString(ahead))
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(keysDir.resolve("log").toFile()))
            .start();
  }

  private void kill() {
    Process running = worker;
    if (running != null) {
      running.destroyForcibly().onExit().join();
    }
  }

  private void awaitEnd() throws InterruptedException {
    Process running = worker;
    boolean ended = running != null && running.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
    kill();
    assertThat(ended).as("it was killed").isTrue();
  }

  /** Until nothing more can leave before its pause is over. */
  private void awaitQuiet(OutboxDatabase database) throws InterruptedException {
    int before = -1;
    for (int now = waiting(database); now > 0 && now != before; now = waiting(database)) {
      before = now;
      TimeUnit.SECONDS.sleep(5);
    }
    kill();
  }

  private static int waiting(OutboxDatabase database) {
    return database.count("select count(*) from delivery.outbox where aside is null");
  }

  private void check(OutboxDatabase database, StandInTwilio twilio) {
    var figures = new TreeMap<String, Integer>();
    for (Response response : responses) {
      int arrived = twilio.taken(AnyPeople.number(response.feedback())).size();
      List<String> outcome = database.outcomes(response.id());
      String what = response.kind() + ": " + outcome + ", arrived " + arrived;
      figures.merge(what, 1, Integer::sum);
      switch (response.kind()) {
        case "open" ->
            assertThat(what).matches("open: \\[(handed_over], arrived 1|uncertain], arrived [01])");
        case "notice" -> assertThat(what).matches("notice: \\[handed_over], arrived [1-9][0-9]*");
        default ->
            assertThat(what)
                .matches("sent once: \\[(handed_over], arrived 1|uncertain], arrived [01])");
      }
    }
    System.out.printf("%d kills, %d responses: %s%n", KILLS, responses.size(), told(figures));
    assertThat(uncertain(figures, "open"))
        .as("the provider is asked before the time in which it can be is over")
        .isLessThanOrEqualTo(responses.size() / SELDOM);
  }

  private static int uncertain(Map<String, Integer> figures, String kind) {
    return figures.entrySet().stream()
        .filter(it -> it.getKey().startsWith(kind + ": [uncertain]"))
        .mapToInt(Map.Entry::getValue)
        .sum();
  }

  private static String told(Map<String, Integer> figures) {
    return String.join(
        "; ", figures.entrySet().stream().map(it -> it.getValue() + " " + it.getKey()).toList());
  }
}
