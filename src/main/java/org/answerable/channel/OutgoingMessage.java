package org.answerable.channel;

/** One text to one address. There is no form that takes several. */
public record OutgoingMessage(Address to, String body) {
  @Override
  public String toString() {
    return "OutgoingMessage[" + to.channel() + ", redacted]";
  }
}
