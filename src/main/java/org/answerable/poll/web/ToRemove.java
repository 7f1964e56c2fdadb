package org.answerable.poll.web;

import java.util.ArrayList;
import java.util.List;
import org.answerable.poll.Poll;
import org.answerable.poll.PollState;
import org.answerable.poll.Removing;
import org.answerable.poll.Removing.WrittenText;
import org.answerable.responselog.PollTerms;

/**
 * A text of a poll that is over, which can be removed.
 *
 * @param value what the form sends
 * @param words what it says
 */
public record ToRemove(String value, String words) {
  /**
   * What is still there, in the organisation's first language.
   *
   * @param written what leaders wrote about what it chose
   */
  static List<ToRemove> of(Poll poll, List<WrittenText> written, String language) {
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
    written.forEach(one -> all.add(new ToRemove(one.which(), words(one))));
    return all;
  }

  private static String words(WrittenText text) {
    String what =
        switch (text.written()) {
          case ANSWER -> "What you do about option %d";
          case PROMISE -> "What you promised about option %d";
          case DONE -> "What was done about option %d";
        };
    return what.formatted(text.option());
  }
}
