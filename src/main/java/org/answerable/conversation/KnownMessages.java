package org.answerable.conversation;

import java.nio.ByteBuffer;
import java.util.Collection;
import java.util.Set;

/** The messages that were committed, by the keyed hash of the provider's id. */
public interface KnownMessages {
  /** Those of the ids, each 32 bytes, that are known. */
  Set<ByteBuffer> of(String organisation, int epoch, Collection<byte[]> ids);
}
