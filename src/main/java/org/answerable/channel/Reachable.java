package org.answerable.channel;

import java.net.URI;
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
    return !onlyLoopback || isLoopback(apiUrl);
  }

  /** By what is written, without asking a name server: its answer may change. */
  public static boolean isLoopback(@Nullable URI url) {
    String host = url == null ? null : url.getHost();
    return host != null
        && (host.equals("localhost")
            || host.equals("[::1]")
            || host.matches("127\\.[0-9]{1,3}\\.[0-9]{1,3}\\.[0-9]{1,3}"));
  }
}
