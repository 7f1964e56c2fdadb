package org.answerable.conversation;

/**
 * A session as it is kept.
 *
 * @param turn the compare-and-set number
 * @param epoch of the key that the state is under
 */
public record SealedSession(long turn, int epoch, byte[] state) {}
