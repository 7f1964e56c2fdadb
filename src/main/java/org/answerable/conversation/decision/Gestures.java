package org.answerable.conversation.decision;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.answerable.channel.Manner;
import org.answerable.channel.Reply;
import org.answerable.conversation.decision.Talk.OpenFeedback;
import org.answerable.flow.Greetings;
import org.answerable.flow.Keyword;
import org.answerable.intake.words.Found;
import org.answerable.intake.words.WordList;
import org.answerable.intake.words.WordLists;
import org.answerable.organisation.ChannelConfig;

/**
 * What somebody means who does something else than write, where a channel has more: it comes down
 * to a text, or to being told why it does not count. A function, as {@link Decider} is.
 */
public final class Gestures {
  private final Decider decider;
  private final Greetings greetings;
  private final WordLists lists;
  private final Phrases phrases;

  public Gestures(Decider decider, Greetings greetings, WordLists lists, Phrases phrases) {
    this.decider = decider;
    this.greetings = greetings;
    this.lists = lists;
    this.phrases = phrases;
  }

  /**
   * @param channel that it was done on
   */
  public Decision decide(Situation done, Manner manner, ChannelConfig channel) {
    Situation situation = decider.heard(done);
    if (channel.clears() && asksToClear(situation)) {
      Reply told = told(situation, "clear-chat").reply();
      return situation.say(new Reply(told.texts(), true));
    }
    Decision decision =
        switch (manner) {
          case Manner.Wrote wrote -> decider.decide(situation);
          case Manner.Answered answered -> decider.decide(situation).withReply(Reply.NOTHING);
          case Manner.Pressed pressed -> pressed(situation, pressed);
          case Manner.Captioned captioned -> captioned(situation);
          case Manner.Wordless wordless -> told(situation, "only-text");
          case Manner.Edited edited -> edited(situation, edited);
          case Manner.Late late -> late(situation, late);
          case Manner.Began began -> began(situation);
          case Manner.Left left -> keyword(situation, Keyword.STOP).withReply(Reply.NOTHING);
          case Manner.Returned returned -> returned(situation);
        };
    return Questions.tied(decision, situation.person());
  }

  private boolean asksToClear(Situation situation) {
    return decider
        .keyword(situation.text())
        .filter(match -> match.keyword() == Keyword.CLEAR)
        .isPresent();
  }

  /** Nothing changes, and who wants to hear something hears why. */
  private Decision told(Situation situation, String key) {
    boolean silent = situation.person().stopped() || situation.talk().tooFast();
    return situation.say(silent ? Reply.NOTHING : phrases.say(situation, key));
  }

  /** As if its number were typed; but an earlier question's number would answer another one. */
  private Decision pressed(Situation situation, Manner.Pressed manner) {
    String question = manner.question();
    boolean open =
        !question.isEmpty()
            && question.equals(Questions.open(situation.person(), situation.talk()));
    return open
        ? decider.vote(situation, manner).orElseGet(() -> decider.decide(situation))
        : told(situation, "old-button");
  }

  /** The words count; and it is said that the rest is not here. */
  private Decision captioned(Situation situation) {
    Decision decision = decider.decide(situation);
    if (situation.person().stopped() || decision.reply().texts().isEmpty()) {
      return decision;
    }
    List<Reply.Text> texts = new ArrayList<>(phrases.say(situation, "picture-left").texts());
    texts.addAll(decision.reply().texts());
    return decision.withReply(new Reply(texts));
  }

  /**
   * A change counts as one more text, as long as the one before it would. It never answers a
   * question: the number that replaces another one was meant for the question before; but a vote
   * that is changed where it stands is changed. Whatever concerns somebody's safety counts at any
   * time, and so does a word that works everywhere.
   */
  private Decision edited(Situation situation, Manner.Edited manner) {
    if (situation.person().stopped() || decider.keyword(situation.text()).isPresent()) {
      return decider.decide(situation);
    }
    String words = situation.text().words();
    Found found = lists.find(words);
    if (found.in(WordList.SILENCE)) {
      return decider.decide(situation);
    }
    if (ConfidingTalk.confides(situation, found)) {
      return besideTheQuestion(situation);
    }
    boolean says = !Greetings.isEmpty(words) && greetings.match(words).isEmpty();
    return decider
        .vote(situation, manner)
        .orElseGet(
            () ->
                manner.soon() && says
                    ? besideTheQuestion(situation)
                    : told(situation, "edit-late"));
  }

  /**
   * It was written to what was said before it, which nobody knows any more: a number that had been
   * typed again would answer the next question, which may be for consent. What they chose after it,
   * by STOP or START, stays.
   */
  private Decision late(Situation situation, Manner.Late manner) {
    Instant sent = manner.sent();
    Talk talk = situation.talk();
    boolean since = talk.chose().isAfter(sent);
    Decision decision =
        lateAlone(with(situation, talk.choosing(Instant.EPOCH), situation.text()), manner);
    boolean chooses = !decision.next().chose().equals(Instant.EPOCH);
    Decision kept =
        decision.withNext(decision.next().choosing(chooses && !since ? sent : talk.chose()));
    if (!chooses || !since) {
      return kept;
    }
    return decider.keyword(situation.text()).isPresent()
        ? situation.say(Reply.NOTHING)
        : kept.standing(situation.person());
  }

  private Decision lateAlone(Situation situation, Manner manner) {
    if (situation.person().stopped() || decider.keyword(situation.text()).isPresent()) {
      return decider.decide(situation);
    }
    Optional<Decision> vote = decider.vote(situation, manner);
    if (vote.isPresent()) {
      return vote.get();
    }
    boolean number =
        greetings.match(situation.text().words()).equals(Optional.of(Greetings.Kind.NUMBER));
    return (number ? decider.askedAgain(situation) : Optional.<Reply>empty())
        .map(situation::say)
        .orElseGet(() -> besideTheQuestion(situation));
  }

  /** As if nothing were asked, and no poll were open; what is asked stays open. */
  private Decision besideTheQuestion(Situation situation) {
    Talk talk = situation.talk();
    byte[] asked = talk.asked();
    Situation free = with(situation, talk.backTo(null), situation.text());
    Decision decision = decider.decide(free.knowing(free.facts().with(PollFacts.NONE)));
    OpenFeedback open = talk.open();
    OpenFeedback next = decision.next().open();
    boolean goesOn = open != null && next != null && next.feedback().equals(open.feedback());
    return asked != null && goesOn && decision.next().asked() == null
        ? decision.withNext(decision.next().askingFirst(asked, talk.behind()))
        : decision;
  }

  /** Whoever had stopped comes back with it, as with START. */
  private Decision began(Situation situation) {
    return situation.person().stopped()
        ? keyword(situation, Keyword.START)
        : told(situation, "welcome");
  }

  /** The same without a word; but who asked that nothing be sent says so themselves. */
  private Decision returned(Situation situation) {
    boolean back = situation.person().stopped() && !situation.person().settings().silent();
    return back
        ? keyword(situation, Keyword.START).withReply(Reply.NOTHING)
        : situation.say(Reply.NOTHING);
  }

  /** As if the word were written. */
  private Decision keyword(Situation situation, Keyword word) {
    return decider.decide(with(situation, situation.talk(), CleanText.of(word.name())));
  }

  private static Situation with(Situation s, Talk talk, CleanText text) {
    return new Situation(s.home(), s.person(), talk, text, s.facts(), s.now());
  }
}
