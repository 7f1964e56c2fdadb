package org.answerable.delivery.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Map;
import org.answerable.delivery.Backlog;
import org.answerable.delivery.Leased;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Organisations take turns, whatever one of them has waiting. */
class FairnessIT {
  private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");
  private static final Duration LEASE = Duration.ofMinutes(1);
  private static OutboxDatabase database;
  private JdbcDeliveries deliveries;

  @BeforeAll
  static void startDatabase() throws Exception {
    database = new OutboxDatabase();
  }

  @AfterAll
  static void stopDatabase() throws Exception {
    database.close();
  }

  @BeforeEach
  void begin() {
    database.clear();
    deliveries = new JdbcDeliveries(database.databases());
  }

  @Test
  void aFloodOfOneHoldsUpNobodyElse() throws SQLException {
    add("flood", 500, NOW.minusSeconds(3600));
    add("small", 3, NOW.minusSeconds(1));
    add("other", 2, NOW.minusSeconds(2));
    var places = Map.of("flood", 100, "small", 100, "other", 100);
    assertThat(deliveries.lease(6, places, NOW, LEASE))
        .extracting(Leased::organisation)
        .containsExactlyInAnyOrder("flood", "flood", "small", "small", "other", "other");
    assertThat(deliveries.lease(6, places, NOW, LEASE))
        .extracting(Leased::organisation)
        .containsExactlyInAnyOrder("small", "flood", "flood", "flood", "flood", "flood");
  }

  /** Under a slow provider places free one by one. */
  @Test
  void whoHasNothingOnItsWayComesNextWhereOnePlaceIsFreeAtATime() throws SQLException {
    add("flood", 50, NOW.minusSeconds(3600));
    add("small", 3, NOW.minusSeconds(1));
    var places = Map.of("flood", 100, "small", 100);
    var turns = new ArrayList<String>();
    for (int i = 0; i < 6; i++) {
      deliveries.lease(1, places, NOW, LEASE).forEach(one -> turns.add(one.organisation()));
    }
    assertThat(turns).containsExactly("flood", "small", "flood", "small", "flood", "small");
  }

  @Test
  void nobodyGetsMorePlacesThanTheirRateLeaves() throws SQLException {
    add("fast", 9, NOW);
    add("slow", 9, NOW);
    add("none", 9, NOW);
    assertThat(deliveries.lease(20, Map.of("fast", 5, "slow", 1, "none", 0), NOW, LEASE))
        .extracting(Leased::organisation)
        .containsOnly("fast", "slow")
        .hasSize(6);
  }

  @Test
  void theBacklogIsWhatCouldLeaveNow() throws SQLException {
    add("home", 3, NOW.minusSeconds(90));
    add("home", 2, NOW.plusSeconds(1));
    assertThat(deliveries.backlog(NOW)).isEqualTo(new Backlog(3, Duration.ofSeconds(90), 0));
    deliveries.lease(1, Map.of("home", 1), NOW, LEASE);
    assertThat(deliveries.backlog(NOW).due()).isEqualTo(2);
    database.change("update delivery.outbox set aside = 'uncertain'");
    assertThat(deliveries.backlog(NOW)).isEqualTo(new Backlog(0, Duration.ZERO, 5));
  }

  private static void add(String organisation, int count, Instant due) {
    database.change(
        """
        insert into delivery.outbox (organisation, message, feedback, number, response, due,
          attempts, text_key, text)
        select '%s', gen_random_uuid(), gen_random_uuid(), 2, gen_random_uuid(), '%s', 0,
          int4send(1000000), '' from generate_series(1, %d)
        """
            .formatted(organisation, due, count));
  }
}
