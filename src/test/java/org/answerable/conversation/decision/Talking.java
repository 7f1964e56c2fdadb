package org.answerable.conversation.decision;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.answerable.channel.Manner;
import org.answerable.channel.Reply;
import org.answerable.constituent.AnswerWay;
import org.answerable.constituent.Constituent;
import org.answerable.constituent.HelpQuestion;
import org.answerable.constituent.KeptAnswer;
import org.answerable.constituent.Settings;
import org.answerable.flow.Keyword;
import org.answerable.flow.Session;
import org.answerable.flow.SessionCodec;
import org.answerable.flow.yaml.FlowFiles;
import org.answerable.flow.yaml.Shipped;
import org.answerable.intake.words.WordLists;
import org.answerable.organisation.ChannelConfig;
import org.answerable.organisation.DemoFile;
import org.answerable.organisation.Organisation;
import org.answerable.organisation.Organisations;
import org.answerable.platform.keys.DataKey;
import org.answerable.responselog.LogHead;
import org.answerable.responselog.PollTerms;
import org.answerable.responselog.Proposals.Proposal;
import org.answerable.responselog.ReceiptState;
import org.jspecify.annotations.Nullable;

/**
 * One person who talks to the decider in the demo organisation, with the shipped flows and nothing
 * else around. What was decided is what the next text meets.
 */
public final class Talking {
  /** Noon in Nairobi on a Tuesday. */
  static final Instant START = Instant.parse("2026-11-24T09:00:00Z");

  private static final Organisation HOME = DemoFile.organisation();
  private static final FlowFiles.Folder SHIPPED = Shipped.folder();
  private static final Flows FLOWS = Flows.of(SHIPPED);
  private static final WordLists WORDS = words();
  private final List<KeptAnswer> kept = new ArrayList<>();
  private @Nullable LogHead log = new LogHead(3024, "4821 0937 5512 0046 7719");
  private final Map<String, ReceiptState> receipts = new HashMap<>();
  private final Decider decider;
  private final Gestures gestures;
  private final HelpTalk helping;
  private ChannelConfig channel = new ChannelConfig.Simulator("line");
  private Constituent person;
  private boolean answered;
  private List<Proposal> supportable = List.of();
  private @Nullable HelpQuestion question;
  private Instant now = START;
  private Talk talk = Talk.begin(START);

  private final OpenPollsOfTests polls = new OpenPollsOfTests();

  private Talking(Settings settings, boolean known) {
    var phrases =
        new Phrases(
            FLOWS.texts(), URI.create("https://answers.example"), new Organisations(List.of(HOME)));
    this.decider = new Decider(FLOWS, WORDS, phrases, new CountedIds());
    this.gestures = new Gestures(decider, FLOWS.greetings(), WORDS, phrases);
    this.helping = new HelpTalk(FLOWS.engine(), phrases);
    this.person =
        new Constituent(
            HOME.id(),
            new UUID(7, 7),
            known,
            settings,
            false,
            null,
            LocalDate.of(2026, 11, 24),
            DataKey.random());
  }

  private static WordLists words() {
    try {
      return WordLists.read(Path.of("config", WordLists.FOLDER), new Organisations(List.of(HOME)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Somebody whom the vault knows, and who chose a language. */
  public static Talking in(String language) {
    return new Talking(new Settings(language, AnswerWay.HERE).choosing(language), true);
  }

  /** Somebody whom the vault knows, and who chose no language. */
  static Talking unasked() {
    return new Talking(new Settings(HOME.defaultLanguage(), AnswerWay.HERE), true);
  }

  /** Somebody who first wrote on a day. */
  static Talking since(LocalDate day) {
    return new Talking(new Settings("en", AnswerWay.HERE).knownSince(day), true);
  }

  /** Somebody who writes for the first time. */
  static Talking stranger() {
    return new Talking(new Settings(HOME.defaultLanguage(), AnswerWay.HERE), false);
  }

  /** Writes to a bot from now on. */
  Talking toABot() {
    channel =
        new ChannelConfig.Telegram("bot", "1:A", ChannelConfig.Telegram.Mode.POLLING, "", null);
    return this;
  }

  /** From now on these polls are open, and no other. */
  public Talking polls(PollTerms... open) {
    polls.set(FLOWS.ballots(), open);
    return this;
  }

  /** From now on those that were open are over. */
  Talking pollsEnd() {
    polls.end();
    return this;
  }

  /** What they change next was this. */
  Talking changing(PollFacts.Edits what) {
    polls.edits(what);
    return this;
  }

  Talking wait(Duration time) {
    now = now.plus(time);
    return this;
  }

  Talking receipt(String digits, ReceiptState state) {
    receipts.put(digits, state);
    return this;
  }

  /** As before a leader's question about what they wrote last is sent to them. */
  Talking askedBack() {
    talk = talk.awaiting(requireNonNull(talk.latest()), now.plus(ConversationLimits.AWAITED_FOR));
    return this;
  }

  /** As after delivery sent a notice. */
  Talking kept(String receipt, String words) {
    kept.add(new KeptAnswer(new UUID(3, kept.size()), HOME.day(now), receipt, words));
    return this;
  }

  /** As after an answer was handed over: READ asks whether it helped. */
  Talking answered() {
    answered = true;
    return this;
  }

  /** As after they were asked by text whether an answer helped. */
  Talking asked(String receipt) {
    question = new HelpQuestion(new UUID(9, 9), receipt, now, null);
    return this;
  }

  /** As after a change of the flows: the question that is open stands in none of them any more. */
  Talking questionGone() {
    var gone = new Session(FeedbackTalk.FLOW, "gone", List.of());
    talk = talk.with(requireNonNull(talk.open()), SessionCodec.encode(gone));
    return this;
  }

  /** From now on these can be supported. */
  Talking supportable(Proposal... open) {
    supportable = List.of(open);
    return this;
  }

  /** Nothing is in the public log yet. */
  Talking logEmpty() {
    log = null;
    return this;
  }

  /** Sends a text, and keeps what it led to. */
  public Decision says(String raw) {
    return does(new Manner.Wrote(), raw);
  }

  /** Does something else than write. */
  Decision does(Manner manner, String raw) {
    CleanText text = CleanText.of(raw);
    Facts facts =
        decider
            .keyword(text)
            .map(this::facts)
            .or(() -> CodedVote.code(text).map(code -> coded(code, text)))
            .orElseGet(() -> unnamed(text));
    Facts known = facts.with(polls.facts(manner));
    var situation = new Situation(HOME, person, talk.at(now), text, known, now);
    Decision decision = gestures.decide(situation, manner, channel);
    talk = decision.next();
    polls.noted(decision);
    person = person.after(decision.settings(), decision.stopped(), HOME.day(now));
    return decision;
  }

  private Facts coded(String code, CleanText text) {
    return Facts.of(new Facts.Code(polls.coded(code), given(text)));
  }

  /** A printed code, as somebody holds it in their hand. */
  String code() {
    return polls.code();
  }

  Settings settings() {
    return person.settings();
  }

  private Facts unnamed(CleanText text) {
    HelpQuestion last = question;
    return last != null && helping.isAnswer(text, HOME, person.settings().language())
        ? Facts.of(new Facts.Asked(last))
        : Facts.of(given(text));
  }

  private Facts facts(Keyword.Match asked) {
    return switch (asked.keyword()) {
      case STATUS -> Facts.of(new Facts.Status(receipts.get(asked.digits())));
      case FORGET -> Facts.of(new Facts.Erasure(HOME.day(now).plusDays(7)));
      case WITHDRAW -> Facts.of(new Facts.Withdrawal(own(asked.digits())));
      case READ -> Facts.of(new Facts.Answers(kept, own(asked.digits())));
      case LOG -> Facts.of(new Facts.Log(log));
      case PROPOSALS -> Facts.of(new Facts.Supportable(supportable));
      default -> Facts.NONE;
    };
  }

  /** Of the numbers within a text: a receipt that was put here, or the last that they got. */
  private Facts.Numbers given(CleanText text) {
    Talk.OpenFeedback latest = talk.latest();
    return new Facts.Numbers(
        decider.codes(text).stream()
            .filter(
                digits ->
                    receipts.containsKey(digits)
                        || latest != null && latest.receipt().equals(digits))
            .collect(Collectors.toSet()));
  }

  /** What they wrote about last is theirs, and nothing else. */
  private Facts.@Nullable Own own(String digits) {
    Talk.OpenFeedback latest = talk.latest();
    return latest == null || !latest.receipt().equals(digits)
        ? null
        : new Facts.Own(latest.feedback(), latest.reference(), new byte[32], answered, null);
  }

  /** What the phone shows after a text. */
  String hears(String raw) {
    return shown(says(raw).reply());
  }

  public static String shown(Reply reply) {
    return reply.texts().stream().map(Reply.Text::body).collect(Collectors.joining("\n\n"));
  }

  /** As after a leader muted the sender of something. */
  Talking muted(LocalDate until) {
    person =
        new Constituent(
            person.organisation(),
            person.who(),
            person.known(),
            person.settings(),
            person.stopped(),
            until,
            person.seen(),
            person.key());
    return this;
  }

  public Talk talk() {
    return talk;
  }
}
