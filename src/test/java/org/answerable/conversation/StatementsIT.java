package org.answerable.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Instant;
import java.util.Map;
import org.answerable.feedback.StatementDraft;
import org.answerable.feedback.Stating;
import org.answerable.responselog.PublicStatement;
import org.answerable.testing.ApplicationTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** A statement, from the inbox to the public page. */
@ApplicationTest
class StatementsIT {
  @Autowired private ApplicationContext application;
  @Autowired private Stating stating;
  @Autowired private PublicStatement.All statements;
  private Told told;

  @BeforeEach
  void open() throws SQLException {
    told = new Told(application);
  }

  @Test
  void itStandsOnThePageAfterItsSlot() throws SQLException {
    String sources = "dues " + System.nanoTime();
    var draft = new StatementDraft(PublicStatement.FUNDING, Map.of("sources", sources), null, null);
    assertThat(stating.state(told.leader("board"), "board", draft, Instant.now())).isEmpty();
    told.slot();
    assertThat(statements.of(told.home.id(), 1000))
        .anySatisfy(
            one -> {
              assertThat(one.values()).containsEntry("sources", sources);
              assertThat(one.role()).isEqualTo("board");
              assertThat(one.day()).isEqualTo(told.today());
            });
  }

  @Test
  void anotherOneAmendsItAndBothStay() throws SQLException {
    String first = "dues " + System.nanoTime();
    String second = "dues, and a fund " + System.nanoTime();
    stating.state(told.leader("board"), "board", funding(first), Instant.now());
    told.slot();
    PublicStatement before = stated(first);
    assertThat(before.amends()).isNull();
    String unknown = "0".repeat(64);
    assertThat(
            stating.state(told.leader("board"), "board", funding(second), unknown, Instant.now()))
        .containsExactly(StatementDraft.Lack.NOTHING_TO_AMEND);
    assertThat(
            stating.state(
                told.leader("board"), "board", funding(second), before.hash(), Instant.now()))
        .isEmpty();
    told.slot();
    assertThat(stated(second).amends()).isEqualTo(before.hash());
    assertThat(stated(first).values()).as("it stays to be read").containsEntry("sources", first);
  }

  private PublicStatement stated(String sources) {
    return statements.of(told.home.id(), 1000).stream()
        .filter(one -> sources.equals(one.values().get("sources")))
        .findFirst()
        .orElseThrow();
  }

  private static StatementDraft funding(String sources) {
    return new StatementDraft(PublicStatement.FUNDING, Map.of("sources", sources), null, null);
  }
}
