package org.answerable.conversation.decision;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.answerable.channel.Reply;
import org.answerable.conversation.decision.Talk.OpenFeedback;
import org.answerable.effect.Effect;
import org.answerable.flow.FlowEngine;
import org.answerable.flow.Input;
import org.answerable.flow.Session;
import org.answerable.flow.SessionCodec;
import org.answerable.flow.Sprint;
import org.answerable.intake.Aside;
import org.answerable.intake.words.Found;
import org.jspecify.annotations.Nullable;

/**
 * What an open question does with a text that does not answer it. Nobody is asked for ever: the
 * flow says after how many such texts a question is asked in shorter words, and given up.
 */
final class MissTalk {
  private final FlowEngine engine;
  private final Phrases phrases;
  private final Taken taken;

  MissTalk(FlowEngine engine, Phrases phrases, Taken taken) {
    this.engine = engine;
    this.phrases = phrases;
    this.taken = taken;
  }

  /**
   * What came of a text that answers nothing.
   *
   * @param question what is open now, encoded; null: nothing
   * @param said by the question itself; empty: nothing
   * @param over whether the questions ended with it
   */
  record Missed(byte @Nullable [] question, Reply said, boolean over) {
    @Override
    public String toString() {
      return "Missed[redacted]";
    }
  }

  /** Words that are more of a feedback, while a question about it is open. */
  Missed words(Situation situation) {
    return Question.open(situation, phrases)
        .filter(question -> !question.menu())
        .flatMap(question -> missed(situation, question))
        .map(sprint -> new Missed(encoded(sprint.session()), said(sprint), ended(sprint)))
        .orElseGet(() -> new Missed(situation.talk().asked(), Reply.NOTHING, false));
  }

  /** The open question once more, which counts as no try; empty: nothing is asked. */
  Optional<Reply> again(Situation situation) {
    return Question.open(situation, phrases)
        .map(question -> said(engine.ask(question.session(), question.context())));
  }

  /** A number that is none of those that were offered; empty: nothing was asked. */
  Optional<Decision> number(Situation situation, Found found) {
    return Question.open(situation, phrases)
        .flatMap(
            question ->
                missed(situation, question)
                    .map(sprint -> number(situation, found, question, sprint)));
  }

  private Decision number(Situation situation, Found found, Question question, Sprint sprint) {
    Session open = sprint.session();
    Reply said = said(sprint);
    Reply reply =
        said.texts().isEmpty() && open != null ? said(engine.ask(open, question.context())) : said;
    List<Effect> effects = new ArrayList<>(taken.aside(situation, found, Aside.NUMBER));
    OpenFeedback feedback = situation.talk().open();
    if (question.menu() || feedback == null) {
      return situation.decide(reply, menu(situation.talk(), open), effects);
    }
    if (open == null) {
      effects.add(taken.detailed(situation, feedback, null, null, true));
      feedback = feedback.next();
    }
    return situation.decide(reply, situation.talk().with(feedback, encoded(open)), effects);
  }

  /** Once the menu is given up, the question that it pushed aside comes back. */
  private static Talk menu(Talk talk, @Nullable Session open) {
    return open == null
        ? talk.backTo(talk.behind())
        : talk.askingFirst(SessionCodec.encode(open), talk.behind());
  }

  /** Empty where the question stands in no flow any more. */
  private Optional<Sprint> missed(Situation situation, Question question) {
    Input input = new Input(situation.text().words());
    Sprint sprint = engine.resume(question.session(), input, question.context());
    return Spoken.isMiss(sprint.events()) ? Optional.of(sprint) : Optional.empty();
  }

  private static boolean ended(Sprint sprint) {
    return sprint.session() == null;
  }

  private static Reply said(Sprint sprint) {
    return Spoken.of(sprint.events());
  }

  private static byte @Nullable [] encoded(@Nullable Session session) {
    return session == null ? null : SessionCodec.encode(session);
  }
}
