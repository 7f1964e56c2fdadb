package org.answerable.channel.simulator;

/**
 * One text on a simulated phone's screen.
 *
 * @param asks whether it offers choices
 */
public record PhoneText(From from, String body, boolean asks) {
  /** Who wrote it, and whether it left the phone. */
  public enum From {
    MEMBER,
    /** The line could not take it. */
    MEMBER_NOT_SENT,
    LINE
  }

  public PhoneText(From from, String body) {
    this(from, body, false);
  }

  @Override
  public String toString() {
    return "PhoneText[" + from + ", redacted]";
  }
}
