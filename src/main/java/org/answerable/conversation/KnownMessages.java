package org.answerable.conversation;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;

/** The messages that were committed, by the keyed hash of the provider's id. */
public interface KnownMessages {
  /** From when on all messages that were committed are known; empty: ever since the first. */
  Optional<Instant> since(String organisation);

  /** Those of the ids, each 32 bytes, that are known. */
  Set<ByteBuffer> of(String organisation, int epoch, Collection<byte[]> ids);
}
