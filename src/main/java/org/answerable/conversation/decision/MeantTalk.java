package org.answerable.conversation.decision;

import java.util.Optional;
import org.answerable.flow.Keyword;

/** Nothing but a PIN or a code, not as it should be written: nothing of it is kept. */
final class MeantTalk {
  private final SecretTalk secrets;
  private final ConfidingTalk confiding;
  private final Phrases phrases;

  MeantTalk(SecretTalk secrets, ConfidingTalk confiding, Phrases phrases) {
    this.secrets = secrets;
    this.confiding = confiding;
    this.phrases = phrases;
  }

  /** The word that they may have meant. */
  Optional<Keyword> keyword(Situation situation) {
    return secrets.meant(situation.text());
  }

  /** How it is written; empty: it is something else. */
  Optional<Decision> howTo(Situation situation) {
    return keyword(situation).map(keyword -> howTo(situation, keyword));
  }

  Decision howTo(Situation situation, Keyword keyword) {
    return switch (keyword) {
      case READ -> situation.say(phrases.say(situation, "read-how"));
      case STATUS -> situation.say(phrases.say(situation, "status-none"));
      case FORGET -> situation.say(phrases.say(situation, "forget-how"));
      case WITHDRAW -> situation.say(phrases.say(situation, "withdraw-none"));
      case STOP -> situation.say(phrases.say(situation, "stop-how"));
      case SAFE -> safely(situation);
      case HELP, WORDS, START, VOTE, VOTE_OFF, PROPOSE, PROPOSALS, LANG, PRIVACY, DATA ->
          situation.say(phrases.say(situation, "help"));
      case CLEAR, QUIET, QUIET_OFF, LOG -> situation.say(phrases.say(situation, "help"));
    };
  }

  /** The word reaches the focal point where there is one already, the digits beside it don't. */
  Decision safely(Situation situation) {
    return confiding.asked(secrets.without(situation));
  }
}
