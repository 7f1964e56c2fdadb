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
}
