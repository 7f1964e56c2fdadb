package org.answerable.delivery;

import java.time.Instant;
import java.util.UUID;

/**
 * A response on its way to the person who asked.
 *
 * @param number of the feedback's step: a person gets a feedback's responses in this order
 * @param response its id; one response is handed to delivery once
 * @param text what the person gets, without the receipt: delivery puts {@code 4821-9307: } before
 *     it
 * @param due not before this moment
 */
public record Outgoing(
    String organisation, UUID feedback, int number, UUID response, String text, Instant due) {
  @Override
  public String toString() {
    return "Outgoing[" + organisation + ", redacted]";
  }
}
