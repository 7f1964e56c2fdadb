package org.answerable.poll.web;

import java.util.ArrayList;
import java.util.List;
import org.answerable.poll.Poll;
import org.answerable.poll.PollState;
import org.answerable.poll.Removing;
import org.answerable.responselog.PollTerms;

/**
 * A text of a poll that is over, which can be removed.
 *
 * @param value what the form sends
 * @param words what it says
 */
public record ToRemove(String value, String words) {
  /** What is still there, in the organisation's first language. */
  static List<ToRemove> of(Poll poll, String language) {
    if (poll.state() != PollState.CLOSED && poll.state() != PollState.CANCELLED) {
      return List.of();
    }
    List<ToRemove> all = new ArrayList<>();
    if (!poll.terms().question().isEmpty()) {
      all.add(new ToRemove(Removing.QUESTION, poll.terms().question().getOrDefault(language, "")));
    }
    for (int place = 0; place < poll.terms().options().size(); place++) {
      var labels = poll.terms().options().get(place).labels();
      if (!labels.isEmpty()) {
        all.add(new ToRemove(String.valueOf(place + 1), labels.getOrDefault(language, "")));
      }
    }
    for (PollTerms.LeftOut one : poll.terms().leftOut()) {
      if (!one.reason().isEmpty()) {
        all.add(
            new ToRemove(
                Removing.LEFT_OUT + one.reference(), one.reason().getOrDefault(language, "")));
      }
    }
    if (!poll.terms().askedBy().isEmpty()) {
      all.add(new ToRemove(Removing.ASKED_BY, poll.terms().askedBy()));
    }
    if (poll.state() == PollState.CANCELLED) {
      all.add(new ToRemove(Removing.REASON, "The reason why it was cancelled"));
    }
    return all;
  }
}
