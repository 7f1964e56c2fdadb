package org.answerable.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.answerable.effect.EffectWriter;
import org.answerable.organisation.Organisation;
import org.answerable.organisation.Organisations;
import org.answerable.platform.Databases;
import org.answerable.platform.Ids;
import org.answerable.platform.keys.RootKey;
import org.answerable.platform.keys.Sealer;
import org.answerable.responselog.ConfidenceCounts;
import org.answerable.responselog.Entry;
import org.answerable.testing.FreshFolder;
import org.answerable.testing.WholeDatabase;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ContextConfiguration;

/** What is in confidence, as numbers by quarter, from the slot to what the pages read. */
@SpringBootTest(classes = IntakeContext.class)
@ContextConfiguration(initializers = FreshFolder.class)
class QuarterIT {
  private static final AtomicInteger TAKEN = new AtomicInteger(IntakeContext.HOLDING);
  private static final LocalDate QUARTER = LocalDate.of(2026, 7, 1);
  private static final LocalDate NEXT = LocalDate.of(2026, 10, 1);
  private static final Instant FIRST = Instant.parse("2026-10-01T06:00:00Z");
  @Autowired private Organisations organisations;
  @Autowired private Slots slots;
  @Autowired private List<EffectWriter<?>> writers;
  @Autowired private Databases databases;
  @Autowired private ConfidenceCounts.All counts;
  @Autowired private RootKey root;
  @Autowired private Sealer sealer;
  @Autowired private Ids ids;
  private Organisation home;
  private JdbcClient owner;
  private IntakeWorld world;

  @BeforeEach
  void takeAnOrganisation() throws SQLException {
    home = organisations.all().get(TAKEN.decrementAndGet());
    var database = new WholeDatabase(databases, root);
    owner = database.owner();
    world = new IntakeWorld(home, databases, database, writers, slots, sealer, ids);
    since(QUARTER);
  }

  @Test
  void isToldOnceOnTheFirstDayOfTheNextInSteps() throws SQLException {
    accusing(7, QUARTER, true);
    accusing(5, QUARTER.plusMonths(2), false);
    confided(11, QUARTER.plusDays(40), true);
    confided(9, NEXT, true);
    setAside(19, QUARTER.plusMonths(1));

    world.slotAt(FIRST.minus(Duration.ofDays(1)));
    assertThat(counts.of(home.id(), 5)).as("the day before").isEmpty();
    for (int hour = 0; hour < 3; hour++) {
      world.slotAt(FIRST.plus(Duration.ofHours(hour)));
    }
    assertThat(told()).containsExactly(new Entry.InConfidence(NEXT, QUARTER, 20, 10, 0, 10));
    assertThat(counts.of(home.id(), 5))
        .containsExactly(new ConfidenceCounts(QUARTER, 20, 10, 0, 10));
  }

  @Test
  void ofFewNothingIsTold() throws SQLException {
    accusing(5, QUARTER, false);
    confided(4, QUARTER, false);
    setAside(9, QUARTER);
    world.slotAt(FIRST);
    assertThat(told()).containsExactly(new Entry.InConfidence(NEXT, QUARTER, 0, 0, 0, 0));
  }

  @Test
  void lateIsWhatHadNoAnswerByItsDay() throws SQLException {
    accusing(10, QUARTER, false);
    confided(10, QUARTER, false);
    world.slotAt(FIRST);
    assertThat(told()).containsExactly(new Entry.InConfidence(NEXT, QUARTER, 20, 0, 20, 0));
  }

  @Test
  void whatAccusesAndIsConfidedLaterCountsOnce() throws SQLException {
    for (int i = 0; i < 10; i++) {
      UUID one = UUID.randomUUID();
      step(one, 1, QUARTER, null);
      confided(one, QUARTER.plusDays(40), true);
    }
    for (int i = 0; i < 10; i++) {
      UUID earlier = UUID.randomUUID();
      step(earlier, 1, QUARTER.minusDays(9), null);
      confided(earlier, QUARTER.plusDays(1), false);
    }
    world.slotAt(FIRST);
    assertThat(told()).containsExactly(new Entry.InConfidence(NEXT, QUARTER, 10, 10, 0, 0));
  }

  /** Whoever watches sees the same on every day of a quarter, whatever came meanwhile. */
  @Test
  void nothingMovesOnTheDayOnWhichSomebodyWrites() throws SQLException {
    world.slotAt(FIRST);
    List<ConfidenceCounts> before = counts.of(home.id(), 5);
    assertThat(before).hasSize(1);
    accusing(30, NEXT, false);
    confided(30, NEXT.plusDays(3), false);
    for (int day = 1; day < 92; day++) {
      world.slotAt(FIRST.plus(Duration.ofDays(day)));
      assertThat(counts.of(home.id(), 5)).as("day %d", day).isEqualTo(before);
    }
    world.slotAt(FIRST.plus(Duration.ofDays(92)));
    assertThat(counts.of(home.id(), 1)).containsExactly(new ConfidenceCounts(NEXT, 60, 0, 60, 0));
  }

  @Test
  void whoWasNotThereTellsNothing() throws SQLException {
    since(NEXT);
    world.slotAt(FIRST);
    assertThat(told()).isEmpty();
  }

  private void since(LocalDate day) {
    owner.sql("delete from constituent.epoch where organisation = ?").param(home.id()).update();
    owner
        .sql(
            """
            insert into constituent.epoch (organisation, epoch, oldest, begun, since)
            values (?, 1, 1, ?, ?)
            """)
        .params(home.id(), day, day)
        .update();
  }

  private List<Entry> told() {
    return world.entries().stream().filter(Entry.InConfidence.class::isInstance).toList();
  }

  private void accusing(int count, LocalDate day, boolean answered) {
    for (int i = 0; i < count; i++) {
      UUID feedback = UUID.randomUUID();
      step(feedback, 1, day, null);
      if (answered) {
        step(feedback, 2, day.plusDays(1), day.plusDays(1));
      }
    }
  }

  private void step(UUID feedback, int number, LocalDate day, @Nullable LocalDate responded) {
    owner
        .sql(
            """
            insert into feedback.step (organisation, feedback, number, day, what, status, kind,
              topic, sensitivity, excluded, role, with_role, due, consent, responded)
            values (?, ?, ?, ?, 'released', 'released', 'report', 'fees', 'S2', '{}', 'board',
              'board', ?, false, ?::date)
            """)
        .param(home.id())
        .param(feedback)
        .param(number)
        .param(day)
        .param(day.plusDays(20))
        .param(Objects.toString(responded, null))
        .update();
  }

  private void confided(int count, LocalDate day, boolean answered) {
    for (int i = 0; i < count; i++) {
      confided(UUID.randomUUID(), day, answered);
    }
  }

  private void confided(UUID report, LocalDate day, boolean answered) {
    String reference = "REF-" + report;
    owner
        .sql("insert into confidential.report values (?, ?, ?, ?, null)")
        .params(home.id(), report, reference, day)
        .update();
    if (answered) {
      owner
          .sql(
              """
              insert into confidential.step
                (organisation, reference, number, day, what, by_role, texts)
              values (?, ?, 1, ?, 'contacted', 'focal-outside', 1)
              """)
          .params(home.id(), reference, day.plusDays(1))
          .update();
    }
  }

  private void setAside(int count, LocalDate month) {
    owner
        .sql("insert into intake.set_aside values (?, ?, 'spam', ?)")
        .params(home.id(), month.withDayOfMonth(1), count)
        .update();
  }
}
