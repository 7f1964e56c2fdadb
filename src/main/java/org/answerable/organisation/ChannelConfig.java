package org.answerable.organisation;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/** A channel as the organisation's file declares it. */
public sealed interface ChannelConfig {
  /** Unique in the instance; stands in the webhook's URL. */
  String id();

  /** The kind's word. Two numbers of one kind know the same people. */
  default String kind() {
    return switch (this) {
      case Simulator simulator -> "simulator";
      case Twilio twilio -> "sms";
    };
  }

  /** The phone simulator; in the demo only. */
  record Simulator(String id) implements ChannelConfig {}

  /**
   * Text messages through Twilio.
   *
   * @param from the number that members text, E.164
   * @param apiUrl the base that stands in for Twilio's own; null: Twilio's
   */
  record Twilio(String id, String accountSid, String authToken, String from, @Nullable URI apiUrl)
      implements ChannelConfig {
    @Override
    public String toString() {
      return "Twilio[" + id + "]";
    }
  }
}
