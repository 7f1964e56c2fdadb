package org.answerable.channel;

/**
 * Where a constituent can be reached on a channel. It lives only between webhook and vault; its
 * text form redacts, so that no log line, exception or debugger string can carry it.
 *
 * @param channel the channel's id
 * @param value normalised once: E.164 for phones ({@code +254700000001})
 */
public record Address(String channel, String value) {
  @Override
  public String toString() {
    return "Address[" + channel + ", redacted]";
  }
}
