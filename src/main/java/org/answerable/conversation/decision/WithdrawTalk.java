package org.answerable.conversation.decision;

import java.util.List;
import org.answerable.intake.FeedbackWithdrawn;
import org.answerable.responselog.Receipt;

/**
 * WITHDRAW and a code: takes back one feedback, from the phone that sent it. Whose code it is not
 * hears the same as whoever made one up.
 */
final class WithdrawTalk {
  private final Phrases phrases;

  WithdrawTalk(Phrases phrases) {
    this.phrases = phrases;
  }

  Decision asked(Situation situation, String digits) {
    Facts.Own own = situation.facts().own();
    var receipt = Receipt.parse(digits);
    if (own == null || receipt.isEmpty()) {
      return situation.say(phrases.say(situation, "withdraw-none"));
    }
    var withdrawn =
        new FeedbackWithdrawn(
            situation.home().id(),
            own.feedback(),
            own.reference(),
            own.commitment(),
            situation.today());
    return situation.decide(
        phrases.say(situation, "withdrawn", receipt.get(), null),
        situation.talk().without(receipt.get()),
        List.of(withdrawn));
  }
}
