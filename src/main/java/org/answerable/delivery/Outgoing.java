package org.answerable.delivery;

import java.time.Instant;
import java.util.UUID;

/**
 * A response on its way to the person who asked.
 *
 * @param number of the feedback's step: a person gets a feedback's responses in this order
 * @param response its id; one response is handed to delivery once
 * @param text what the person gets, without the receipt: delivery puts {@code 4821-9307: } before
 *     it, unless it is told not to
 * @param due not before this moment
 * @param receipt false: nothing stands before the text, which then can't be told from a friend's
 * @param once its words are never sent a second time but by a person who decided so: what accuses
 *     or endangers somebody is worse twice than late
 * @param question the text asks something back: delivery writes around it what belongs there, and
 *     what the person writes next is about it
 */
public record Outgoing(
    String organisation,
    UUID feedback,
    int number,
    UUID response,
    String text,
    Instant due,
    boolean receipt,
    boolean once,
    boolean question) {
  /** A response. */
  public Outgoing(
      String organisation,
      UUID feedback,
      int number,
      UUID response,
      String text,
      Instant due,
      boolean receipt,
      boolean once) {
    this(organisation, feedback, number, response, text, due, receipt, once, false);
  }

  @Override
  public String toString() {
    return "Outgoing[" + organisation + ", redacted]";
  }
}
