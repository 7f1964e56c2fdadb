package org.answerable.channel;

import java.util.Collection;
import java.util.Set;

/** What a channel may ask before it has a provider forget what it delivered. */
public interface TakenMessages {
  /**
   * Those of a channel's messages whose effects are committed, and whose replies are not owed; of
   * the others nothing is known, and the provider's copy may be the only one.
   *
   * @param ids the provider's
   */
  Set<String> taken(String organisation, String channel, Collection<String> ids);
}
