package org.answerable.channel;

import java.net.URI;
import org.answerable.platform.Loopback;
import org.jspecify.annotations.Nullable;

/**
 * Whom this instance may call: the demo calls nobody outside of this machine.
 *
 * @param onlyLoopback whether it is one that doesn't
 */
public record Reachable(boolean onlyLoopback) {
  /**
   * @param apiUrl null: the provider's own, which is elsewhere
   */
  public boolean isCalled(@Nullable URI apiUrl) {
    return !onlyLoopback || Loopback.is(apiUrl);
  }
}
