package org.answerable.conversation.decision;

import java.util.Optional;
import org.answerable.flow.Context;
import org.answerable.flow.Event;
import org.answerable.flow.FlowEngine;
import org.answerable.flow.Input;
import org.answerable.flow.Session;
import org.answerable.flow.Sprint;

/**
 * A question that a text asked which went out, as a flow of one question: no session waits for its
 * answer, so it is begun anew when one may have come.
 */
public final class SentQuestion {
  private final FlowEngine engine;
  private final String flow;
  private final String result;

  /**
   * @param flow the flow's name
   * @param result under which it keeps what was answered
   */
  private SentQuestion(FlowEngine engine, String flow, String result) {
    this.engine = engine;
    this.flow = flow;
    this.result = result;
  }

  /** "Did the answer help?" */
  public static SentQuestion helped(FlowEngine engine) {
    return new SentQuestion(engine, "did-it-help", "helped");
  }

  /** "May this be public?" */
  public static SentQuestion wordsShown(FlowEngine engine) {
    return new SentQuestion(engine, "show-words", "allowed");
  }

  /** The question in its own words, choices and all. */
  public String text(Context context) {
    return Spoken.of(engine.start(flow, context).events()).texts().getFirst().body();
  }

  /** What the flow does with a text. */
  Sprint said(CleanText text, Context context) {
    Sprint begun = engine.start(flow, context);
    Session session = begun.session();
    return session == null ? begun : engine.resume(session, new Input(text.words()), context);
  }

  /** What was answered; empty: the text is something else. */
  Optional<String> answer(Sprint sprint) {
    return Spoken.answers(sprint.events())
        ? sprint.events().stream()
            .filter(Event.ResultSet.class::isInstance)
            .map(Event.ResultSet.class::cast)
            .filter(set -> set.name().equals(result))
            .map(Event.ResultSet::value)
            .findFirst()
        : Optional.empty();
  }
}
