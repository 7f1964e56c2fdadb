package org.answerable.conversation.decision;

import java.util.Optional;
import org.answerable.conversation.decision.Talk.OpenFeedback;
import org.answerable.flow.Context;
import org.answerable.flow.Session;
import org.answerable.flow.SessionCodec;

/**
 * The question that was asked last, and what it knows of the world around it.
 *
 * @param menu whether it is the language menu; else it is about a feedback
 */
record Question(Session session, Context context, boolean menu) {
  /** The question that is open, if one is. */
  static Optional<Question> open(Situation situation, Phrases phrases) {
    byte[] asked = situation.talk().asked();
    if (asked == null) {
      return Optional.empty();
    }
    Session session = SessionCodec.decode(asked);
    OpenFeedback open = situation.talk().open();
    if (session.flow().equals(LanguageTalk.FLOW)) {
      return Optional.of(new Question(session, phrases.context(situation), true));
    }
    if (open == null || !session.flow().equals(FeedbackTalk.FLOW)) {
      return Optional.empty();
    }
    Context context = phrases.context(situation, open.receipt(), open.due());
    return Optional.of(new Question(session, context, false));
  }

  @Override
  public String toString() {
    return "Question[redacted]";
  }
}
