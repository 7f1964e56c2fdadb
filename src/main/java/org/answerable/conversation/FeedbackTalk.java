package org.answerable.conversation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.answerable.channel.Reply;
import org.answerable.constituent.AnswerWay;
import org.answerable.constituent.RouteMade;
import org.answerable.constituent.Settings;
import org.answerable.conversation.Talk.OpenFeedback;
import org.answerable.effect.Effect;
import org.answerable.flow.Event;
import org.answerable.flow.FlowEngine;
import org.answerable.flow.Input;
import org.answerable.flow.Session;
import org.answerable.flow.SessionCodec;
import org.answerable.flow.Sprint;
import org.answerable.intake.CommittedText;
import org.answerable.intake.FeedbackAdded;
import org.answerable.intake.FeedbackDetailed;
import org.answerable.intake.FeedbackGiven;
import org.answerable.intake.SlotNumber;
import org.answerable.intake.Source;
import org.answerable.organisation.Deadlines;
import org.answerable.organisation.Sensitivity;
import org.answerable.platform.Ids;
import org.answerable.responselog.Entry;
import org.answerable.responselog.EntryStaged;
import org.answerable.responselog.ReceiptIssued;
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
  private final Ids ids;

  FeedbackTalk(FlowEngine engine, Phrases phrases, Ids ids) {
    this.engine = engine;
    this.phrases = phrases;
    this.ids = ids;
  }

  /** A text that is no answer: more of the open feedback, or a new one. */
  Decision wrote(Situation situation) {
    OpenFeedback open = situation.talk().open();
    return open != null ? added(situation, open) : given(situation);
  }

  /** The same where nothing may be sent: no question is asked either. */
  Decision taken(Situation situation) {
    OpenFeedback open = situation.talk().open();
    if (open != null) {
      return added(situation, open);
    }
    Begun begun = begin(situation);
    return decide(situation, Reply.NOTHING, begun.open, null, begun.effects);
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

  private Decision given(Situation situation) {
    Begun begun = begin(situation);
    if (situation.text().cut()) {
      Reply reply = phrases.say(situation, "too-long", begun.open.receipt(), null);
      return decide(situation, reply, begun.open, null, begun.effects);
    }
    Sprint questions =
        engine.start(FLOW, phrases.context(situation, begun.open.receipt(), begun.open.due()));
    return decide(
        situation,
        Spoken.of(questions.events()),
        begun.open,
        encoded(questions.session()),
        begun.effects);
  }

  private Begun begin(Situation situation) {
    String organisation = situation.home().id();
    LocalDate today = situation.today();
    LocalDate due = new Deadlines(situation.home()).longest(today);
    UUID feedback = ids.uuid();
    String receipt = ids.receipt();
    CommittedText text = committed(situation, ids.reference());
    var effects =
        List.of(
            new FeedbackGiven(
                organisation,
                feedback,
                today,
                text,
                SlotNumber.afterHold(
                    situation.now(), situation.home().hold(), situation.home().slot()),
                Source.TEXT,
                Sensitivity.S0,
                null,
                null),
            staged(text, today),
            new ReceiptIssued(
                organisation,
                receipt,
                text.commitment(),
                situation.person().ownerTag(feedback),
                today,
                due),
            new RouteMade(organisation, feedback, situation.person().who()));
    return new Begun(new OpenFeedback(feedback, text.reference(), receipt, due, 1), effects);
  }

  private Decision added(Situation situation, OpenFeedback open) {
    LocalDate today = situation.today();
    CommittedText text = committed(situation, open.reference());
    List<Effect> effects =
        List.of(
            new FeedbackAdded(situation.home().id(), open.feedback(), open.texts(), today, text),
            staged(text, today));
    String key = situation.text().cut() ? "too-long" : "added";
    Reply reply = phrases.say(situation, key, open.receipt(), null);
    return decide(situation, reply, open.next(), situation.talk().asked(), effects);
  }

  private Decision apply(Situation situation, OpenFeedback open, Sprint sprint) {
    String topic = null;
    Boolean consent = null;
    Settings settings = situation.person().settings();
    for (Event event : sprint.events()) {
      if (event instanceof Event.ResultSet(String name, String value, String category)) {
        switch (name) {
          case TOPIC -> topic = value;
          case CONSENT -> consent = value.equals("publish");
          case WAY -> settings = settings.withWay(way(value));
          default -> {} // a question of the organisation's own
        }
      }
    }
    boolean through = sprint.session() == null;
    var effects = new ArrayList<Effect>();
    if (topic != null || consent != null || through) {
      effects.add(
          new FeedbackDetailed(
              situation.home().id(),
              ids.uuid(),
              open.feedback(),
              open.texts(),
              topic,
              consent,
              null,
              through));
    }
    Reply reply = Spoken.of(sprint.events());
    return decide(situation, reply, open.next(), encoded(sprint.session()), effects)
        .withSettings(settings);
  }

  private static AnswerWay way(String value) {
    return value.equals("here") ? AnswerWay.HERE : AnswerWay.NOT_AT_ALL;
  }

  private CommittedText committed(Situation situation, String reference) {
    return new CommittedText(
        situation.home().id(),
        ids.uuid(),
        reference,
        situation.text().words(),
        ids.salt(),
        ids.salt());
  }

  /** Under the text's own id: as long as it is staged, a slot leaves the text in the intake. */
  private EntryStaged staged(CommittedText text, LocalDate today) {
    return new EntryStaged(
        text.organisation(), text.part(), new Entry.Committed(today, text.commitment()));
  }

  private static Decision decide(
      Situation situation,
      Reply reply,
      OpenFeedback open,
      byte @Nullable [] asked,
      List<? extends Effect> effects) {
    return situation.decide(
        reply,
        situation.talk().with(open, asked),
        situation.person().settings(),
        situation.person().stopped(),
        List.copyOf(effects));
  }

  private static byte @Nullable [] encoded(@Nullable Session session) {
    return session == null ? null : SessionCodec.encode(session);
  }

  private record Begun(OpenFeedback open, List<? extends Effect> effects) {}
}
