package org.answerable.conversation.decision;

import org.answerable.channel.Reply;
import org.answerable.intake.words.Found;

/** What somebody writes to whom nothing is said: they asked for silence, or have stopped. */
final class SilentTalk {
  private final SecretTalk secrets;
  private final ConfidingTalk confiding;
  private final AsideTalk asides;
  private final EchoTalk echoing;
  private final FeedbackTalk feedback;

  SilentTalk(
      SecretTalk secrets,
      ConfidingTalk confiding,
      AsideTalk asides,
      EchoTalk echoing,
      FeedbackTalk feedback) {
    this.secrets = secrets;
    this.confiding = confiding;
    this.asides = asides;
    this.echoing = echoing;
    this.feedback = feedback;
  }

  Decision taken(Situation spoken, Found found) {
    Situation situation = secrets.without(spoken);
    Decision decision =
        ConfidingTalk.confides(situation, found)
            ? confiding.wrote(situation, found)
            : asides
                .of(situation, found)
                .orElseGet(() -> echoing.with(situation, feedback.taken(situation, found)));
    return decision.withReply(Reply.NOTHING);
  }

  /** They ask for it with these words. */
  Decision asked(Situation situation, Found found) {
    return from(situation, taken(situation, found));
  }

  static Decision from(Situation situation, Decision decision) {
    Decision silenced = decision.silenced();
    return silenced.withNext(silenced.next().choosing(situation.now()));
  }
}
