package org.answerable.channel;

import java.util.List;
import org.answerable.organisation.Organisation;

/** One kind of channel (Twilio, the simulator): opens those that an organisation declares. */
public interface ChannelKind {
  /** The organisation's channels of this kind, ready to send. */
  List<Channel> of(Organisation organisation);
}
