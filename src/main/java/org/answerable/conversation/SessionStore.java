package org.answerable.conversation;

import java.util.Optional;
import java.util.UUID;

/** Where sessions are found. PostgreSQL's decides; Redis' only makes it quick. */
public interface SessionStore {
  Optional<SealedSession> find(String organisation, UUID who);
}
