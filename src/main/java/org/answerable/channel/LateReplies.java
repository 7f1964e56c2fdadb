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

  /** What the person wants at this moment, whatever was true when their message was taken. */
  Wish wish(String organisation, Address to);

  /** The provider said that the person stopped us there: that counts as STOP. */
  void stopped(String organisation, Address to);

  /** The provider said that there is no such phone: it is forgotten. */
  void gone(String organisation, Address to);

  /** Whether a reply may go to somebody. */
  enum Wish {
    NOW,
    /** They want no text before an hour that is to come. */
    LATER,
    /** They have stopped us, or asked for silence. */
    NEVER
  }

  /** The reply to one is sent, or there is none. */
  void given(String organisation, String channel, String id);
}
