package org.answerable.channel.simulator;

/** One text on a simulated phone's screen. */
public record PhoneText(From from, String body) {
  /** Who wrote it, and whether it left the phone. */
  public enum From {
    MEMBER,
    /** The line could not take it. */
    MEMBER_NOT_SENT,
    LINE
  }

  @Override
  public String toString() {
    return "PhoneText[" + from + ", redacted]";
  }
}
