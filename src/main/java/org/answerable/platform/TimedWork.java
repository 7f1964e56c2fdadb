package org.answerable.platform;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import java.util.List;

/** What a feature wants done from time to time. */
@FunctionalInterface
public interface TimedWork {
  /** Asked once, at start. */
  List<RecurringTask<?>> tasks();
}
