package org.answerable.delivery;

import java.util.UUID;

/**
 * A response of which nobody knows whether it left.
 *
 * @param round 1 at first; one more each time that somebody has it sent again
 */
public record Doubt(String organisation, UUID response, int round) {}
