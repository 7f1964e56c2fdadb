package org.answerable.conversation;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.answerable.constituent.Constituent;
import org.answerable.constituent.Epochs;
import org.answerable.constituent.Vault;
import org.answerable.constituent.Way;
import org.answerable.conversation.decision.ConversationLimits;
import org.answerable.conversation.decision.Talk;
import org.answerable.conversation.decision.Talk.OpenFeedback;
import org.answerable.delivery.AskedBack;
import org.answerable.effect.GroupCommit;
import org.answerable.effect.Outcome;
import org.answerable.effect.Turn;
import org.answerable.flow.Texts;
import org.answerable.intake.SentFeedbacks;
import org.answerable.organisation.Organisation;
import org.answerable.responselog.Receipt;

/**
 * Lets the next text of somebody who is asked something back belong to the feedback that it is
 * about.
 */
final class Expecting implements AskedBack {
  private final Vault vault;
  private final SentFeedbacks sent;
  private final Sessions sessions;
  private final UnspokenTurns turns;
  private final GroupCommit commit;
  private final Epochs epochs;
  private final Texts texts;
  private final InstantSource clock;

  Expecting(
      Vault vault,
      SentFeedbacks sent,
      Sessions sessions,
      Seals seals,
      GroupCommit commit,
      Epochs epochs,
      Texts texts,
      InstantSource clock) {
    this.vault = vault;
    this.sent = sent;
    this.sessions = sessions;
    this.turns = new UnspokenTurns(seals);
    this.commit = commit;
    this.epochs = epochs;
    this.texts = texts;
    this.clock = clock;
  }

  @Override
  public boolean expect(
      Organisation home, Way.Reach reach, UUID feedback, String receipt, UUID question) {
    Instant now = clock.instant();
    for (int i = 0; i < ConversationLimits.OVERTAKEN_TIMES; i++) {
      Constituent person = vault.who(home, reach.address(), home.day(now));
      Sessions.At at = sessions.load(person, now);
      Talk talk = at.talk().at(now);
      Optional<OpenFeedback> about = about(home, feedback, receipt, at.talk());
      OpenFeedback open = talk.open();
      boolean confides = talk.safe() || open != null && open.confidential();
      if (!person.who().equals(reach.who()) || about.isEmpty() || confides) {
        return true; // what they write next is nobody's answer, or the focal point's
      }
      boolean elsewhere = open == null ? talk.asked() != null : !open.feedback().equals(feedback);
      if (elsewhere) {
        return false;
      }
      Talk next = at.talk().awaiting(about.get(), now.plus(ConversationLimits.AWAITED_FOR));
      String channel = reach.address().channel();
      Turn turn = turns.of(person, channel, "asked back " + question, at.turn(), next);
      switch (commit.submit(turn)) {
        case Outcome.Done() -> {
          var kept = new SealedSession(turn.turn() + 1, turn.state());
          sessions.remember(home.id(), person.who(), kept);
          return true;
        }
        case Outcome.Repeated repeated -> {
          return true;
        }
        case Outcome.Overtaken() -> {
          sessions.forget(person);
          epochs.refresh(home.id());
        }
      }
    }
    return false;
  }

  /** Where they wrote of nothing else since, it goes on as it was. */
  private Optional<OpenFeedback> about(
      Organisation home, UUID feedback, String receipt, Talk talk) {
    OpenFeedback latest = talk.latest();
    return latest != null && latest.feedback().equals(feedback)
        ? Optional.of(latest)
        : sent.byReceipt(home.id(), receipt)
            .filter(one -> one.feedback().equals(feedback))
            .map(
                one ->
                    new OpenFeedback(
                        one.feedback(),
                        one.reference(),
                        receipt,
                        home.day(talk.pace().at()), // nothing names it any more
                        ConversationLimits.AWAITED_ORDINAL,
                        false));
  }

  @Override
  public String words(String language, String receipt, String question) {
    return texts.say(
        "asked-back", language, Map.of("code", Receipt.shown(receipt), "asked", question));
  }

  @Override
  public String notice(String language, String receipt) {
    return texts.say("asked-notice", language, Map.of("code", Receipt.shown(receipt)));
  }
}
