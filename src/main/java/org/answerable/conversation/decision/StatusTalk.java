package org.answerable.conversation.decision;

import java.time.LocalDate;
import java.util.Optional;
import org.answerable.channel.Reply;
import org.answerable.responselog.LogHead;
import org.answerable.responselog.Receipt;
import org.answerable.responselog.ReceiptState;

/** STATUS and LOG: how far one feedback is, and how far the public log. */
final class StatusTalk {
  private final Phrases phrases;

  StatusTalk(Phrases phrases) {
    this.phrases = phrases;
  }

  /** What everybody is shown, so that two people can find out whether it is the same. */
  Reply log(Situation situation) {
    LogHead head = situation.facts().log();
    return head == null
        ? phrases.say(situation, "log-empty")
        : phrases.log(situation, head.size(), head.digits());
  }

  Reply status(Situation situation, String digits) {
    Optional<String> receipt = Receipt.parse(digits);
    ReceiptState state = situation.facts().status();
    if (receipt.isEmpty() || state == null) {
      return phrases.say(situation, "status-none");
    }
    String code = receipt.get();
    LocalDate withdrawn = state.withdrawn();
    if (withdrawn != null) {
      return phrases.say(situation, "status-withdrawn", code, withdrawn);
    }
    LocalDate answered = state.answered();
    if (answered != null) {
      return phrases.say(situation, "status-answered", code, answered);
    }
    LocalDate due = state.due();
    if (due == null) {
      return phrases.say(situation, "status-undated", code, null);
    }
    String key = state.late(situation.today()) ? "status-late" : "status-open";
    return phrases.say(situation, key, code, due);
  }
}
