package org.answerable.conversation;

import java.nio.ByteBuffer;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Set;

/** Messages whose replies have yet to be sent, by the keyed hash of the provider's id, 32 bytes. */
public interface OwedReplies {
  /**
   * Notes them, once each, and forgets those from before a day: nobody can ask for them any more.
   */
  void add(String organisation, Collection<byte[]> ids, LocalDate today, LocalDate before);

  /** Those of the ids that are owed. */
  Set<ByteBuffer> of(String organisation, Collection<byte[]> ids);

  void remove(String organisation, Collection<byte[]> ids);
}
