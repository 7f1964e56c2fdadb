package org.answerable.channel;

/** A channel that the demo takes texts from and sends nothing to: it leads out of this machine. */
public record UncalledChannel(String organisation, String id) implements Channel {
  @Override
  public SendResult send(OutgoingMessage message) {
    return new SendResult.Failed("the demo calls nobody outside of this machine");
  }
}
