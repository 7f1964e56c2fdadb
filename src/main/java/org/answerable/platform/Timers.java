package org.answerable.platform;

import com.github.kagkarlsson.scheduler.ScheduledExecution;
import com.github.kagkarlsson.scheduler.ScheduledExecutionsFilter;
import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.TaskInstanceId;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;

/**
 * Timed work, made for many nodes on one database: each run of a task is done by one of them. Tasks
 * are sweeps; no row of the timers' table points at one feedback.
 */
public final class Timers implements SmartLifecycle {
  private static final Duration POLLING = Duration.ofSeconds(1);
  private static final int THREADS = 2;

  /**
   * After four missed ones another node, or the next start, goes on: a slot may not wait longer.
   */
  private static final Duration HEARTBEAT = Duration.ofSeconds(2);

  private static final int MISSED_HEARTBEATS = 4;
  private final Scheduler scheduler;
  private volatile boolean running;

  public Timers(Databases databases, List<TimedWork> work) {
    this.scheduler =
        Scheduler.create(databases.source(Login.SCHEDULER))
            .startTasks(work.stream().flatMap(each -> each.tasks().stream()).toList())
            .tableName("scheduler.scheduled_tasks")
            .pollingInterval(POLLING)
            .threads(THREADS)
            .heartbeatInterval(HEARTBEAT)
            .missedHeartbeatsLimit(MISSED_HEARTBEATS)
            .build();
  }

  /** How often in a row a task has failed, on whatever node; 0: its last run went well. */
  public int failures(String task) {
    return scheduler
        .getScheduledExecution(TaskInstanceId.of(task, RecurringTask.INSTANCE))
        .map(ScheduledExecution::getConsecutiveFailures)
        .orElse(0);
  }

  /**
   * A task as it stands.
   *
   * @param success when it last went well, on whatever node; null: not yet
   * @param failures how often in a row it has failed since
   */
  public record State(String task, @Nullable Instant success, int failures) {}

  /** Every task. */
  public List<State> states() {
    return scheduler.getScheduledExecutions(ScheduledExecutionsFilter.all()).stream()
        .map(
            one ->
                new State(
                    one.getTaskInstance().getTaskName(),
                    one.getLastSuccess(),
                    one.getConsecutiveFailures()))
        .sorted(Comparator.comparing(State::task))
        .toList();
  }

  @Override
  public void start() {
    scheduler.start();
    running = true;
  }

  @Override
  public void stop() {
    scheduler.stop();
    running = false;
  }

  @Override
  public boolean isRunning() {
    return running;
  }
}
