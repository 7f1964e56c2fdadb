package org.answerable.conversation;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.answerable.channel.Reply;
import org.answerable.constituent.AnswerWay;
import org.answerable.constituent.Constituent;
import org.answerable.constituent.Settings;
import org.answerable.flow.Session;
import org.answerable.flow.SessionCodec;
import org.answerable.flow.yaml.FlowFiles;
import org.answerable.flow.yaml.Shipped;
import org.answerable.organisation.DemoFile;
import org.answerable.organisation.Organisation;
import org.answerable.organisation.Organisations;
import org.answerable.platform.keys.DataKey;
import org.answerable.responselog.ReceiptState;

/**
 * One person who talks to the decider in the demo organisation, with the shipped flows and nothing
 * else around. What was decided is what the next text meets.
 */
final class Talking {
  /** Noon in Nairobi on a Tuesday. */
  static final Instant START = Instant.parse("2026-11-24T09:00:00Z");

  private static final FlowFiles.Folder FLOWS = Shipped.folder();
  private static final Organisation HOME = DemoFile.organisation();
  private final Map<String, ReceiptState> receipts = new HashMap<>();
  private final Decider decider;
  private Constituent person;
  private Instant now = START;
  private Talk talk = Talk.begin(START);

  private Talking(String language, boolean known) {
    var phrases =
        new Phrases(
            FLOWS.texts(), URI.create("https://answers.example"), new Organisations(List.of(HOME)));
    this.decider =
        new Decider(
            FLOWS.keywords(),
            FLOWS.greetings(),
            phrases,
            new FeedbackTalk(FLOWS.engine(), phrases, new CountedIds()),
            new LanguageTalk(FLOWS.engine(), phrases));
    this.person =
        new Constituent(
            HOME.id(),
            new UUID(7, 7),
            known,
            new Settings(language, AnswerWay.HERE),
            false,
            LocalDate.of(2026, 11, 24),
            DataKey.random());
  }

  /** Somebody whom the vault knows, and who chose a language. */
  static Talking in(String language) {
    return new Talking(language, true);
  }

  /** Somebody who writes for the first time. */
  static Talking stranger() {
    return new Talking(HOME.defaultLanguage(), false);
  }

  Talking wait(Duration time) {
    now = now.plus(time);
    return this;
  }

  Talking receipt(String digits, ReceiptState state) {
    receipts.put(digits, state);
    return this;
  }

  /** As after a change of the flows: the question that is open stands in none of them any more. */
  Talking questionGone() {
    var gone = new Session(FeedbackTalk.FLOW, "gone", List.of());
    talk = talk.with(talk.open(), SessionCodec.encode(gone));
    return this;
  }

  /** Sends a text, and keeps what it led to. */
  Decision says(String raw) {
    CleanText text = CleanText.of(raw);
    var facts = new Facts(decider.statusAsked(text).map(receipts::get).orElse(null));
    Decision decision = decider.decide(new Situation(HOME, person, talk.at(now), text, facts, now));
    talk = decision.next();
    person =
        new Constituent(
            HOME.id(),
            person.who(),
            true,
            decision.settings(),
            decision.stopped(),
            HOME.day(now),
            person.key());
    return decision;
  }

  /** What the phone shows after a text. */
  String hears(String raw) {
    return shown(says(raw).reply());
  }

  static String shown(Reply reply) {
    return reply.texts().stream().map(Reply.Text::body).collect(Collectors.joining("\n\n"));
  }

  Talk talk() {
    return talk;
  }
}
