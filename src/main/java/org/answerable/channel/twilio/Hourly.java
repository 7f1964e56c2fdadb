package org.answerable.channel.twilio;

import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.schedule.Schedule;
import java.time.Duration;
import java.time.Instant;

/** An hour after the last run; the first an hour after the first start. */
record Hourly() implements Schedule {
  private static final Duration HOUR = Duration.ofHours(1);

  @Override
  public Instant getNextExecutionTime(ExecutionComplete done) {
    return done.getTimeDone().plus(HOUR);
  }

  @Override
  public Instant getInitialExecutionTime(Instant now) {
    return now.plus(HOUR);
  }

  @Override
  public boolean isDeterministic() {
    return false;
  }
}
