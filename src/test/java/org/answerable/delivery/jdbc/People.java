package org.answerable.delivery.jdbc;

import static java.util.Objects.requireNonNull;

import java.nio.ByteBuffer;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.answerable.channel.Address;
import org.answerable.constituent.AnswerWay;
import org.answerable.constituent.Constituent;
import org.answerable.constituent.ConstituentMet;
import org.answerable.constituent.Constituents;
import org.answerable.constituent.Settings;
import org.answerable.constituent.Vault;
import org.answerable.organisation.Organisation;

/** The vault's rows in memory. */
final class People implements Constituents {
  private final Map<UUID, Constituent> met = new ConcurrentHashMap<>();
  private final Map<UUID, Kept> kept = new ConcurrentHashMap<>();
  private final Map<UUID, Row> people = new ConcurrentHashMap<>();
  private final Map<UUID, byte[]> routes = new ConcurrentHashMap<>();

  /** Somebody who has written before. */
  UUID add(Vault vault, Organisation home, AnswerWay way, Address address) {
    return add(vault, home, new Settings("en", way), address);
  }

  UUID add(Vault vault, Organisation home, Settings settings, Address address) {
    var stranger = vault.who(home, address, TODAY);
    var person =
        new Constituent(
            home.id(),
            stranger.who(),
            true,
            settings,
            false,
            null,
            stranger.seen(),
            stranger.key());
    people.put(person.who(), vault.row(new ConstituentMet(person, address)));
    met.put(person.who(), person);
    return person.who();
  }

  /** As the vault knows them. */
  Constituent person(UUID who) {
    return requireNonNull(met.get(who));
  }

  void add(UUID feedback, byte[] route) {
    routes.put(feedback, route);
  }

  /** They wrote on that day. */
  void write(UUID who, LocalDate day) {
    people.computeIfPresent(
        who,
        (id, row) ->
            new Row(
                id,
                row.epoch(),
                row.dataKey(),
                row.address(),
                row.settings(),
                row.stopped(),
                row.muted(),
                day));
  }

  void forget(UUID who) {
    people.remove(who);
  }

  @Override
  public void forget(String organisation, UUID who) {
    forget(who);
  }

  boolean hasStopped(UUID who) {
    return byId("", who).orElseThrow().stopped();
  }

  @Override
  public Optional<Row> byLookup(String organisation, int epoch, byte[] lookup) {
    return Optional.empty();
  }

  @Override
  public Optional<Row> byId(String organisation, UUID who) {
    return Optional.ofNullable(people.get(who));
  }

  @Override
  public List<Row> after(String organisation, UUID who, int limit) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Optional<byte[]> route(String organisation, UUID feedback) {
    return Optional.ofNullable(routes.get(feedback));
  }

  @Override
  public void stop(String organisation, UUID who) {
    people.computeIfPresent(
        who,
        (id, row) ->
            new Row(
                id,
                row.epoch(),
                row.dataKey(),
                row.address(),
                row.settings(),
                true,
                row.muted(),
                row.seen()));
  }

  @Override
  public void mute(String organisation, UUID who, LocalDate until) {
    throw new UnsupportedOperationException("nobody is muted here");
  }

  @Override
  public void keep(Kept answer) {
    kept.put(answer.answer(), answer);
  }

  @Override
  public List<Kept> kept(String organisation, byte[] tag) {
    return kept.values().stream().filter(one -> Arrays.equals(one.tag(), tag)).toList();
  }

  Set<ByteBuffer> keptTags() {
    return kept.values().stream()
        .map(one -> ByteBuffer.wrap(one.tag()))
        .collect(Collectors.toUnmodifiableSet());
  }

  @Override
  public void ask(Asked question) {}

  @Override
  public Optional<byte[]> asked(String organisation, byte[] tag) {
    return Optional.empty();
  }

  @Override
  public void dropKept(String organisation, LocalDate before) {
    kept.values().removeIf(one -> one.day().isBefore(before));
  }

  static final LocalDate TODAY = LocalDate.of(2026, 11, 24);
}
