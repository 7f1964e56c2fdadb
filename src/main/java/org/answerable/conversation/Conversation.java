package org.answerable.conversation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.answerable.channel.Inbound;
import org.answerable.channel.IncomingMessage;
import org.answerable.channel.Manner;
import org.answerable.channel.Reply;
import org.answerable.constituent.Constituent;
import org.answerable.constituent.ConstituentChanged;
import org.answerable.constituent.ConstituentForgotten;
import org.answerable.constituent.ConstituentMet;
import org.answerable.constituent.Epochs;
import org.answerable.constituent.HelpQuestion;
import org.answerable.constituent.Vault;
import org.answerable.conversation.decision.CleanText;
import org.answerable.conversation.decision.ConversationLimits;
import org.answerable.conversation.decision.Decider;
import org.answerable.conversation.decision.Decision;
import org.answerable.conversation.decision.Facts;
import org.answerable.conversation.decision.Gestures;
import org.answerable.conversation.decision.PollFacts;
import org.answerable.conversation.decision.PollSight;
import org.answerable.conversation.decision.Situation;
import org.answerable.conversation.decision.Talk;
import org.answerable.effect.Effect;
import org.answerable.effect.GroupCommit;
import org.answerable.effect.NotCommitted;
import org.answerable.effect.Outcome;
import org.answerable.effect.Refused;
import org.answerable.effect.Turn;
import org.answerable.flow.Keyword;
import org.answerable.organisation.Organisation;
import org.answerable.organisation.Organisations;
import org.answerable.platform.keys.KeyRefused;
import org.answerable.poll.OpenPoll;
import org.answerable.poll.Voting;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;

/**
 * The one shell around everything that people write: it reads where a conversation stands, lets
 * {@link Gestures} and {@link Decider} decide, and commits what was decided before anybody is
 * answered.
 */
final class Conversation implements Inbound {
  private static final Logger LOG = LoggerFactory.getLogger(Conversation.class);
  private final Organisations organisations;
  private final Vault vault;
  private final Sessions sessions;
  private final Seals seals;
  private final Decider decider;
  private final Gestures gestures;
  private final FactFinder facts;
  private final PollFactFinder pollFacts;
  private final GroupCommit commit;
  private final Epochs epochs;
  private final Voting voting;
  private final Turns turns = new Turns(GroupCommit.WAIT_LIMIT);

  Conversation(
      Organisations organisations,
      Vault vault,
      Sessions sessions,
      Seals seals,
      Decider decider,
      Gestures gestures,
      FactFinder facts,
      PollFactFinder pollFacts,
      GroupCommit commit,
      Epochs epochs,
      Voting voting) {
    this.organisations = organisations;
    this.vault = vault;
    this.sessions = sessions;
    this.seals = seals;
    this.decider = decider;
    this.gestures = gestures;
    this.facts = facts;
    this.pollFacts = pollFacts;
    this.commit = commit;
    this.epochs = epochs;
    this.voting = voting;
  }

  @Override
  public Reply take(IncomingMessage in) {
    Organisation home = organisations.get(in.organisation());
    CleanText text = CleanText.of(in.text());
    try {
      return turns.inOrder(vault.lookup(home, in.address()), () -> take(in, home, text));
    } catch (NotCommitted | DataAccessException e) {
      throw new Unavailable("nothing was taken: " + e.getClass().getSimpleName());
    } catch (KeyRefused e) { // this node slept while an epoch or a poll ended, or lacks their keys
      LOG.warn("A message was not taken: {}", e.getMessage());
      epochs.refresh(home.id());
      voting.refresh(home.id());
      throw new Unavailable("nothing was taken: a key is missing");
    } catch (Refused e) {
      LOG.error("A message was not taken: {}", e.getMessage());
      throw new Unfit("nothing was taken: the database refused it");
    }
  }

  private Reply take(IncomingMessage in, Organisation home, CleanText text) {
    LocalDate today = home.day(in.at());
    for (int i = 0; i < ConversationLimits.OVERTAKEN_TIMES; i++) {
      Constituent found = vault.who(home, in.address(), today);
      Constituent person = found.isIdle(today) ? vault.stranger(home, today) : found;
      Sessions.At at = sessions.load(person, in.at());
      PollFacts polls = pollFacts.find(in, person, at.talk().at(in.at()), text);
      Facts named = facts(in, home, person, at.talk(), text).with(polls);
      Decision decision =
          gestures.decide(
              new Situation(home, person, at.talk().at(in.at()), text, named, in.at()),
              in.manner(),
              home.channel(in.address().channel()));
      Turn turn = turn(in, found, person, at.turn(), decision, !polls.open().isEmpty());
      switch (commit.submit(turn)) {
        case Outcome.Done() -> {
          remember(person, turn, decision);
          return decision.reply();
        }
        case Outcome.Repeated(int epoch, byte[] reply) -> {
          return repeated(in, home, today, seals.messageId(in, epoch), reply);
        }
        case Outcome.Overtaken() -> {
          sessions.forget(person);
          epochs.refresh(home.id());
          voting.refresh(home.id());
        }
      }
    }
    throw new Unavailable("overtaken %d times".formatted(ConversationLimits.OVERTAKEN_TIMES));
  }

  private void remember(Constituent person, Turn turn, Decision decision) {
    if (decision.forgets()) {
      sessions.forget(person);
    } else {
      var next = new SealedSession(turn.turn() + 1, turn.state());
      sessions.remember(person.organisation(), person.who(), next);
    }
  }

  /**
   * What was said the first time; nothing, if that was said to who is forgotten. The person is
   * looked up anew: whoever was new to this message may have been met by its twin.
   */
  private Reply repeated(
      IncomingMessage in, Organisation home, LocalDate today, byte[] id, byte[] reply) {
    Constituent person = vault.who(home, in.address(), today);
    try {
      return seals.reply(person, id, reply);
    } catch (IllegalStateException toSomebodyElse) {
      return ballot(person, id, reply);
    }
  }

  /** What was said to a vote, as long as its poll is open; nothing else. */
  private Reply ballot(Constituent person, byte[] id, byte[] reply) {
    String home = person.organisation();
    Optional<Reply> said = ballot(voting.open(home), person, id, reply);
    if (said.isEmpty()) { // it may have opened just now
      voting.refresh(home);
      said = ballot(voting.open(home), person, id, reply);
    }
    return said.orElse(Reply.NOTHING);
  }

  private Optional<Reply> ballot(List<OpenPoll> open, Constituent person, byte[] id, byte[] reply) {
    return open.stream()
        .flatMap(poll -> seals.ballotReply(person, poll.reference(), id, reply).stream())
        .findFirst();
  }

  /** Read only when the text names some. */
  private Facts facts(
      IncomingMessage in, Organisation home, Constituent person, Talk before, CleanText text) {
    Facts named = named(in, home, person, before, text);
    return decider
        .echoed(text)
        .map(entry -> named.echoing(facts.echoed(home, person, entry, home.day(in.at()))))
        .orElse(named);
  }

  private Facts named(
      IncomingMessage in, Organisation home, Constituent person, Talk before, CleanText text) {
    Optional<Keyword.Match> keyword = decider.keyword(text);
    if (keyword.isPresent()) {
      return facts.find(home, person, keyword.get(), home.day(in.at()));
    }
    return decider
        .votingCode(text)
        .map(code -> facts.coded(home, code, decider.codes(text)))
        .orElseGet(
            () ->
                person.known() && decider.mayAnswer(text, home, person.settings().language())
                    ? facts.asked(person, question -> isLast(question, in, before))
                    : facts.given(home, decider.codes(text)));
  }

  /**
   * A number answers what was handed to the phone last, and was there when they wrote. What they
   * were asked before that may be what they mean, however long ago: a vote is changed days later.
   */
  private static boolean isLast(HelpQuestion question, IncomingMessage in, Talk before) {
    boolean alone =
        PollSight.beforeProposing(before).asked() == null
            || !question.at().isBefore(before.pace().at());
    return switch (in.manner()) {
      case Manner.Wrote wrote -> alone;
      case Manner.Answered answered -> alone;
      case Manner.Late(Instant sent) -> alone && !question.at().isAfter(sent);
      case Manner.Pressed pressed -> false;
      case Manner.Captioned captioned -> false;
      case Manner.Wordless wordless -> false;
      case Manner.Edited edited -> false;
      case Manner.Began began -> false;
      case Manner.Left left -> false;
      case Manner.Returned returned -> false;
    };
  }

  private Turn turn(
      IncomingMessage in,
      Constituent found,
      Constituent person,
      long turn,
      Decision decision,
      boolean voting) {
    LocalDate today = organisations.get(person.organisation()).day(in.at());
    int epoch = seals.epoch(person.organisation());
    byte[] id = seals.messageId(in, epoch);
    return new Turn(
        person.organisation(),
        epoch,
        id,
        epoch == 1 ? new byte[0] : seals.messageId(in, epoch - 1),
        person.who(),
        turn,
        seals.reply(person, id, decision, voting),
        seals.session(person, decision.next()),
        effects(in, found, person, decision, today));
  }

  /**
   * What the decision says, and what the vault must learn of the person. Who was found and is
   * somebody new by now is forgotten first, since both have the same number.
   */
  private static List<Effect> effects(
      IncomingMessage in,
      Constituent found,
      Constituent person,
      Decision decision,
      LocalDate today) {
    if (decision.forgets()) {
      return decision.effects();
    }
    var effects = new ArrayList<Effect>();
    if (!found.who().equals(person.who())) {
      effects.add(new ConstituentForgotten(found.organisation(), found.who()));
    }
    effects.addAll(decision.effects());
    boolean same =
        person.settings().equals(decision.settings())
            && person.stopped() == decision.stopped()
            && person.seen().equals(today);
    if (!person.known()) {
      var met = person.after(decision.settings(), decision.stopped(), today);
      effects.add(new ConstituentMet(met, in.address()));
    } else if (!same) {
      effects.add(new ConstituentChanged(person, decision.settings(), decision.stopped(), today));
    }
    return effects;
  }
}
