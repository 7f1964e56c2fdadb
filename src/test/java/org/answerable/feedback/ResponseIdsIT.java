package org.answerable.feedback;

import static org.answerable.feedback.InboxContext.NOW;
import static org.answerable.feedback.InboxWorld.leader;
import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.answerable.intake.Released;
import org.answerable.leader.Leader;
import org.answerable.organisation.Organisation;
import org.answerable.platform.Databases;
import org.answerable.platform.Ids;
import org.answerable.platform.Login;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What tells responses apart, and what keeps them in order. */
@InboxTest
@SuppressWarnings("NullAway.Init")
class ResponseIdsIT {
  private static final LocalDate MONDAY = LocalDate.of(2026, 11, 23);
  @Autowired Inbox inbox;
  @Autowired Responding responding;
  @Autowired Databases databases;
  @Autowired Ids ids;
  @Autowired InboxWorld world;
  Organisation organisation;
  Leader programmes;

  @BeforeEach
  void organisation() {
    organisation = world.organisation();
    programmes = leader(organisation, "programmes");
  }

  @Test
  void oneFormsIdInTwoFeedbacksIsTwoResponses() throws SQLException {
    UUID form = ids.uuid();
    LocalDate due = MONDAY.plusDays(3);
    var draft = new ResponseDraft(Decision.WILL_DO, "On Thursday.", "syrup", "programmes", due);
    for (String words : List.of("no syrup", "no tests")) {
      var given = world.release(organisation, "medicines", MONDAY, words);
      for (int i = 0; i < 2; i++) {
        assertThat(responding.respond(programmes, given.reference(), draft, 1, form, NOW))
            .isInstanceOf(Responded.Sent.class);
      }
      assertThat(inbox.read(programmes, given.reference()).orElseThrow().responses()).hasSize(1);
    }
    assertThat(world.outbox(organisation)).as("each with the promise behind it").isEqualTo(4);
  }

  @Test
  void laterResponsesHaveHigherNumbers() throws SQLException {
    var given = world.release(organisation, "medicines", MONDAY, "no syrup");
    assertThat(respond(given, 1, "We rang the site.")).isInstanceOf(Responded.Sent.class);
    assertThat(respond(given, 2, "It is there.")).isInstanceOf(Responded.Sent.class);
    assertThat(
            databases
                .as(Login.DELIVERY)
                .sql("select number from delivery.outbox where feedback = ? order by number")
                .param(given.feedback())
                .query(Integer.class)
                .list())
        .containsExactly(2, 3);
  }

  private Responded respond(Released given, int seen, String text) throws SQLException {
    var draft = ResponseDraft.of(Decision.EXPLAINED, text);
    return responding.respond(programmes, given.reference(), draft, seen, ids.uuid(), NOW);
  }
}
