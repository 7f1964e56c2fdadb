package org.answerable.channel;

import java.util.List;
import org.answerable.testing.StandInTwilio.Answer;

/** One kind of channel, as the contract test drives it. */
public interface ChannelFixture extends AutoCloseable {
  String ORGANISATION = "baraza";

  Channel channel();

  /** A phone on it. */
  Address phone();

  /** Lets the provider answer so from now on; false: this channel's provider never does. */
  boolean answers(Answer answer);

  /** Whether the provider takes such a text at all; where not, it is never sent. */
  default boolean carries(String text) {
    return true;
  }

  /** Whether the provider tells what it took. */
  default boolean canBeAsked() {
    return true;
  }

  /** What the provider was given for that phone, whatever it answered. */
  List<String> given();

  /**
   * The phone sends a text.
   *
   * @return what the phone is told at once
   */
  List<String> write(String text, Inbound inbound) throws Exception;

  @Override
  void close();
}
