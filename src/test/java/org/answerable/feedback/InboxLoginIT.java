package org.answerable.feedback;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.answerable.platform.Databases;
import org.answerable.platform.Login;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Invariant 2, at the database: the inbox's login sees views of what is released. */
@InboxTest
@SuppressWarnings("NullAway.Init")
class InboxLoginIT {
  @Autowired Databases databases;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "constituent.constituent",
        "constituent.route",
        "intake.given",
        "intake.part",
        "conversation.message",
        "conversation.session",
        "responselog.receipt",
        "responselog.entry",
        "delivery.outbox",
        "feedback.feedback",
        "feedback.part",
        "feedback.step",
        "feedback.response",
        "feedback.note"
      })
  void theInboxsLoginReadsViewsAndNoTable(String table) {
    assertThatThrownBy(
            () ->
                databases
                    .as(Login.INBOX)
                    .sql("select count(*) from " + table)
                    .query(Long.class)
                    .single())
        .rootCause()
        .hasMessageContaining("permission denied");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "update feedback.step set number = 0",
        "delete from feedback.response",
        "update leader.account set line = default"
      })
  void theInboxsLoginChangesAndDeletesNothing(String statement) {
    assertThatThrownBy(() -> databases.as(Login.INBOX).sql(statement).update())
        .rootCause()
        .hasMessageContaining("permission denied");
  }
}
