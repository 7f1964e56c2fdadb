package org.answerable.channel.twilio;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.answerable.platform.TimedWork;

/** Every number's deletion, each hour, by one node at a time. */
final class Deletions implements TimedWork {
  private final Map<String, Deletion> byChannel;

  Deletions(Map<String, Deletion> byChannel) {
    this.byChannel = new TreeMap<>(byChannel);
  }

  static String task(String channel) {
    return "deletion-" + channel;
  }

  @Override
  public List<RecurringTask<?>> tasks() {
    return byChannel.entrySet().stream()
        .<RecurringTask<?>>map(
            each ->
                Tasks.recurring(task(each.getKey()), new Hourly())
                    .execute((instance, context) -> each.getValue().run()))
        .toList();
  }
}
