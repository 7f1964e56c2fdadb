package org.answerable.delivery.web;

import java.util.List;

/**
 * The page, in words.
 *
 * @param outbox what waits to leave
 * @param timers what is done from time to time, and when it last went well
 * @param channels how sending went
 * @param answers what was set aside and can be sent again
 * @param texts what could not be taken
 */
public record OperationsView(
    List<Line> outbox,
    List<Line> timers,
    List<Line> channels,
    List<Aside> answers,
    List<Line> texts) {
  public OperationsView {
    outbox = List.copyOf(outbox);
    timers = List.copyOf(timers);
    channels = List.copyOf(channels);
    answers = List.copyOf(answers);
    texts = List.copyOf(texts);
  }

  /**
   * A name and what is known.
   *
   * @param bad somebody should look into it
   */
  public record Line(String name, String value, boolean bad) {}

  /**
   * Answers with one reason.
   *
   * @param key names them in the form
   * @param retried whether they can be sent again together
   */
  public record Aside(String reason, String count, String key, boolean retried) {}
}
