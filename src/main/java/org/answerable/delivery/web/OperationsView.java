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
    List<Aside> texts) {
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
   * What was set aside with one reason.
   *
   * @param channel names it in the form, with the key; empty: whichever
   * @param key names it in the form
   * @param retried whether it can be tried again together
   */
  public record Aside(String reason, String count, String channel, String key, boolean retried) {}
}
