package org.answerable.platform;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/** Which addresses are of this machine. */
public final class Loopback {
  private Loopback() {}

  /** By what is written, without asking a name server: its answer may change. */
  public static boolean is(@Nullable URI url) {
    String host = url == null ? null : url.getHost();
    return host != null
        && (host.equals("localhost")
            || host.equals("[::1]")
            || host.matches("127\\.[0-9]{1,3}\\.[0-9]{1,3}\\.[0-9]{1,3}"));
  }
}
