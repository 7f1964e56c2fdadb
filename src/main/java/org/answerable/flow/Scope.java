package org.answerable.flow;

import org.jspecify.annotations.Nullable;

/** What the names in an expression stand for. */
interface Scope {
  /** The value of a name in lower case, or null if there is no such name. */
  @Nullable Value get(String name);
}
