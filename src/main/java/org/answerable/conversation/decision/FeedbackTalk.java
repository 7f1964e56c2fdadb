package org.answerable.conversation.decision;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.answerable.channel.Reply;
import org.answerable.constituent.AnswerWay;
import org.answerable.constituent.Settings;
import org.answerable.conversation.decision.Taken.Begun;
import org.answerable.conversation.decision.Talk.OpenFeedback;
import org.answerable.effect.Effect;
import org.answerable.flow.Event;
import org.answerable.flow.FlowEngine;
import org.answerable.flow.Input;
import org.answerable.flow.Session;
import org.answerable.flow.SessionCodec;
import org.answerable.flow.Sprint;
import org.answerable.intake.words.Found;
import org.jspecify.annotations.Nullable;

/**
 * Giving feedback: one text is enough, and what follows is optional ({@code
 * flows/after-feedback.yaml}). Each answer is applied as it comes, so stopping anywhere loses
 * nothing.
 */
final class FeedbackTalk {
  static final String FLOW = "after-feedback";
  private static final String TOPIC = "topic";
  private static final String CONSENT = "consent";
  private static final String WAY = "way";

  private final FlowEngine engine;
  private final Phrases phrases;
  private final Taken taken;
  private final ReadTalk reading;
  private final MissTalk misses;

  FeedbackTalk(FlowEngine engine, Phrases phrases, Taken taken, ReadTalk reading, MissTalk misses) {
    this.engine = engine;
    this.phrases = phrases;
    this.taken = taken;
    this.reading = reading;
    this.misses = misses;
  }

  /** A text that is no answer: more of the open feedback, or a new one. */
  Decision wrote(Situation situation, Found found) {
    OpenFeedback open = goesOn(situation.talk());
    return open != null ? added(situation, found, open) : given(situation, found);
  }

  /** The same where nothing may be sent: no question is asked either. */
  Decision taken(Situation situation, Found found) {
    OpenFeedback open = goesOn(situation.talk());
    if (open != null) {
      return added(situation, found, open).withReply(Reply.NOTHING);
    }
    Begun begun = taken.given(situation, found);
    return situation.decide(
        Reply.NOTHING, situation.talk().begins(begun.open(), null), begun.effects());
  }

  /** What a text is added to: what is open, or the last where enough has begun. */
  private static @Nullable OpenFeedback goesOn(Talk talk) {
    return talk.hasEnoughBegun() ? talk.latest() : talk.open();
  }

  /** The answer to the open question; empty: nothing was asked, or it is none. */
  Optional<Decision> answered(Situation situation) {
    byte[] asked = situation.talk().asked();
    OpenFeedback open = situation.talk().open();
    if (asked == null || open == null) {
      return Optional.empty();
    }
    Session session = SessionCodec.decode(asked);
    if (!session.flow().equals(FLOW)) {
      return Optional.empty();
    }
    Sprint sprint =
        engine.resume(
            session,
            new Input(situation.text().words()),
            phrases.context(situation, open.receipt(), open.due()));
    return Spoken.answers(sprint.events())
        ? Optional.of(apply(situation, open, sprint))
        : Optional.empty();
  }

  private Decision given(Situation situation, Found found) {
    Begun begun = taken.given(situation, found);
    OpenFeedback open = begun.open();
    if (situation.text().cut()) {
      Reply reply = phrases.say(situation, "too-long", open.receipt(), null);
      return situation.decide(reply, situation.talk().begins(open, null), begun.effects());
    }
    Sprint questions = engine.start(FLOW, phrases.context(situation, open.receipt(), open.due()));
    Talk next = situation.talk().begins(open, encoded(questions.session()));
    return situation.decide(Spoken.of(questions.events()), next, begun.effects());
  }

  private Decision added(Situation situation, Found found, OpenFeedback open) {
    MissTalk.Missed missed = misses.words(situation);
    List<Effect> effects = new ArrayList<>(taken.added(situation, found, open));
    OpenFeedback after = open.next();
    if (missed.over()) {
      effects.add(taken.detailed(situation, after, null, null, true));
      after = after.next();
    }
    Talk next = situation.talk().with(after, missed.question());
    return situation.decide(addedReply(situation, open, missed.said()), next, effects);
  }

  private Reply addedReply(Situation situation, OpenFeedback open, Reply said) {
    if (situation.text().cut()) {
      return phrases.say(situation, "too-long", open.receipt(), null);
    }
    return said.texts().isEmpty() ? phrases.say(situation, "added", open.receipt(), null) : said;
  }

  private Decision apply(Situation situation, OpenFeedback open, Sprint sprint) {
    String topic = null;
    Boolean consent = null;
    boolean noticeChosen = false;
    Settings settings = situation.person().settings();
    for (Event event : sprint.events()) {
      if (event instanceof Event.ResultSet(String name, String value, String category)) {
        switch (name) {
          case TOPIC -> topic = value;
          case CONSENT -> consent = value.equals("publish");
          case WAY -> {
            settings = settings.withWay(way(value, settings));
            noticeChosen = settings.way() == AnswerWay.NOTICE;
          }
          default -> {} // a question of the organisation's own
        }
      }
    }
    boolean through = sprint.session() == null;
    List<Effect> effects =
        topic != null || consent != null || through
            ? List.of(taken.detailed(situation, open, topic, consent, through))
            : List.of();
    Talk next = situation.talk().with(open.next(), encoded(sprint.session()));
    Decision decision =
        situation.decide(Spoken.of(sprint.events()), next, effects).withSettings(settings);
    return noticeChosen ? reading.chosen(situation, decision, open.receipt()) : decision;
  }

  /**
   * With a PIN, answers stay behind it: whoever holds the phone must not have the next one sent in
   * full. Who wants that has FORGET.
   */
  private static AnswerWay way(String value, Settings settings) {
    return switch (value) {
      case "here" -> settings.pin() == null ? AnswerWay.HERE : AnswerWay.NOTICE;
      case "notice" -> AnswerWay.NOTICE;
      default -> AnswerWay.NOT_AT_ALL;
    };
  }

  private static byte @Nullable [] encoded(@Nullable Session session) {
    return session == null ? null : SessionCodec.encode(session);
  }
}
