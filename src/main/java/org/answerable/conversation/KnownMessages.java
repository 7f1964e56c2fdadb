package org.answerable.conversation;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The messages that were committed, by the keyed hash of the provider's id. */
public interface KnownMessages {
  /** From when on all messages that were committed are known; empty: ever since the first. */
  Optional<Instant> since(String organisation);

  /**
   * What was said to the first of some messages that is known; the ids are one message's, each
   * under the key of its epoch.
   */
  Optional<KeptReply> reply(String organisation, Map<Integer, byte[]> idsByEpoch);

  /**
   * @param reply sealed
   */
  record KeptReply(byte[] id, byte[] reply) {}

  /** Those of the ids, each 32 bytes, that are known. */
  Set<ByteBuffer> of(String organisation, int epoch, Collection<byte[]> ids);
}
