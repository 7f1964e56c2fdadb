package org.answerable.attack;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.answerable.responselog.Covers;
import org.junit.jupiter.api.Test;

/**
 * Attack P13: somebody counts, day by day, the commitments in the public log that are never opened,
 * and wants to tell the days on which somebody wrote in confidence.
 */
class CountedTextsTest {
  private static final int DAYS = 4_000;
  private static final int SLOTS_A_DAY = 24;
  private static final double CHANCE = 0.55;
  private static final long SEED = Long.getLong("seed", System.nanoTime());
  private final Random random = new Random(SEED);

  private record Day(boolean confided, int unopened) {}

  @Test
  void whoCountsDoesNotFindTheDayOnWhichSomebodyConfided() {
    double area = attack(6, 1);
    System.out.printf(
        "%d days, one text in confidence on some: AUC %.3f (seed %d)%n", DAYS, area, SEED);
    assertThat(area).as("seed %d", SEED).isLessThan(CHANCE);
  }

  /** Else the attack would be blind. */
  @Test
  void withoutCoversTheyWould() {
    assertThat(attack(0, 1)).isEqualTo(1);
  }

  /** What covers do not do, as THREAT_MODEL.md says. */
  @Test
  void manyOnOneDayAreSeen() {
    assertThat(attack(6, 60)).isGreaterThan(0.8);
  }

  private double attack(int pad, int confided) {
    byte[] seed = new byte[32];
    random.nextBytes(seed);
    Covers covers = new Covers("baraza", seed, pad);
    List<Day> days = new ArrayList<>();
    long slot = 0;
    for (int day = 0; day < DAYS; day++) {
      boolean some = random.nextBoolean();
      int unopened = some ? confided : 0;
      for (int n = 0; n < SLOTS_A_DAY; n++) {
        unopened += covers.count(slot++);
      }
      days.add(new Day(some, unopened));
    }
    return area(days);
  }

  /** The chance that of two days, one of each kind, the one with more is the one. */
  private static double area(List<Day> days) {
    double right = 0;
    long pairs = 0;
    for (Day one : days) {
      for (Day other : days) {
        if (one.confided && !other.confided) {
          pairs++;
          right += one.unopened > other.unopened ? 1 : one.unopened == other.unopened ? 0.5 : 0;
        }
      }
    }
    return right / pairs;
  }
}
