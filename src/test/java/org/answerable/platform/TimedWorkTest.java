package org.answerable.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;

import com.github.kagkarlsson.scheduler.task.ExecutionContext;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TimedWorkTest {
  private static final Duration PAUSE = Duration.ofSeconds(1);

  @Test
  void eachHasATaskOfItsOwn() {
    var ran = new ArrayList<String>();
    TimedWork work =
        TimedWork.each(
            List.of("baraza", "kijiji"),
            name -> TimedWork.every(PAUSE, "sweep-" + name, () -> ran.add(name)));
    assertThat(work.tasks())
        .extracting(RecurringTask::getName)
        .containsExactly("sweep-baraza", "sweep-kijiji");
    work.tasks().forEach(TimedWorkTest::run);
    assertThat(ran).containsExactly("baraza", "kijiji");
  }

  /** The timers log what a task throws. */
  @Test
  void whatTheDatabaseSaidIsNotRepeated() {
    TimedWork work =
        TimedWork.every(
            PAUSE,
            "sweep",
            () -> {
              throw new SQLException("invalid: no syrup at Mto", "22021");
            });
    assertThatThrownBy(() -> run(work.tasks().getFirst()))
        .hasMessage("sweep failed with SQLSTATE 22021")
        .hasNoCause();
  }

  private static <T> void run(RecurringTask<T> task) {
    task.execute(task.instance(RecurringTask.INSTANCE), mock(ExecutionContext.class));
  }
}
