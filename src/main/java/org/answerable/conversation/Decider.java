package org.answerable.conversation;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.answerable.channel.Reply;
import org.answerable.constituent.Settings;
import org.answerable.flow.Greetings;
import org.answerable.flow.Keyword;
import org.answerable.flow.Keywords;
import org.answerable.responselog.Receipt;
import org.answerable.responselog.ReceiptState;

/**
 * Decides what a message means and leads to. A function: it reads no clock, draws no id but from
 * what it is given, and changes nothing.
 *
 * <p>In this order: STOP and START; the other words that work everywhere; the answer to an open
 * question; more of an open feedback; a greeting; else a feedback. Nothing that a person writes is
 * refused.
 */
final class Decider {
  /** However much somebody writes, they can leave, come back, and be told how to. */
  private static final Set<Keyword> ALWAYS_ANSWERED =
      Set.of(Keyword.STOP, Keyword.START, Keyword.HELP);

  private final Keywords keywords;
  private final Greetings greetings;
  private final Phrases phrases;
  private final FeedbackTalk feedback;
  private final LanguageTalk languages;

  Decider(
      Keywords keywords,
      Greetings greetings,
      Phrases phrases,
      FeedbackTalk feedback,
      LanguageTalk languages) {
    this.keywords = keywords;
    this.greetings = greetings;
    this.phrases = phrases;
    this.feedback = feedback;
    this.languages = languages;
  }

  /** The receipt that a text asks about, so that its state can be looked up first. */
  Optional<String> statusAsked(CleanText text) {
    return keywords
        .match(text.words())
        .filter(match -> match.keyword() == Keyword.STATUS)
        .flatMap(match -> Receipt.parse(match.digits()));
  }

  Decision decide(Situation situation) {
    Optional<Keyword.Match> keyword = keywords.match(situation.text().words());
    if (situation.person().stopped()) {
      return keyword.map(match -> stoppedSays(situation, match)).orElseGet(() -> silent(situation));
    }
    Decision decision =
        keyword
            .map(match -> said(inLanguageOf(match, situation), match))
            .orElseGet(() -> wrote(situation));
    boolean always =
        keyword.map(Keyword.Match::keyword).filter(ALWAYS_ANSWERED::contains).isPresent();
    return !always && situation.talk().tooFast()
        ? decision.withReply(slowDown(situation))
        : decision;
  }

  /** A word of another language tells in which one somebody new wants to be answered. */
  private static Situation inLanguageOf(Keyword.Match match, Situation situation) {
    var person = situation.person();
    if (person.known() || !situation.home().languages().contains(match.language())) {
      return situation;
    }
    return situation.withSettings(person.settings().withLanguage(match.language()));
  }

  private Decision said(Situation situation, Keyword.Match match) {
    return switch (match.keyword()) {
      case STOP -> stop(situation);
      case START -> situation.say(phrases.say(situation, "start"));
      case HELP -> situation.say(phrases.say(situation, "help"));
      case PRIVACY -> situation.say(phrases.say(situation, "privacy"));
      case STATUS -> situation.say(status(situation, match.digits()));
      case LANG -> languages.asked(situation, match.digits());
      // they come with their own features; until then the words that work are named
      case READ, VOTE, FORGET, SAFE -> situation.say(phrases.say(situation, "help"));
    };
  }

  private Decision wrote(Situation situation) {
    String words = situation.text().words();
    if (Greetings.isEmpty(words)) {
      return situation.say(phrases.say(situation, "empty"));
    }
    Optional<Decision> answered = answered(situation);
    if (answered.isPresent()) {
      return answered.get();
    }
    if (greetings.match(words)) {
      return situation.say(phrases.say(situation, "welcome"));
    }
    return feedback.wrote(situation);
  }

  /**
   * What was asked last is what a short text answers; but "thanks" after a receipt is politeness,
   * and would turn a report into praise, which is never overdue.
   */
  private Optional<Decision> answered(Situation situation) {
    if (greetings.isPolite(situation.text().words())) {
      return Optional.empty();
    }
    return languages.answered(situation).or(() -> feedback.answered(situation));
  }

  private Decision stop(Situation situation) {
    Settings settings = situation.person().settings();
    Reply reply = phrases.say(situation, "stop");
    return situation.decide(reply, situation.talk().with(null, null), settings, true, List.of());
  }

  private Decision stoppedSays(Situation situation, Keyword.Match match) {
    if (match.keyword() == Keyword.START) {
      Settings settings = situation.person().settings();
      Reply reply = phrases.say(situation, "start");
      return situation.decide(reply, situation.talk(), settings, false, List.of());
    }
    boolean enough = match.keyword() == Keyword.STOP || situation.talk().tooFast();
    return situation.say(enough ? Reply.NOTHING : phrases.say(situation, "stopped"));
  }

  /** Taken in all the same, and nothing is sent: they asked for that. */
  private Decision silent(Situation situation) {
    String words = situation.text().words();
    if (Greetings.isEmpty(words) || greetings.match(words)) {
      return situation.say(Reply.NOTHING);
    }
    return feedback.taken(situation).withReply(Reply.NOTHING);
  }

  private Reply status(Situation situation, String digits) {
    Optional<String> receipt = Receipt.parse(digits);
    ReceiptState state = situation.facts().status();
    if (receipt.isEmpty() || state == null) {
      return phrases.say(situation, "status-none");
    }
    String code = receipt.get();
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

  /** Said once a window; what was written is kept either way. */
  private Reply slowDown(Situation situation) {
    boolean first = situation.talk().sent() == ConversationLimits.RATE_MESSAGES + 1;
    return first ? phrases.say(situation, "slow-down") : Reply.NOTHING;
  }
}
