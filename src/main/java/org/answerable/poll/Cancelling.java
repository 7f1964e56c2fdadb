package org.answerable.poll;

import java.util.List;
import java.util.UUID;

/**
 * Somebody wants a poll cancelled; another one has to agree.
 *
 * @param by the leader
 * @param line who let them in, the first one first
 * @param reason public once it is cancelled
 */
public record Cancelling(UUID by, List<UUID> line, String reason) {
  public Cancelling {
    line = List.copyOf(line);
  }

  @Override
  public String toString() {
    return "Cancelling[redacted]";
  }
}
