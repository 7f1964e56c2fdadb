package org.answerable.poll.web;

import java.util.Collection;
import org.answerable.organisation.Organisation;
import org.answerable.platform.sms.Segments;
import org.answerable.platform.sms.SmsText;
import org.answerable.responselog.Eligible;
import org.answerable.responselog.PollTerms;
import org.answerable.responselog.Suppressed;

/** Whom a poll is told to, and what that costs at most: in words, before anybody agrees to it. */
final class Reach {
  private Reach() {}

  /**
   * @param step at least so many are told
   * @param texts what one of them gets, in each language
   */
  static String of(PollTerms terms, Organisation home, int step, Collection<String> texts) {
    if (terms.eligible() instanceof Eligible.Codes) {
      return "Nobody is texted: who may vote gets a code by hand.";
    }
    int most = step + Suppressed.K - 1;
    int segments =
        texts.stream()
            .mapToInt(text -> Segments.of(SmsText.cheapest(text)).segments())
            .max()
            .orElse(1);
    int sent = most * segments;
    String cost =
        home.smsPrice().map(price -> ", " + price.about(sent)).orElse("")
            + (terms.reminds() ? "; and as much again for the reminder" : "");
    String people =
        step == 0
            ? "Fewer than %d people".formatted(Suppressed.K)
            : step + " to " + most + " people";
    return "%s asked to hear of votes, as of the last slot. Each is texted once, by day, over some hours: at most %d segments%s. All others find it by VOTE."
        .formatted(people, sent, cost);
  }
}
