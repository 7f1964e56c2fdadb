package org.answerable.constituent;

import java.util.UUID;
import org.answerable.channel.Address;

/** How an answer may reach the person who asked; read at the moment of sending. */
public sealed interface Way {
  /** By text, as they chose. */
  record Reach(UUID who, Address address, Settings settings) implements Way {
    /** Whoever chose their language alone. */
    public Reach(UUID who, Address address, String language) {
      this(who, address, new Settings(language, AnswerWay.HERE));
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
