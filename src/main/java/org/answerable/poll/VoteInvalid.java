package org.answerable.poll;

import org.answerable.effect.Effect;

/**
 * A text was meant as a vote in an open poll and could not be read, and its sender was told why. It
 * is counted, whatever they send after it, and says of nobody that it was theirs.
 *
 * @param poll its reference
 */
public record VoteInvalid(String organisation, String poll) implements Effect {}
