package org.answerable.flow;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One step from wait to wait.
 *
 * @param session where the conversation waits now; null if it ended
 */
public record Sprint(@Nullable Session session, List<Event> events) {
  public Sprint {
    events = List.copyOf(events);
  }
}
