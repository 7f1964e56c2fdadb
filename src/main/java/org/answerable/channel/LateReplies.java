package org.answerable.channel;

import java.util.Collection;

/**
 * Replies to messages that no webhook brought: nothing waits for them, so they are sent. They are
 * owed before their message is taken, and until they are sent; what is owed does not count as
 * {@link TakenMessages taken}.
 */
public interface LateReplies {
  /**
   * The replies to these messages are to be sent.
   *
   * @param ids the provider's
   */
  void owe(String organisation, String channel, Collection<String> ids);

  /** The reply to one is sent, or there is none. */
  void given(String organisation, String channel, String id);
}
