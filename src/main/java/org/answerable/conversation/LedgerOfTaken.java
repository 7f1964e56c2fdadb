package org.answerable.conversation;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.Period;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.answerable.channel.Address;
import org.answerable.channel.LateReplies;
import org.answerable.channel.TakenMessages;
import org.answerable.constituent.Constituent;
import org.answerable.constituent.Vault;
import org.answerable.organisation.Organisation;
import org.answerable.organisation.Organisations;

/** Asks the ledger, which knows no provider's id but its keyed hash, for two epochs. */
final class LedgerOfTaken implements TakenMessages, LateReplies {
  /** Longer than a provider's list is looked back through. */
  private static final Period OWED_FOR = Period.ofDays(7);

  private final Vault vault;
  private final Seals seals;
  private final KnownMessages known;
  private final OwedReplies owed;
  private final Organisations organisations;
  private final InstantSource clock;

  LedgerOfTaken(
      Vault vault,
      Seals seals,
      KnownMessages known,
      OwedReplies owed,
      Organisations organisations,
      InstantSource clock) {
    this.vault = vault;
    this.seals = seals;
    this.known = known;
    this.owed = owed;
    this.organisations = organisations;
    this.clock = clock;
  }

  @Override
  public Optional<Instant> knownSince(String organisation) {
    return known.since(organisation);
  }

  @Override
  public Set<String> taken(String organisation, String channel, Collection<String> ids) {
    var taken = new HashSet<String>();
    var late = new HashSet<String>();
    for (int epoch : epochs(organisation)) {
      var byHash = byHash(epoch, organisation, channel, ids);
      var hashes = hashes(byHash);
      known.of(organisation, epoch, hashes).forEach(hash -> taken.add(byHash.get(hash)));
      owed.of(organisation, hashes).forEach(hash -> late.add(byHash.get(hash)));
    }
    taken.removeAll(late);
    return taken;
  }

  /** Under the living epoch alone: should that end meanwhile, both are looked for. */
  @Override
  public void owe(String organisation, String channel, Collection<String> ids) {
    var byHash = byHash(seals.epoch(organisation), organisation, channel, ids);
    LocalDate today = organisations.get(organisation).day(clock.instant());
    owed.add(organisation, hashes(byHash), today, today.minus(OWED_FOR));
  }

  @Override
  public void given(String organisation, String channel, String id) {
    List<byte[]> hashes =
        epochs(organisation).stream()
            .map(epoch -> seals.messageId(organisation, channel, id, epoch))
            .toList();
    owed.remove(organisation, hashes);
  }

  @Override
  public Wish wish(String organisation, Address to) {
    Organisation home = organisations.get(organisation);
    Instant now = clock.instant();
    Constituent person = vault.who(home, to, home.day(now));
    if (person.stopped() || person.settings().silent()) {
      return Wish.NEVER;
    }
    return Optional.ofNullable(person.settings().quiet())
        .flatMap(quiet -> quiet.endOf(now, home.timeZone()))
        .map(end -> Wish.LATER)
        .orElse(Wish.NOW);
  }

  @Override
  public void stopped(String organisation, Address to) {
    vault.stop(organisation, who(organisation, to));
  }

  @Override
  public void gone(String organisation, Address to) {
    vault.forget(organisation, who(organisation, to));
  }

  private UUID who(String organisation, Address to) {
    Organisation home = organisations.get(organisation);
    return vault.who(home, to, home.day(clock.instant())).who();
  }

  private List<Integer> epochs(String organisation) {
    int living = seals.epoch(organisation);
    return IntStream.rangeClosed(Math.max(1, living - 1), living).boxed().toList();
  }

  private Map<ByteBuffer, String> byHash(
      int epoch, String organisation, String channel, Collection<String> ids) {
    var byHash = new HashMap<ByteBuffer, String>();
    for (String id : ids) {
      byHash.put(ByteBuffer.wrap(seals.messageId(organisation, channel, id, epoch)), id);
    }
    return byHash;
  }

  private static List<byte[]> hashes(Map<ByteBuffer, String> byHash) {
    return byHash.keySet().stream().map(ByteBuffer::array).toList();
  }
}
