package org.answerable.feedback;

import static org.answerable.feedback.InboxContext.NOW;
import static org.answerable.feedback.InboxWorld.leader;
import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.answerable.confidential.Confided;
import org.answerable.feedback.Feedbacks.Filter;
import org.answerable.intake.ConfidedRecorder;
import org.answerable.intake.Reading;
import org.answerable.intake.ReadingMade;
import org.answerable.intake.ReleaseTarget;
import org.answerable.intake.Released;
import org.answerable.intake.Unread;
import org.answerable.intake.UnsortedFeedback;
import org.answerable.leader.Leader;
import org.answerable.organisation.Kind;
import org.answerable.organisation.Organisation;
import org.answerable.organisation.Sensitivity;
import org.answerable.organisation.Topic;
import org.answerable.platform.Databases;
import org.answerable.platform.Ids;
import org.answerable.platform.Login;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Invariant 9 in the inbox: for whoever is excluded nothing of a feedback exists. */
@InboxTest
@SuppressWarnings("NullAway.Init")
class ExclusionIT {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);
  private static final LocalDate MONDAY = LocalDate.of(2026, 11, 23);
  private static final LocalDate LATE = LocalDate.of(2027, 6, 1);

  @Autowired Inbox inbox;
  @Autowired Responding responding;
  @Autowired PublishingWords publishing;
  @Autowired OverdueSweep sweep;
  @Autowired ReleaseTarget target;
  @Autowired UnsortedFeedback unsorted;
  @Autowired ConfidedRecorder confided;
  @Autowired Databases databases;
  @Autowired Ids ids;
  @Autowired InboxWorld world;
  Organisation organisation;
  Leader chair;
  Leader other;

  @BeforeEach
  void organisation() {
    organisation = world.organisation();
    chair = leader(organisation, "programmes", "board");
    other = leader(organisation, "programmes");
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void nothingOfItExistsForWhoIsExcluded(boolean byAccount) throws SQLException {
    String excluded = byAccount ? chair.account().toString() : "board";
    var given = world.release(organisation, Topic.UNSORTED, MONDAY, "the chair");
    var before = inbox.list(chair, Filter.NONE, 1, TODAY);
    read(given, "privacy", excluded);
    assertThat(inbox.list(other, Filter.NONE, 1, TODAY).topics()).containsExactly("privacy");

    for (Filter filter :
        List.of(
            Filter.NONE,
            new Filter(false, "privacy", null),
            new Filter(true, null, "programmes"))) {
      assertThat(inbox.list(chair, filter, 1, TODAY)).isEqualTo(before);
    }
    assertThat(inbox.read(chair, given.reference())).isEmpty();
    assertThat(inbox.open(chair, given.reference(), NOW)).isEmpty();
    assertThat(inbox.note(chair, given.reference(), "me?", NOW)).isFalse();
    var draft = ResponseDraft.of(Decision.DONE, "It was not me.");
    assertThat(responding.respond(chair, given.reference(), draft, 9, ids.uuid(), NOW))
        .isInstanceOf(Responded.Unknown.class);
    var choice = new PublishingWords.Choice(Set.of(), List.of());
    assertThat(publishing.publish(chair, given.reference(), choice, "", NOW))
        .isInstanceOf(Publication.Unknown.class);
    assertThat(inbox.open(other, given.reference(), NOW)).isPresent();
    assertThat(world.staged(organisation)).as("closed to the public").isEmpty();
  }

  @Test
  void theSweepPassesOverWhoIsExcludedAndTellsNobody() throws SQLException {
    var given = world.release(organisation, Topic.UNSORTED, MONDAY, "the board");
    read(given, "medicines", "board");
    assertThat(sweep.run(organisation, LATE)).isEqualTo(1);
    assertThat(inbox.read(leader(organisation, "council"), given.reference())).isPresent();
    assertThat(inbox.read(leader(organisation, "board", "council"), given.reference())).isEmpty();
    assertThat(world.staged(organisation)).isEmpty();
  }

  @Test
  void theNextRoleHasItWhereTheTopicsOwnIsExcluded() throws SQLException {
    var given = world.release(organisation, Topic.UNSORTED, MONDAY, "the lead");
    read(given, "medicines", "programmes");
    assertThat(inbox.read(other, given.reference())).isEmpty();
    var state = inbox.read(leader(organisation, "board"), given.reference()).orElseThrow().state();
    assertThat(state.role()).isEqualTo("board");
    assertThat(state.due()).isEqualTo(LocalDate.of(2026, 11, 26));
  }

  @Test
  void whatIsForTheFocalPointAloneIsGoneFromTheInbox() throws SQLException {
    Leader reader = leader(organisation, "reader");
    var given = world.release(organisation, Topic.UNSORTED, MONDAY, "my uncle", "im 14");
    inbox.note(reader, given.reference(), "what is this?", NOW);
    for (int i = 0; i < 2; i++) {
      databases.inTransaction(
          Login.INTAKE,
          tx -> {
            target.confide(tx, organisation.id(), given.feedback());
            return true;
          });
    }
    assertThat(confided.of(organisation.id()))
        .extracting(Confided::words)
        .containsExactlyInAnyOrder("my uncle", "im 14");
    assertThat(confided.of(organisation.id()).getFirst().commitment()).hasSize(32);
    assertThat(inbox.read(reader, given.reference())).isEmpty();
    assertThat(inbox.list(reader, Filter.NONE, 1, TODAY).counts().waiting()).isZero();
    assertThat(unsorted.of(reader, 9)).isEmpty();
    assertThat(
            databases
                .as(Login.INBOX)
                .sql("select count(*) from inbox.part where feedback = ?")
                .param(given.feedback())
                .query(Long.class)
                .single())
        .isZero();
    assertThat(sweep.run(organisation, LATE)).isZero();
    read(given, "medicines");
    assertThat(inbox.read(other, given.reference())).isEmpty();
  }

  @Test
  void aTopicThatOnlyAFocalPointMayReadConfidesToo() throws SQLException {
    var given = world.release(organisation, Topic.UNSORTED, MONDAY, "my uncle");
    read(given, "abuse");
    assertThat(confided.of(organisation.id())).hasSize(1);
    assertThat(inbox.read(leader(organisation, "reader"), given.reference())).isEmpty();
  }

  @Test
  void readersSeeWhatWasReleasedUnsortedAndNobodyAnswered() throws SQLException {
    Leader reader = leader(organisation, "reader");
    var given = world.release(organisation, Topic.UNSORTED, MONDAY, "hm");
    world.release(organisation, "medicines", MONDAY, "no syrup");
    assertThat(unsorted.of(reader, 9))
        .extracting(Unread::reference)
        .containsExactly(given.reference());
    assertThat(unsorted.texts(organisation.id(), List.of(given.feedback())).get(given.feedback()))
        .containsExactly(new Unread.Text(MONDAY, "hm"));
    assertThat(unsorted.of(other, 9)).isEmpty();
  }

  private void read(Released given, String topic, String... excluded) throws SQLException {
    var found = new Reading.Sorting(topic, Kind.REPORT, Sensitivity.S0, Set.of(excluded));
    databases.inTransaction(
        Login.INTAKE,
        tx -> {
          target.read(tx, List.of(new ReadingMade(organisation.id(), given.feedback(), found)));
          return true;
        });
  }
}
