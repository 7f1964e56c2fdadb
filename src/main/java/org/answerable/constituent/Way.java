package org.answerable.constituent;

import java.time.LocalDate;
import java.util.UUID;
import org.answerable.channel.Address;

/** How an answer may reach the person who asked; read at the moment of sending. */
public sealed interface Way {
  /**
   * By text, as they chose.
   *
   * @param seen the last day on which they wrote
   */
  record Reach(UUID who, Address address, Settings settings, LocalDate seen) implements Way {

    @Override
    public String toString() {
      return "Reach[redacted]";
    }
  }

  /** Never, until they write START; and what came meanwhile with READ. */
  record Stopped(UUID who) implements Way {

    @Override
    public String toString() {
      return "Stopped[redacted]";
    }
  }

  /** They asked for no texts, and look with STATUS and READ. */
  record NotAsked(UUID who) implements Way {

    @Override
    public String toString() {
      return "NotAsked[redacted]";
    }
  }

  /** The vault no longer knows them. */
  record Forgotten() implements Way {}
}
