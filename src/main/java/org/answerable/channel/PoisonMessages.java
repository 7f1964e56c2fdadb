package org.answerable.channel;

/** Where channels tell of messages that could not be taken, try after try, and were set aside. */
public interface PoisonMessages {
  /**
   * Notes one that was read, so that it can be tried again, which nobody sees the words of.
   *
   * @see #setAside(String, String, byte[], String)
   */
  default boolean setAside(IncomingMessage message, byte[] idHash, String reason) {
    return setAside(message.organisation(), message.address().channel(), idHash, reason);
  }

  /**
   * Notes one, so that whoever runs the instance sees that there was one. Nothing of what it says
   * or who sent it is kept: their own phone has the only copy.
   *
   * @param idHash of the provider's name for it; the same one is counted once
   * @param reason the class of what went wrong, never its message
   * @return false: it could not be noted, and must not be given up yet
   */
  boolean setAside(String organisation, String channel, byte[] idHash, String reason);
}
