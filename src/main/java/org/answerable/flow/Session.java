package org.answerable.flow;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a conversation waits. Immutable, and small: {@link FlowLimits#SESSION_BYTES} when kept.
 *
 * @param results one a name, in the order they were first set
 */
public record Session(String flow, String node, List<Result> results) {
  public Session {
    results = List.copyOf(results);
  }

  /** The value of a result, or null if there is none. */
  public @Nullable String value(String name) {
    for (Result result : results) {
      if (result.name().equals(name)) {
        return result.value();
      }
    }
    return null;
  }

  @Override
  public String toString() {
    return "Session[" + flow + ", " + node + "]";
  }
}
