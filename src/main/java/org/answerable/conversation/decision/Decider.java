package org.answerable.conversation.decision;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.answerable.channel.Manner;
import org.answerable.channel.Reply;
import org.answerable.constituent.Settings;
import org.answerable.flow.Greetings;
import org.answerable.flow.Keyword;
import org.answerable.intake.words.Found;
import org.answerable.intake.words.WordList;
import org.answerable.intake.words.WordLists;
import org.answerable.organisation.Organisation;
import org.answerable.organisation.Sensitivity;
import org.answerable.platform.Ids;

/**
 * Decides what a message means and leads to. A function: it reads no clock, draws no id but from
 * what it is given, and changes nothing.
 *
 * <p>In this order: STOP and START; the other words that work everywhere; a reference of what
 * happened to them too, and nothing else; a PIN that was asked for; a PIN or code and nothing else;
 * what asks for silence or is for a focal point alone; what is put up for a vote; the answer to an
 * open question, or a number that is none; what is set aside, as a greeting; more of an open
 * feedback; else a feedback. Nothing that a person says is refused; what is a secret in it is kept
 * by nobody.
 */
public final class Decider {
  /** However much somebody writes, they can leave, come back, and be told how to. */
  private static final Set<Keyword> ALWAYS_ANSWERED =
      Set.of(Keyword.STOP, Keyword.START, Keyword.HELP, Keyword.FORGET);

  private final HeardText heard;
  private final Greetings greetings;
  private final WordLists lists;
  private final Phrases phrases;
  private final Taken taken;
  private final SecretTalk secrets;
  private final ReadTalk reading;
  private final AsideTalk asides;
  private final FeedbackTalk feedback;
  private final ConfidingTalk confiding;
  private final MeantTalk meaning;
  private final SilentTalk silent;
  private final StoppedTalk stopped;
  private final MissTalk misses;
  private final HelpTalk helping;
  private final WordsTalk shown;
  private final LanguageTalk languages;
  private final ForgetTalk forgetting;
  private final WithdrawTalk withdrawing;
  private final QuietTalk quiet;
  private final StatusTalk statuses;
  private final PollTalk polls;
  private final EchoTalk echoing;
  private final ProposeTalk proposing;
  private final CodedVote coded;
  private final VoteGestures votes;

  public Decider(Flows flows, WordLists lists, Phrases phrases, Ids ids) {
    this.heard = new HeardText(flows.keywords(), flows.greetings());
    this.greetings = flows.greetings();
    this.lists = lists;
    this.phrases = phrases;
    this.taken = new Taken(ids);
    this.secrets = new SecretTalk(flows.secrets());
    this.asides = new AsideTalk(flows.greetings(), phrases, taken);
    this.helping = new HelpTalk(flows.engine(), phrases);
    this.shown = new WordsTalk(flows.engine(), phrases);
    this.reading = new ReadTalk(phrases, ids, secrets, helping, shown);
    this.misses = new MissTalk(flows.engine(), phrases, taken);
    this.feedback = new FeedbackTalk(flows.engine(), phrases, taken, reading, misses);
    this.confiding = new ConfidingTalk(phrases, taken, lists);
    this.meaning = new MeantTalk(secrets, confiding, phrases);
    this.languages = new LanguageTalk(flows, phrases);
    this.polls = new PollTalk(phrases, flows.polls(), flows.keywords());
    this.coded = new CodedVote(phrases, polls);
    this.votes = new VoteGestures(polls, coded, lists);
    this.forgetting = new ForgetTalk(phrases, polls, ids);
    this.withdrawing = new WithdrawTalk(phrases);
    this.quiet = new QuietTalk(phrases);
    this.statuses = new StatusTalk(phrases);
    this.echoing = new EchoTalk(flows.echoes(), phrases);
    this.silent = new SilentTalk(secrets, confiding, asides, echoing, feedback);
    this.stopped =
        new StoppedTalk(
            lists, phrases, meaning, silent, confiding, echoing, coded, forgetting, withdrawing);
    this.proposing = new ProposeTalk(flows.keywords(), phrases, taken);
  }

  /** The word that works everywhere which a text is, so that what it names can be looked up. */
  public Optional<Keyword.Match> keyword(CleanText text) {
    return heard.keyword(text).or(() -> languages.named(text.words()));
  }

  /** What the text tells before it is looked at: its language, and that it is meant for SAFE. */
  Situation heard(Situation situation) {
    return heard.in(situation);
  }

  /** The open question once more, of a text that can't be its answer; empty: nothing is asked. */
  Optional<Reply> askedAgain(Situation situation) {
    return situation.talk().pin().asked()
        ? Optional.of(phrases.say(situation, "ask-pin"))
        : misses.again(situation);
  }

  /** What somebody does with a vote who does not just write it; empty: nothing. */
  Optional<Decision> vote(Situation situation, Manner manner) {
    return votes.of(situation, manner).map(decision -> inTime(situation, decision));
  }

  /** The printed code that a text votes with, so that it can be looked up. */
  public Optional<String> votingCode(CleanText text) {
    return CodedVote.code(text);
  }

  /** Whether a text can be the answer to what somebody was asked by a text that went out. */
  public boolean mayAnswer(CleanText text, Organisation home, String language) {
    return helping.isAnswer(text, home, language) || shown.isAnswer(text, home, language);
  }

  /** The numbers within a text that may be receipts, so that they can be looked up. */
  public List<String> codes(CleanText text) {
    return secrets.codes(text);
  }

  /** The reference of what they say happened to them too, so that it can be looked up. */
  public Optional<String> echoed(CleanText text) {
    return echoing.reference(text);
  }

  Decision decide(Situation situation) {
    Optional<Keyword.Match> keyword = keyword(situation.text());
    if (situation.person().stopped()) {
      return stopped.decide(situation, keyword);
    }
    Decision decision =
        keyword
            .map(match -> said(situation, match))
            .or(() -> echoing.alone(situation))
            .orElseGet(() -> wrote(situation));
    boolean always =
        keyword.map(Keyword.Match::keyword).filter(ALWAYS_ANSWERED::contains).isPresent()
            || decision.beginsReport();
    return always ? decision : inTime(situation, decision);
  }

  private Decision inTime(Situation situation, Decision decision) {
    return situation.talk().tooFast() ? decision.withReply(slowDown(situation)) : decision;
  }

  private Decision said(Situation situation, Keyword.Match match) {
    return switch (match.keyword()) {
      case STOP -> stop(situation);
      case START -> start(situation);
      case HELP -> confiding.help(situation);
      case WORDS -> situation.say(phrases.say(situation, "words"));
      case PRIVACY -> situation.say(phrases.say(situation, "privacy"));
      case STATUS -> situation.say(statuses.status(situation, match.digits()));
      case SAFE -> confiding.asked(situation);
      case LANG -> languages.asked(situation, match.digits());
      case FORGET -> forgetting.asked(situation, match.digits());
      case WITHDRAW -> withdrawing.asked(situation, match.digits());
      case READ -> reading.asked(situation, match.digits());
      case QUIET -> quiet.asked(situation, match.numbers());
      case QUIET_OFF -> quiet.off(situation);
      case DATA -> situation.say(phrases.say(situation, "data"));
      case CLEAR -> situation.say(phrases.say(situation, "clear"));
      case LOG -> situation.say(statuses.log(situation));
      case VOTE -> polls.asked(situation, match.numbers());
      case PROPOSE -> proposing.asked(situation);
      case PROPOSALS -> proposing.list(situation);
      case VOTE_OFF -> polls.noMore(situation);
    };
  }

  private Decision wrote(Situation situation) {
    String words = situation.text().words();
    if (Greetings.isEmpty(words)) {
      return situation.say(phrases.say(situation, "empty"));
    }
    Optional<Decision> secret =
        reading
            .answered(situation)
            .or(() -> coded.vote(situation))
            .or(() -> meaning.howTo(situation));
    if (secret.isPresent()) {
      return secret.get();
    }
    Found found = lists.find(words);
    if (found.in(WordList.SILENCE)) {
      return silent.asked(situation.hearing(found.language()), found);
    }
    Optional<Decision> language = languages.answered(situation); // who confides chooses it too
    if (language.isPresent()) {
      return language.get();
    }
    if (ConfidingTalk.confides(situation, found)) {
      return votedBeside(situation, found)
          .orElseGet(() -> confiding.wrote(secrets.without(situation), found));
    }
    return proposing.isProposal(situation)
        ? proposed(secrets.without(situation), found)
        : answered(situation).orElseGet(() -> takenIn(secrets.without(situation), found));
  }

  /**
   * Whoever confided and was then shown a poll, because they asked for it, votes by its numbers;
   * what is no vote in it is for the focal point.
   */
  private Optional<Decision> votedBeside(Situation situation, Found found) {
    Talk talk = situation.talk();
    boolean shown = PollSight.lastAsked(talk) != null && !talk.safe();
    boolean harmless = found.sensitivity() != Sensitivity.S3 && PollSight.isNumbers(situation);
    return shown && harmless && !talk.isAwaited(situation.now())
        ? polls.answered(situation).filter(Decision::casts)
        : Optional.empty();
  }

  private Decision proposed(Situation situation, Found found) {
    return voted(situation, found)
        .or(() -> asides.of(situation, found))
        .orElseGet(() -> proposing.wrote(situation, found));
  }

  /**
   * Whoever was asked for a proposal may vote first, and what calls itself a vote is none to be
   * read by all; numbers are no proposal either, and answer what was asked before it.
   */
  private Optional<Decision> voted(Situation situation, Found found) {
    if (proposing.isNamed(situation)) {
      return Optional.empty();
    }
    Situation before = PollSight.beforeProposing(situation);
    return PollSight.isNumbers(before)
        ? answered(before).or(() -> polls.alone(before)).or(() -> awaited(before, found))
        : polls.led(before);
  }

  /** "How many days?", a leader asked. */
  private Optional<Decision> awaited(Situation situation, Found found) {
    return situation.talk().isAwaited(situation.now())
        ? Optional.of(feedback.wrote(situation, found))
        : Optional.empty();
  }

  private Decision takenIn(Situation situation, Found found) {
    return missed(situation, found)
        .or(() -> polls.alone(situation))
        .or(() -> asides.of(situation, found))
        .orElseGet(() -> echoing.with(situation, feedback.wrote(situation, found)));
  }

  /** A number that was not offered: whoever wanted to answer is asked again. */
  private Optional<Decision> missed(Situation situation, Found found) {
    return greetings.match(situation.text().words()).equals(Optional.of(Greetings.Kind.NUMBER))
        ? misses.number(situation, found)
        : Optional.empty();
  }

  /**
   * What was asked last is what a short text answers; but "thanks" after a receipt is politeness,
   * and would turn a report into praise, which is never overdue.
   */
  private Optional<Decision> answered(Situation situation) {
    if (greetings.isPolite(situation.text().words())) {
      return Optional.empty();
    }
    return polls
        .led(situation)
        .or(() -> helping.answered(situation))
        .or(() -> shown.answered(situation))
        .or(() -> polls.answered(situation))
        .or(() -> feedback.answered(situation));
  }

  private Decision stop(Situation situation) {
    Settings settings = situation.person().settings().withVotes(false);
    Reply reply = phrases.say(situation, "stop");
    Talk next = situation.talk().closed().choosing(situation.now());
    return situation.decide(reply, next, settings, true, List.of());
  }

  /** From whoever was not stopped, and may be new: nobody is back. */
  private Decision start(Situation situation) {
    Talk next = situation.talk().choosing(situation.now());
    return situation.decide(phrases.say(situation, "welcome"), next, List.of());
  }

  /** Said once a window; what was written is kept either way. */
  private Reply slowDown(Situation situation) {
    boolean first = situation.talk().pace().sent() == ConversationLimits.RATE_MESSAGES + 1;
    return first ? phrases.say(situation, "slow-down") : Reply.NOTHING;
  }
}
