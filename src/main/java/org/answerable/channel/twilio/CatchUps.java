package org.answerable.channel.twilio;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.answerable.platform.TimedWork;

/**
 * Every number's catch-up, by one node at a time; all the time, since nobody knows of a webhook
 * that was lost on its way.
 */
final class CatchUps implements TimedWork {
  static final Duration PAUSE = Duration.ofSeconds(30);
  private final Map<String, CatchUp> byChannel;

  CatchUps(Map<String, CatchUp> byChannel) {
    this.byChannel = new TreeMap<>(byChannel);
  }

  static String task(String channel) {
    return "catch-up-" + channel;
  }

  @Override
  public List<RecurringTask<?>> tasks() {
    return byChannel.entrySet().stream()
        .<RecurringTask<?>>map(
            each ->
                Tasks.recurring(task(each.getKey()), FixedDelay.of(PAUSE))
                    .execute((instance, context) -> each.getValue().run()))
        .toList();
  }
}
