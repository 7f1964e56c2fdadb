package org.answerable.poll;

import java.time.Instant;
import org.answerable.organisation.Organisation;

/** Counts once in each slot what may be told of open polls before they are closed. */
final class Stepping {
  private final PollSteps steps;
  private final Electorate electorate;

  Stepping(PollSteps steps, Electorate electorate) {
    this.steps = steps;
    this.electorate = electorate;
  }

  /** By the clock, so that nothing changes because a text came. */
  void run(Organisation home, Instant now) {
    long slot =
        home.demo() ? now.getEpochSecond() / PollLimits.DEMO_STEP_SECONDS : home.slotNumber(now);
    if (steps.isDue(home.id(), slot)) {
      steps.count(home.id(), slot, electorate.subscribers(home));
    }
  }
}
