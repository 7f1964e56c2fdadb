package org.answerable.conversation;

import java.util.Optional;
import java.util.UUID;

/** A copy of sessions near at hand. Whatever fails in it, the conversation goes on without. */
public interface SessionCache {
  Optional<SealedSession> find(String organisation, UUID who);

  void put(String organisation, UUID who, SealedSession session);

  void evict(String organisation, UUID who);
}
