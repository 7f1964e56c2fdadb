package org.answerable.intake;

import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.schedule.Schedule;
import java.time.Duration;
import java.time.Instant;

/** At each multiple of a length of time: on the hour, on the minute. */
record EverySlot(Duration length) implements Schedule {
  @Override
  public Instant getNextExecutionTime(ExecutionComplete done) {
    return next(done.getTimeDone());
  }

  @Override
  public Instant getInitialExecutionTime(Instant now) {
    return next(now);
  }

  @Override
  public boolean isDeterministic() {
    return true;
  }

  private Instant next(Instant after) {
    long seconds = length.toSeconds();
    return Instant.ofEpochSecond((after.getEpochSecond() / seconds + 1) * seconds);
  }
}
