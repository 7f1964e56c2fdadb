package org.answerable.poll;

import org.answerable.effect.Effect;

/**
 * A vote came after the last day, and its sender was told that it is over.
 *
 * @param poll its reference, as far as anybody can tell which one was meant
 */
public record VoteLate(String organisation, String poll) implements Effect {}
