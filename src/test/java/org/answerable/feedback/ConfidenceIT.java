package org.answerable.feedback;

import static org.answerable.feedback.InboxContext.NOW;
import static org.answerable.feedback.InboxWorld.leader;
import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.answerable.delivery.Outbox;
import org.answerable.feedback.Feedbacks.Filter;
import org.answerable.intake.ReleaseTarget;
import org.answerable.intake.Released;
import org.answerable.intake.Sorted;
import org.answerable.leader.Leader;
import org.answerable.organisation.Organisation;
import org.answerable.organisation.Organisations;
import org.answerable.organisation.Topic;
import org.answerable.platform.Databases;
import org.answerable.platform.Ids;
import org.answerable.platform.Login;
import org.answerable.platform.keys.Sealer;
import org.answerable.responselog.Staging;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What accuses: who has it, and what the public learns of it. */
@InboxTest
@SuppressWarnings("NullAway.Init")
class ConfidenceIT {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);
  private static final LocalDate MONDAY = LocalDate.of(2026, 11, 23);

  @Autowired Responding responding;
  @Autowired ReleaseTarget target;
  @Autowired Feedbacks feedbacks;
  @Autowired Databases databases;
  @Autowired Sealer sealer;
  @Autowired Staging staging;
  @Autowired Outbox outbox;
  @Autowired Ids ids;
  @Autowired InboxWorld world;
  Organisation organisation;
  Leader reader;

  @BeforeEach
  void organisation() {
    organisation = world.organisation();
    reader = leader(organisation, "reader");
  }

  @Test
  void nothingOfItIsPublicWhenItsTopicIsGone() throws SQLException {
    var given = world.release(organisation, Topic.UNSORTED, MONDAY, "the chair");
    world.sort(new Sorted(organisation.id(), given.feedback(), "leadership", null));
    var renamed =
        new Organisations(List.of(TestOrganisation.without("leadership", organisation.id())));
    var inbox = new Inbox(renamed, feedbacks, databases, sealer, staging, ids);
    var responding =
        new Responding(renamed, feedbacks, databases, sealer, staging, outbox, ids, new Random());

    inbox.open(reader, given.reference(), NOW);
    var draft = new ResponseDraft(Decision.DONE, "We look into it.", "", "", null);
    assertThat(responding.respond(reader, given.reference(), draft, 3, ids.uuid(), NOW))
        .isInstanceOf(Responded.Sent.class);
    assertThat(world.staged(organisation)).isEmpty();
    assertThat(world.published(organisation)).isEmpty();
  }

  /** Whoever holds a phone must not learn from STATUS which receipt belongs to what accuses. */
  @Test
  void itsReceiptSaysThatItWasAnsweredFromTheNextSlotOn() throws SQLException {
    var accusing = world.release(organisation, "leadership", MONDAY, "the chair");
    var other = world.release(organisation, "leadership", MONDAY, "the treasurer");
    issueReceipt(accusing);
    issueReceipt(other);
    respond(accusing, NOW, 1);
    assertThat(answered(accusing)).as("before the slot").isEmpty();
    assertThat(slot()).isEqualTo(1);
    assertThat(answered(accusing)).contains(TODAY);
    assertThat(answered(other)).isEmpty();
    assertThat(slot()).as("nothing is left").isZero();

    respond(accusing, NOW.plus(Duration.ofDays(2)), 2);
    slot();
    assertThat(answered(accusing)).as("the day of the first response").contains(TODAY);
    assertThat(world.staged(organisation)).isEmpty();
  }

  private void respond(Released to, Instant now, int seen) throws SQLException {
    var draft = new ResponseDraft(Decision.DONE, "We look into it.", "", "", null);
    assertThat(responding.respond(reader, to.reference(), draft, seen, ids.uuid(), now))
        .isInstanceOf(Responded.Sent.class);
  }

  private int slot() throws SQLException {
    return databases.inTransaction(
        Login.INTAKE, tx -> target.tellQuietAnswers(tx, organisation.id()));
  }

  private void issueReceipt(Released given) {
    databases
        .as(Login.INTAKE)
        .sql(
            """
            insert into responselog.receipt
              (organisation, receipt, digits, commitment, owner_tag, day, due)
            values (?, ?, int4send(1), ?, '', ?, ?)
            """)
        .params(organisation.id(), given.commitment(), given.commitment(), MONDAY, TODAY)
        .update();
  }

  private Optional<LocalDate> answered(Released given) {
    return databases
        .as(Login.PUBLIC)
        .sql("select answered from site.receipt where organisation = ? and receipt = ?")
        .params(organisation.id(), given.commitment())
        .query((row, n) -> Optional.ofNullable(row.getObject(1, LocalDate.class)))
        .single();
  }

  @Test
  void onlyTheReaderHasItWhenItsTopicIsGone() throws SQLException {
    var given = world.release(organisation, "leadership", MONDAY, "the chair");
    world.release(organisation, "medicines", MONDAY, "no syrup");
    var renamed =
        new Organisations(List.of(TestOrganisation.without("leadership", organisation.id())));
    var inbox = new Inbox(renamed, feedbacks, databases, sealer, staging, ids);
    assertThat(inbox.list(reader, Filter.NONE, 1, TODAY).rows())
        .extracting(row -> row.state().reference())
        .containsExactly(given.reference());
    assertThat(inbox.read(reader, given.reference())).isPresent();
    for (Leader other :
        List.of(leader(organisation, "reader", "board"), leader(organisation, "board"))) {
      assertThat(inbox.list(other, Filter.NONE, 1, TODAY).counts().waiting()).isZero();
      assertThat(inbox.read(other, given.reference())).isEmpty();
    }
  }
}
