package org.answerable.constituent;

import java.util.UUID;
import org.answerable.effect.Effect;

/**
 * Which person the answer to a feedback goes to.
 *
 * @param who sealed
 */
public record RouteMade(String organisation, UUID feedback, int epoch, byte[] who)
    implements Effect {}
