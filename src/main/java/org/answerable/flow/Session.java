package org.answerable.flow;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a conversation waits. Immutable, and small: {@link FlowLimits#SESSION_BYTES} when kept.
 *
 * @param results one a name, in the order they were first set
 * @param misses texts that answered nothing since the question was asked
 * @param page of its choices that was shown last, from 0
 */
public record Session(String flow, String node, List<Result> results, int misses, int page) {
  public Session {
    results = List.copyOf(results);
  }

  /** As it is when a question was just asked. */
  public Session(String flow, String node, List<Result> results) {
    this(flow, node, results, 0, 0);
  }

  /** One more text that answers nothing; past the limit they are not counted any more. */
  Session missed() {
    int more = Math.min(misses + 1, FlowLimits.MISSES_BEFORE_WAY_OUT);
    return new Session(flow, node, results, more, page);
  }

  Session at(int otherPage) {
    return new Session(flow, node, results, misses, otherPage);
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
