package org.answerable.conversation;

/**
 * A session as it is kept.
 *
 * @param turn the compare-and-set number
 * @param state sealed under the person's own key
 */
public record SealedSession(long turn, byte[] state) {}
