package org.answerable.channel;

import java.time.Instant;

/**
 * One message as a channel proved and normalised it.
 *
 * @param id the provider's id of it, stable over repeats; unique within the channel
 * @param text as written; may be empty, odd or long, the conversation decides
 * @param manner what was done to send it
 * @param at when it reached us; kept nowhere
 */
public record IncomingMessage(
    String organisation, String id, Address address, String text, Manner manner, Instant at) {

  /** A text that was written. */
  public IncomingMessage(String organisation, String id, Address address, String text, Instant at) {
    this(organisation, id, address, text, new Manner.Wrote(), at);
  }

  @Override
  public String toString() {
    return "IncomingMessage[" + organisation + ", " + address.channel() + ", redacted]";
  }
}
