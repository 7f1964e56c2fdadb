package org.answerable.channel;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One message as a channel proved and normalised it.
 *
 * @param id the provider's id of it, stable over repeats; unique within the channel
 * @param text as written; may be empty, odd or long, the conversation decides
 * @param manner what was done to send it
 * @param at when it reached us; kept nowhere
 * @param answered null: the provider left it to us
 */
public record IncomingMessage(
    String organisation,
    String id,
    Address address,
    String text,
    Manner manner,
    Instant at,
    @Nullable AnsweredByProvider answered) {

  /** A text that was written. */
  public IncomingMessage(String organisation, String id, Address address, String text, Instant at) {
    this(organisation, id, address, text, new Manner.Wrote(), at);
  }

  /** One that the provider left to us. */
  public IncomingMessage(
      String organisation, String id, Address address, String text, Manner manner, Instant at) {
    this(organisation, id, address, text, manner, at, null);
  }

  @Override
  public String toString() {
    return "IncomingMessage[" + organisation + ", " + address.channel() + ", redacted]";
  }
}
