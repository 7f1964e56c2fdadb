package org.answerable.conversation;

import java.nio.ByteBuffer;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.answerable.channel.TakenMessages;

/** Asks the ledger, which knows no provider's id but its keyed hash, for two epochs. */
final class LedgerOfTaken implements TakenMessages {
  private final Seals seals;
  private final KnownMessages known;

  LedgerOfTaken(Seals seals, KnownMessages known) {
    this.seals = seals;
    this.known = known;
  }

  @Override
  public Set<String> taken(String organisation, String channel, Collection<String> ids) {
    int living = seals.epoch(organisation);
    var taken = new HashSet<String>();
    for (int epoch = living; epoch >= Math.max(1, living - 1); epoch--) {
      taken.addAll(takenIn(epoch, organisation, channel, ids));
    }
    return taken;
  }

  private Set<String> takenIn(
      int epoch, String organisation, String channel, Collection<String> ids) {
    var byHash = new HashMap<ByteBuffer, String>();
    for (String id : ids) {
      byHash.put(ByteBuffer.wrap(seals.messageId(organisation, channel, id, epoch)), id);
    }
    var hashes = byHash.keySet().stream().map(ByteBuffer::array).toList();
    return known.of(organisation, epoch, hashes).stream()
        .map(byHash::get)
        .collect(Collectors.toUnmodifiableSet());
  }
}
