package org.answerable.conversation;

import java.time.Instant;
import org.answerable.constituent.Constituent;
import org.answerable.constituent.Epochs;
import org.answerable.constituent.Vault;
import org.answerable.constituent.Way;
import org.answerable.conversation.decision.ConversationLimits;
import org.answerable.conversation.decision.PollSight;
import org.answerable.conversation.decision.Talk;
import org.answerable.effect.GroupCommit;
import org.answerable.effect.Outcome;
import org.answerable.effect.Turn;
import org.answerable.organisation.Organisation;
import org.answerable.poll.Voter;
import org.answerable.poll.Voting;

/** Notes in somebody's conversation that they are told of a poll, before they are. */
final class PollClaims {
  private final Vault vault;
  private final Sessions sessions;
  private final UnspokenTurns turns;
  private final GroupCommit commit;
  private final Epochs epochs;
  private final Voting voting;

  PollClaims(
      Vault vault,
      Sessions sessions,
      Seals seals,
      GroupCommit commit,
      Epochs epochs,
      Voting voting) {
    this.voting = voting;
    this.vault = vault;
    this.sessions = sessions;
    this.turns = new UnspokenTurns(seals);
    this.commit = commit;
    this.epochs = epochs;
  }

  enum Claim {
    TAKEN,
    /** They were told, or are somebody else by now. */
    BEFORE,
    /** They are in the midst of something: a number would answer that. */
    LATER
  }

  /**
   * @param asks whether the text asks, so that numbers answer it
   */
  Claim claim(Organisation home, Way.Reach reach, PollCalls.Call call, boolean asks, Instant now) {
    for (int i = 0; i < ConversationLimits.OVERTAKEN_TIMES; i++) {
      Constituent person = vault.who(home, reach.address(), home.day(now));
      if (!person.who().equals(reach.who())) {
        return Claim.BEFORE;
      }
      Sessions.At at = sessions.load(person, now);
      Talk talk = at.talk().at(now);
      if (talk.open() != null || talk.asked() != null || talk.safe()) {
        return Claim.LATER;
      }
      if (person.stopped() || !person.settings().votes()) {
        return Claim.LATER; // chosen at this very moment
      }
      Talk next = asks ? PollSight.asking(talk, mark(person, call.poll())) : at.talk();
      Turn turn = turns.of(person, reach.address().channel(), call.mark(), at.turn(), next);
      switch (commit.submit(turn)) {
        case Outcome.Done() -> {
          var kept = new SealedSession(turn.turn() + 1, turn.state());
          sessions.remember(home.id(), person.who(), kept);
          return Claim.TAKEN;
        }
        case Outcome.Repeated repeated -> {
          return Claim.BEFORE;
        }
        case Outcome.Overtaken() -> {
          sessions.forget(person);
          epochs.refresh(home.id());
        }
      }
    }
    return Claim.LATER;
  }

  private String mark(Constituent person, String poll) {
    return voting.marks(person.organisation(), poll, new Voter.Person(person.who())).mark();
  }
}
