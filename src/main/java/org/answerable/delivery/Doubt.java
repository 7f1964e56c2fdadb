package org.answerable.delivery;

import java.util.UUID;

/**
 * A response that is set aside: it did not leave, or nobody knows.
 *
 * @param round 1 at first; one more each time that somebody has it sent again
 */
public record Doubt(String organisation, UUID response, int round) {}
