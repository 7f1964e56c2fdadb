package org.answerable.conversation.decision;

import java.util.List;
import java.util.Optional;
import org.answerable.channel.Reply;
import org.answerable.constituent.Settings;
import org.answerable.flow.Greetings;
import org.answerable.flow.Keyword;
import org.answerable.intake.words.Found;
import org.answerable.intake.words.WordList;
import org.answerable.intake.words.WordLists;

/**
 * Who has stopped is told how to come back, can be forgotten and take back what they said, and gets
 * the numbers where they want to die. All else is taken in, and nothing is said.
 */
final class StoppedTalk {
  private final WordLists lists;
  private final Phrases phrases;
  private final MeantTalk meaning;
  private final SilentTalk silent;
  private final ConfidingTalk confiding;
  private final EchoTalk echoing;
  private final CodedVote coded;
  private final ForgetTalk forgetting;
  private final WithdrawTalk withdrawing;

  StoppedTalk(
      WordLists lists,
      Phrases phrases,
      MeantTalk meaning,
      SilentTalk silent,
      ConfidingTalk confiding,
      EchoTalk echoing,
      CodedVote coded,
      ForgetTalk forgetting,
      WithdrawTalk withdrawing) {
    this.lists = lists;
    this.phrases = phrases;
    this.meaning = meaning;
    this.silent = silent;
    this.confiding = confiding;
    this.echoing = echoing;
    this.coded = coded;
    this.forgetting = forgetting;
    this.withdrawing = withdrawing;
  }

  Decision decide(Situation situation, Optional<Keyword.Match> keyword) {
    return keyword
        .map(match -> said(situation, match))
        .or(() -> echoing.alone(situation).map(echo -> echoed(situation, echo)))
        .orElseGet(() -> wrote(situation));
  }

  private Decision said(Situation situation, Keyword.Match match) {
    Settings settings = situation.person().settings();
    if (match.keyword() == Keyword.START) {
      Reply reply = phrases.say(situation, "start");
      return situation.decide(
          reply,
          situation.talk().choosing(situation.now()),
          settings.withSilence(false).withVotes(false), // a provider's STOP ended that too
          false,
          List.of());
    }
    if (match.keyword() == Keyword.WITHDRAW) {
      Decision decision = withdrawing.asked(situation, match.digits());
      return settings.silent() ? decision.withReply(Reply.NOTHING) : decision;
    }
    if (match.keyword() == Keyword.FORGET && !settings.silent()) {
      return forgetting.asked(situation, match.digits());
    }
    Reply reply = answer(situation, match.keyword());
    // nothing is said of it, but what they write next is confided all the same
    return switch (match.keyword()) {
      case SAFE -> confiding.asked(situation).withReply(reply);
      case HELP -> confiding.help(situation).withReply(reply);
      case STOP -> situation.decide(reply, situation.talk().choosing(situation.now()), List.of());
      default -> situation.say(reply);
    };
  }

  /** What somebody hears who has stopped, and sends a word that works everywhere. */
  private Reply answer(Situation situation, Keyword keyword) {
    boolean enough =
        situation.person().settings().silent()
            || keyword == Keyword.STOP
            || situation.talk().tooFast();
    return enough ? Reply.NOTHING : phrases.say(situation, key(keyword));
  }

  private static String key(Keyword keyword) {
    return switch (keyword) {
      case SAFE -> "stopped-safe";
      case HELP -> "stopped-help";
      default -> "stopped";
    };
  }

  private Decision echoed(Situation situation, Decision decision) {
    boolean enough = situation.person().settings().silent() || situation.talk().tooFast();
    return decision.withReply(enough ? Reply.NOTHING : phrases.say(situation, "stopped"));
  }

  /**
   * Taken in all the same, and nothing is sent: they asked for that. But whoever wants to die gets
   * the numbers, unless they asked for silence, which may be what keeps them safe.
   */
  private Decision wrote(Situation situation) {
    String words = situation.text().words();
    if (Greetings.isEmpty(words)) {
      return situation.say(Reply.NOTHING);
    }
    Optional<Decision> vote = coded.vote(situation);
    if (vote.isPresent()) {
      return vote.get().withReply(Reply.NOTHING);
    }
    Optional<Keyword> meant = meaning.keyword(situation);
    if (meant.isPresent()) {
      return meant(situation, meant.get());
    }
    Found found = lists.find(words);
    Decision decision = silent.taken(situation, found);
    if (found.in(WordList.SILENCE)) {
      return SilentTalk.from(situation, decision);
    }
    boolean tooFast = situation.talk().tooFast() && !decision.beginsReport();
    boolean told = found.in(WordList.CRISIS) && !situation.person().settings().silent() && !tooFast;
    return told
        ? decision.withReply(phrases.say(situation.hearing(found.language()), "stopped-safe"))
        : decision;
  }

  /** As for the word itself; what works for who has stopped is told as to anybody. */
  private Decision meant(Situation situation, Keyword keyword) {
    if (keyword == Keyword.SAFE) {
      return meaning.safely(situation).withReply(answer(situation, keyword));
    }
    boolean works = keyword == Keyword.FORGET || keyword == Keyword.WITHDRAW;
    return works && !situation.person().settings().silent()
        ? meaning.howTo(situation, keyword)
        : situation.say(answer(situation, keyword));
  }
}
