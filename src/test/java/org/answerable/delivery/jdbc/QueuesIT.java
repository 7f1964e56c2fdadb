package org.answerable.delivery.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.answerable.delivery.Queues;
import org.answerable.organisation.Organisations;
import org.answerable.platform.RandomIds;
import org.answerable.platform.keys.EpochKeys;
import org.answerable.platform.keys.RootKey;
import org.answerable.platform.keys.Sealer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the operations page counts, for every leader and volunteer. */
class QueuesIT {
  private static final String HOME = "baraza-letu";
  private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");
  private static final Queues.Queue NOTHING = new Queues.Queue(0, 0, null);
  private static OutboxDatabase database;
  private static Sealer sealer;
  private JdbcQueues queues;

  @BeforeAll
  static void startDatabase(@TempDir Path keysDir) throws Exception {
    database = new OutboxDatabase();
    sealer = new Sealer(new EpochKeys(keysDir, RootKey.openOrCreate(keysDir)));
  }

  @AfterAll
  static void stopDatabase() throws Exception {
    database.close();
  }

  @BeforeEach
  void begin() {
    database.clear();
    queues =
        new JdbcQueues(
            database.databases(), new Organisations(List.of()), sealer, new RandomIds(), () -> NOW);
  }

  @Test
  void whatAccusesSomebodyIsCountedNowhereAndSentAgainByNobodyElse() {
    add(true, null);
    assertThat(queues.queue(HOME, NOW)).isEqualTo(NOTHING);
    UUID refused = add(true, "HTTP 400");
    assertThat(queues.answers(HOME)).isEmpty();
    queues.retry(HOME, "HTTP 400");
    assertThat(database.count("select count(*) from delivery.decision")).isZero();
    assertThat(database.outcomes(refused)).containsExactly("failed");
  }

  @Test
  void allElseIsCounted() {
    add(false, null);
    add(false, "HTTP 400");
    assertThat(queues.queue(HOME, NOW)).isEqualTo(new Queues.Queue(0, 1, NOW));
    assertThat(queues.answers(HOME)).extracting(Queues.Aside::reason).containsExactly("HTTP 400");
    queues.retry(HOME, "HTTP 400");
    assertThat(database.count("select count(*) from delivery.decision")).isEqualTo(1);
  }

  private static UUID add(boolean once, @Nullable String aside) {
    UUID response = UUID.randomUUID();
    database.change(
        """
        insert into delivery.outbox (organisation, message, feedback, number, response, due,
          attempts, text_key, text, once, aside)
        values ('%s', gen_random_uuid(), gen_random_uuid(), 2, '%s', '%s', 0,
          int4send(1000000), '', %s, %s)
        """
            .formatted(HOME, response, NOW, once, aside == null ? "null" : "'" + aside + "'"));
    if (aside != null) {
      database.change(
          """
          insert into delivery.outcome (organisation, response, round, outcome, day)
          select organisation, response, round, 'failed', '2026-11-24' from delivery.outbox
          where response = '%s'
          """
              .formatted(response));
    }
    return response;
  }
}
