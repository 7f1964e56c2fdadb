package org.answerable.channel.twilio;

import java.util.Map;

/** Every number's line, by the channel's id. */
record TwilioLines(Map<String, Line> byChannel) {
  TwilioLines {
    byChannel = Map.copyOf(byChannel);
  }

  Line of(String channel) {
    Line line = byChannel.get(channel);
    if (line == null) {
      throw new IllegalArgumentException("no line " + channel);
    }
    return line;
  }

  @Override
  public String toString() {
    return "TwilioLines[redacted]";
  }
}
