package org.answerable.conversation;

import java.nio.ByteBuffer;
import java.util.Collection;
import java.util.HashMap;
import java.util.Set;
import java.util.stream.Collectors;
import org.answerable.channel.TakenMessages;

/** Asks the ledger, which knows no provider's id but its keyed hash. */
final class LedgerOfTaken implements TakenMessages {
  private final Seals seals;
  private final KnownMessages known;

  LedgerOfTaken(Seals seals, KnownMessages known) {
    this.seals = seals;
    this.known = known;
  }

  @Override
  public Set<String> taken(String organisation, String channel, Collection<String> ids) {
    var byHash = new HashMap<ByteBuffer, String>();
    ids.forEach(id -> byHash.put(ByteBuffer.wrap(seals.messageId(organisation, channel, id)), id));
    var hashes = byHash.keySet().stream().map(ByteBuffer::array).toList();
    return known.of(organisation, seals.epoch(organisation).epoch(), hashes).stream()
        .map(byHash::get)
        .collect(Collectors.toUnmodifiableSet());
  }
}
