package org.answerable.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.answerable.effect.EffectWriter;
import org.answerable.feedback.TestOrganisation;
import org.answerable.organisation.Organisation;
import org.answerable.organisation.Organisations;
import org.answerable.platform.Databases;
import org.answerable.platform.Ids;
import org.answerable.platform.Login;
import org.answerable.platform.keys.RootKey;
import org.answerable.platform.keys.Sealer;
import org.answerable.responselog.PublicFeedback;
import org.answerable.responselog.PublicLog;
import org.answerable.responselog.Quarter;
import org.answerable.responselog.Sequencer;
import org.answerable.testing.FreshFolder;
import org.answerable.testing.WholeDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.ContextConfiguration;

/** What accuses stays closed to the public when its topic leaves the configuration. */
@SpringBootTest(classes = IntakeContext.class)
@ContextConfiguration(initializers = FreshFolder.class)
class SensitivityIT {
  private static final Instant START = Instant.parse("2026-11-24T09:10:00Z");
  private static final Instant TEN = Instant.parse("2026-11-24T10:00:00Z");

  @Autowired private Organisations organisations;
  @Autowired private PublicLog log;
  @Autowired private Slots slots;
  @Autowired private Release release;
  @Autowired private Sequencer sequencer;
  @Autowired private List<EffectWriter<?>> writers;
  @Autowired private Databases databases;
  @Autowired private RootKey root;
  @Autowired private Sealer sealer;
  @Autowired private Ids ids;
  private Organisation renamed;
  private IntakeWorld world;

  @BeforeEach
  void takeAnOrganisation() throws SQLException {
    Organisation home = organisations.all().get(IntakeIT.TAKEN.getAndIncrement());
    renamed = TestOrganisation.without("leadership", home.id());
    var database = new WholeDatabase(databases, root);
    world = new IntakeWorld(home, databases, database, writers, slots, sealer, ids);
    IntakeIT.now = START;
  }

  /** Which has said in the log that its topic is gone. */
  private Slots afterARestart() {
    return new Slots(release, sequencer, (home, now) -> {}, (home, now) -> true);
  }

  @Test
  void whatIsAddedAfterItsTopicIsGoneIsNotOpened() throws SQLException {
    var given = world.give("the chair takes money");
    world.slotAt(TEN);
    world.detail(given, 1, "leadership", null, true);
    world.slotAt(TEN.plusSeconds(3600));
    world.add(given, 2, "and april");
    afterARestart().run(renamed, TEN.plusSeconds(7200));
    assertThat(world.types()).containsExactly("committed", "opened", "committed");
    assertThat(world.released(given)).hasSize(2);
  }

  /** Its row in public stays as it is until its day is over, and is then neither late nor due. */
  @Test
  void whatWasOpenedBeforeItAccusedIsNeverOverdueInPublic() throws SQLException {
    var given = world.give("the chair takes money");
    var other = world.give("no syrup");
    world.slotAt(TEN);
    world.detail(given, 1, "leadership", null, true);
    world.slotAt(TEN.plusSeconds(3600));
    String id = renamed.id();
    PublicFeedback row = log.find(id, given.text().reference()).orElseThrow();
    LocalDate due = Objects.requireNonNull(row.due());
    LocalDate late = Quarter.firstDay(due).plusMonths(3);
    assertThat(world.types()).as("no entry tells").hasSize(4);
    assertThat(row.shownOn(due)).isEqualTo(row);
    assertThat(row.shownOn(late.minusDays(1))).as("late, as any other").isEqualTo(row);
    assertThat(row.shownOn(late).status()).isEqualTo(PublicFeedback.CLOSED);
    assertThat(row.shownOn(late).due()).isNull();
    assertThat(row.overdue(late)).isFalse();
    assertThat(log.overdue(id, late, 9))
        .extracting(PublicFeedback::reference)
        .containsExactly(other.text().reference());
    assertThat(log.counts(id, PublicLog.Filter.none(late)))
        .isEqualTo(new PublicLog.Counts(1, 1, 0));
    assertThat(log.asked(id, IntakeIT.TODAY, due)).hasSize(2);
    assertThat(log.asked(id, IntakeIT.TODAY, late)).hasSize(1);
  }

  @Test
  void aSlotTellsTheReceiptOfWhatWasAnsweredWithoutAnEntry() throws SQLException {
    var given = world.give("the chair takes money");
    world.detail(given, 1, "leadership", null, true);
    world.slotAt(TEN);
    databases
        .as(Login.INTAKE)
        .sql(
            """
            insert into responselog.receipt
              (organisation, receipt, digits, commitment, owner_tag, day, due)
            values (?, '', int4send(1), ?, '', ?, ?)
            """)
        .params(renamed.id(), given.text().commitment(), IntakeIT.TODAY, IntakeIT.TODAY)
        .update();
    databases
        .as(Login.INBOX)
        .sql("insert into feedback.quiet_answer (organisation, feedback, day) values (?, ?, ?)")
        .params(renamed.id(), given.feedback(), IntakeIT.TODAY)
        .update();
    assertThat(world.slotAt(TEN.plusSeconds(3600))).isTrue();
    assertThat(
            databases
                .as(Login.PUBLIC)
                .sql("select answered from site.receipt where organisation = ?")
                .param(renamed.id())
                .query(LocalDate.class)
                .single())
        .isEqualTo(IntakeIT.TODAY);
    assertThat(world.types()).containsExactly("committed");
  }

  @Test
  void whatWaitsIsReleasedAsSensitiveAsItsSenderSaid() throws SQLException {
    var given = world.give("the chair takes money");
    world.detail(given, 1, "leadership", null, false);
    world.slotAt(START.plusSeconds(60));
    world.detail(given, 2, "medicines", null, false);
    afterARestart().run(renamed, TEN);
    assertThat(world.released(given)).hasSize(1);
    assertThat(world.types()).containsExactly("committed");
  }

  @Test
  void whatIsSortedToATopicThatIsGoneIsNotOpened() throws SQLException {
    var given = world.give("the chair takes money");
    world.detail(given, 1, "leadership", null, true);
    afterARestart().run(renamed, TEN);
    assertThat(world.released(given)).hasSize(1);
    assertThat(world.types()).containsExactly("committed");
  }
}
