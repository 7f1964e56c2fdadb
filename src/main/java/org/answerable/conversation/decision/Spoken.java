package org.answerable.conversation.decision;

import java.util.List;
import org.answerable.channel.Reply;
import org.answerable.flow.Event;

/** What a flow said, as a reply. */
final class Spoken {
  private Spoken() {}

  /** The input answered what was asked: not so where the question itself has gone since then. */
  static boolean answers(List<Event> events) {
    return events.stream()
        .noneMatch(
            event ->
                event instanceof Event.Unmatched
                    || event instanceof Event.GaveUp
                    || event.equals(new Event.Ended(Event.Ending.FLOW_GONE)));
  }

  /** The input answered nothing, and the question knows what then. */
  static boolean isMiss(List<Event> events) {
    return events.stream()
        .anyMatch(event -> event instanceof Event.Unmatched || event instanceof Event.GaveUp);
  }

  static Reply of(List<Event> events) {
    return new Reply(
        events.stream()
            .filter(Event.Said.class::isInstance)
            .map(Event.Said.class::cast)
            .map(said -> new Reply.Text(said.text(), said.choices()))
            .toList());
  }
}
