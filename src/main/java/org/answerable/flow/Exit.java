package org.answerable.flow;

import org.jspecify.annotations.Nullable;

/**
 * The way out of a node.
 *
 * @param to the next node; null ends the flow
 */
public record Exit(@Nullable String to) {
  public static final Exit END = new Exit(null);
}
