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
    long length = home.demo() ? PollLimits.DEMO_STEP_SECONDS : home.slot().toSeconds();
    long began = now.getEpochSecond() / length * length;
    if (steps.isDue(home.id(), began)) {
      steps.count(home.id(), began, electorate.subscribers(home));
    }
  }
}
