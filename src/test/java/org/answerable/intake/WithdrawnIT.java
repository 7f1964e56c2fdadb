package org.answerable.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.answerable.effect.EffectWriter;
import org.answerable.organisation.Organisation;
import org.answerable.organisation.Organisations;
import org.answerable.platform.Databases;
import org.answerable.platform.Ids;
import org.answerable.platform.Login;
import org.answerable.platform.keys.RootKey;
import org.answerable.platform.keys.Sealer;
import org.answerable.testing.FreshFolder;
import org.answerable.testing.WholeDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.ContextConfiguration;

/** What senders take back, before and after its slot. */
@SpringBootTest(classes = IntakeContext.class)
@ContextConfiguration(initializers = FreshFolder.class)
class WithdrawnIT {
  private static final Instant ELEVEN = Instant.parse("2026-11-24T11:00:00Z");
  private static final Instant TWELVE = Instant.parse("2026-11-24T12:00:00Z");
  @Autowired private Organisations organisations;
  @Autowired private Slots slots;
  @Autowired private List<EffectWriter<?>> writers;
  @Autowired private Databases databases;
  @Autowired private RootKey root;
  @Autowired private Sealer sealer;
  @Autowired private Ids ids;
  private WholeDatabase database;
  private IntakeWorld world;

  @BeforeEach
  void takeAnOrganisation() throws SQLException {
    take(IntakeIT.TAKEN.getAndIncrement());
  }

  private void take(int number) throws SQLException {
    Organisation home = organisations.all().get(number);
    database = new WholeDatabase(databases, root);
    world = new IntakeWorld(home, databases, database, writers, slots, sealer, ids);
    IntakeIT.now = Instant.parse("2026-11-24T09:10:00Z");
  }

  @Test
  void whatNobodyHasSeenLosesItsWordsAtOnceAndIsNeverReleased() throws SQLException {
    IntakeWorld.Given given = world.give("no syrup");
    IntakeWorld.Given other = world.give("no water");
    world.add(given, 1, "since monday");
    world.detail(given, 2, "medicines", true, true);
    world.withdraw(given);
    assertThat(rows("intake.part", given)).isZero();
    assertThat(rows("intake.part", other)).isEqualTo(1);
    world.slotAt(ELEVEN);
    for (String table : List.of("intake.given", "intake.part", "intake.detail")) {
      assertThat(rows(table, given)).as(table).isZero();
    }
    assertThat(rows("feedback.feedback", given)).isZero();
    assertThat(world.types()).containsOnly("committed", "opened").containsOnlyOnce("opened");
    assertThat(world.released(other)).containsExactly("no water");
  }

  @Test
  void whatAReaderHasSeenStaysUntilTheSlot() throws SQLException {
    take(IntakeContext.HOLDING + IntakeContext.ORGANISATIONS - 1);
    IntakeWorld.Given given = world.give("no syrup");
    world.slotAt(ELEVEN);
    assertThat(readable(given)).isEqualTo(1);
    world.withdraw(given);
    assertThat(readable(given)).isEqualTo(1);
    assertThat(rows("intake.part", given)).isEqualTo(1);
    world.slotAt(TWELVE);
    assertThat(rows("intake.part", given)).isZero();
    assertThat(readable(given)).isZero();
  }

  @Test
  void whatLeadersHaveStaysUntilTheSlotAndThenHasNoWordsAndNoClock() throws SQLException {
    IntakeWorld.Given given = world.give("no syrup");
    world.slotAt(ELEVEN);
    world.add(given, 1, "since monday");
    world.withdraw(given);
    assertThat(rows("intake.part", given)).isZero();
    assertThat(world.released(given)).containsExactly("no syrup");
    assertThat(status(given)).isEqualTo("released");
    world.slotAt(TWELVE);
    assertThat(rows("feedback.part", given)).isZero();
    assertThat(rows("intake.part", given)).isZero();
    assertThat(status(given)).isEqualTo("withdrawn");
    assertThat(world.types()).endsWith("withdrawal");
    assertThat(world.slotAt(TWELVE.plusSeconds(3600))).isFalse();
  }

  private long rows(String table, IntakeWorld.Given given) {
    return database
        .owner()
        .sql("select count(*) from " + table + " where feedback = ?")
        .param(given.feedback())
        .query(Long.class)
        .single();
  }

  private long readable(IntakeWorld.Given given) {
    return databases
        .as(Login.READER)
        .sql("select count(*) from reader.part where feedback = ?")
        .param(given.feedback())
        .query(Long.class)
        .single();
  }

  private String status(IntakeWorld.Given given) {
    return databases
        .as(Login.INBOX)
        .sql("select status from inbox.feedback where feedback = ?")
        .param(given.feedback())
        .query(String.class)
        .single();
  }
}
