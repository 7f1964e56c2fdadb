package org.answerable.constituent;

import java.util.UUID;
import org.answerable.channel.Address;
import org.jspecify.annotations.Nullable;

/** How an answer may reach the person who asked; read at the moment of sending. */
public sealed interface Way {
  /**
   * By text.
   *
   * @param quiet when nothing is sent to them; null: never so
   */
  record Reach(UUID who, Address address, String language, @Nullable QuietHours quiet)
      implements Way {
    /** Whoever wants texts at any hour. */
    public Reach(UUID who, Address address, String language) {
      this(who, address, language, null);
    }

    @Override
    public String toString() {
      return "Reach[redacted]";
    }
  }

  /** Never, until they write START. */
  record Stopped() implements Way {}

  /** They asked for no texts, and look with STATUS. */
  record NotAsked() implements Way {}

  /** The vault no longer knows them. */
  record Forgotten() implements Way {}
}
