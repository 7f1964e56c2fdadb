package org.answerable.conversation;

import org.answerable.channel.Inbound;
import org.answerable.channel.IncomingMessage;
import org.answerable.channel.Reply;
import org.answerable.organisation.Lines;
import org.answerable.organisation.Organisations;

/** Takes nothing for an organisation whose line is closed: its provider tries again for a while. */
record OpenLines(Organisations organisations, Lines lines, Inbound inside) implements Inbound {
  @Override
  public Reply take(IncomingMessage message) {
    if (!lines.isOpen(organisations.get(message.organisation()))) {
      throw new Unavailable("the line of " + message.organisation() + " is closed");
    }
    return inside.take(message);
  }
}
