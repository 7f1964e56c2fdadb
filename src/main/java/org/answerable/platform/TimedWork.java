package org.answerable.platform;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import com.github.kagkarlsson.scheduler.task.schedule.Schedule;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;

/** What a feature wants done from time to time, each run by one node. */
public record TimedWork(List<RecurringTask<?>> tasks) {
  public TimedWork {
    tasks = List.copyOf(tasks);
  }

  /** One run. What it did not do, or was killed in, the next one does. */
  @FunctionalInterface
  public interface Run {
    void run() throws SQLException, InterruptedException;
  }

  /** At the start, and again after each pause. */
  public static TimedWork every(Duration pause, String task, Run run) {
    return at(FixedDelay.of(pause), task, run);
  }

  /** At the moments of a schedule. */
  public static TimedWork at(Schedule moments, String task, Run run) {
    return new TimedWork(
        List.of(Tasks.recurring(task, moments).execute((instance, context) -> attempt(task, run))));
  }

  /** The same for each of several, as organisations or channels. */
  public static <T> TimedWork each(Collection<T> all, Function<T, TimedWork> work) {
    return new TimedWork(all.stream().flatMap(one -> work.apply(one).tasks().stream()).toList());
  }

  /** The database's own message may hold what was written; its SQLSTATE doesn't. */
  private static void attempt(String task, Run run) {
    try {
      run.run();
    } catch (SQLException e) {
      throw new IllegalStateException(task + " failed with SQLSTATE " + e.getSQLState());
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
    }
  }
}
