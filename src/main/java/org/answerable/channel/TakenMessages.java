package org.answerable.channel;

import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;

/** What a channel may ask before it has a provider forget what it delivered. */
public interface TakenMessages {
  /**
   * From when on what was taken is known as taken; empty: ever since the first. Keys that changed
   * twice within days leave it to be a while ago only.
   */
  default Optional<Instant> knownSince(String organisation) {
    return Optional.empty();
  }

  /**
   * Those of a channel's messages whose effects are committed, and whose replies are not owed; of
   * the others nothing is known, and the provider's copy may be the only one.
   *
   * @param ids the provider's
   */
  Set<String> taken(String organisation, String channel, Collection<String> ids);
}
