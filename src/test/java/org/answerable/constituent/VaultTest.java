package org.answerable.constituent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.answerable.channel.Address;
import org.answerable.organisation.ChannelConfig;
import org.answerable.organisation.Organisation;
import org.answerable.platform.RandomIds;
import org.answerable.platform.keys.EpochKeys;
import org.answerable.platform.keys.LivingEpochs;
import org.answerable.platform.keys.RootKey;
import org.answerable.testing.AnOrganisation;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The vault over rows in memory; with the real database it is {@link VaultIT}. */
class VaultTest {
  private static final LocalDate DAY = LocalDate.of(2026, 11, 26);
  private static final Organisation HOME = AnOrganisation.with(new ChannelConfig.Simulator("line"));
  private static final Address HERS = new Address("line", "+254711000001");
  private static final Address HIS = new Address("line", "+254711000002");
  private final Rows rows = new Rows();
  private EpochKeys keys;
  private Vault vault;

  @BeforeEach
  void open(@TempDir Path folder) throws IOException {
    keys = new EpochKeys(folder, RootKey.openOrCreate(folder));
    keys.begin(HOME.id());
    vault = new Vault(rows, keys, new RandomIds());
  }

  @Test
  void takesSomebodyOverIntoTheNextEpoch() {
    Constituent before = meet(HERS);
    next();
    Constituents.Row moved = take(before);
    assertThat(moved.epoch()).isEqualTo(2);
    end();
    Constituent after = vault.who(HOME, HERS, DAY);
    assertThat(after.known()).isTrue();
    assertThat(after.who()).isEqualTo(before.who());
    assertThat(after.settings()).isEqualTo(before.settings());
    UUID feedback = new UUID(5, 5);
    assertThat(after.ownerTag(feedback)).isEqualTo(before.ownerTag(feedback));
  }

  @Test
  void findsPeopleUnderBothEpochsWhileOneChanges() {
    Constituent left = meet(HERS);
    Constituent taken = meet(HIS);
    next();
    take(taken);
    assertThat(vault.who(HOME, HERS, DAY).who()).isEqualTo(left.who());
    assertThat(vault.who(HOME, HIS, DAY).who()).isEqualTo(taken.who());
    assertThat(vault.who(HOME, new Address("line", "+254711000003"), DAY).known()).isFalse();
  }

  @Test
  void whoWasNotTakenOverIsSomebodyNew() {
    Constituent before = meet(HERS);
    next();
    end();
    Constituent stranger = vault.who(HOME, HERS, DAY);
    assertThat(stranger.known()).isFalse();
    assertThat(stranger.who()).isNotEqualTo(before.who());
    assertThat(stranger.seen()).isEqualTo(DAY);
    assertThat(stranger.stopped()).isFalse();
  }

  @Test
  void aRouteLeadsToItsPersonAndOpensForItsFeedbackOnly() {
    Constituent person = meet(HERS);
    UUID feedback = new UUID(6, 6);
    byte[] route = vault.route(new RouteMade(HOME.id(), feedback, person.who()));
    assertThat(vault.who(HOME.id(), feedback, route)).isEqualTo(person.who());
    assertThatThrownBy(() -> vault.who(HOME.id(), new UUID(6, 7), route))
        .isInstanceOf(IllegalStateException.class);
    rows.routes.put(feedback, route);
    assertThat(vault.way(HOME.id(), feedback))
        .isInstanceOfSatisfying(
            Way.Reach.class,
            reach -> {
              assertThat(reach.who()).isEqualTo(person.who());
              assertThat(reach.address()).isEqualTo(HERS);
            });
    rows.people.clear();
    assertThat(vault.way(HOME.id(), feedback)).isInstanceOf(Way.Forgotten.class);
    assertThat(vault.way(HOME.id(), new UUID(6, 8))).isInstanceOf(Way.Forgotten.class);
  }

  @Test
  void mutesWhomARouteLeadsToAndNobodyElse() {
    Constituent person = meet(HERS);
    UUID feedback = new UUID(6, 6);
    rows.routes.put(feedback, vault.route(new RouteMade(HOME.id(), feedback, person.who())));
    vault.mute(HOME.id(), feedback, DAY.plusDays(3));
    vault.mute(HOME.id(), new UUID(6, 9), DAY.plusDays(3));
    assertThat(rows.muted).containsExactly(person.who());
    vault.stop(HOME.id(), person.who());
    assertThat(rows.stopped).containsExactly(person.who());
    vault.forget(HOME.id(), person.who());
    assertThat(rows.people).isEmpty();
  }

  /** Whoever may write rows could otherwise make an address of what somebody chose. */
  @Test
  void whatIsSealedOpensInItsOwnColumnOnly() {
    Constituent person = meet(HERS);
    UUID feedback = new UUID(6, 6);
    rows.routes.put(feedback, vault.route(new RouteMade(HOME.id(), feedback, person.who())));
    Constituents.Row row = rows.of(person);
    var exchanged =
        new Constituents.Row(
            row.who(),
            row.epoch(),
            row.dataKey(),
            row.settings(),
            row.settings(),
            false,
            null,
            DAY);
    rows.people.put(row.who(), exchanged);
    assertThatThrownBy(() -> vault.way(HOME.id(), feedback))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void whatIsKeptForSomebodyOpensForThemOnly() {
    Constituent she = meet(HERS);
    Constituent he = meet(HIS);
    vault.keep(
        HOME.id(), she.who(), new KeptAnswer(new UUID(8, 8), DAY, "48219307", "It is back."));
    vault.keep(HOME.id(), new UUID(9, 9), new KeptAnswer(new UUID(8, 9), DAY, "1", "to nobody"));
    assertThat(vault.kept(she, "48219307"))
        .containsExactly(new KeptAnswer(new UUID(8, 8), DAY, "48219307", "It is back."));
    assertThat(vault.kept(he, "48219307")).isEmpty();
    assertThat(rows.kept).hasSize(1);
    Constituents.Kept row = rows.kept.getFirst();
    assertThat(vault.isKeptFor(she, row)).isTrue();
    assertThat(vault.isKeptFor(he, row)).isFalse();
    var elsewhere =
        new Constituents.Kept(
            row.organisation(), row.tag(), new UUID(8, 10), row.day(), row.sealed());
    assertThat(vault.isKeptFor(she, elsewhere)).as("under another answer's id").isFalse();
    vault.dropKept(HOME.id(), DAY.plusDays(1));
    assertThat(vault.kept(she, "48219307")).isEmpty();
  }

  @Test
  void aChannelThatIsNotDeclaredAnyMoreLeadsToNobodyUntilItIs() {
    Constituent before = meet(HERS);
    next();
    Organisation without = AnOrganisation.with(new ChannelConfig.Simulator("other"));
    Vault.Moved moved = vault.takeOver(without, rows.of(before));
    assertThat(moved.lookup()).isNotEqualTo(vault.lookup(HOME, HERS));
    rows.move(moved);
    Vault.Moved again = vault.takeOver(HOME, rows.of(before));
    assertThat(again.lookup()).isEqualTo(vault.lookup(HOME, HERS));
  }

  private Constituent meet(Address address) {
    Constituent stranger = vault.who(HOME, address, DAY);
    var met = new ConstituentMet(stranger, address);
    rows.add(vault.row(met), vault.lookup(HOME, address));
    return stranger;
  }

  private Constituents.Row take(Constituent person) {
    return rows.move(vault.takeOver(HOME, rows.of(person)));
  }

  private void next() {
    keys.make(HOME.id(), 2);
    keys.tell(HOME.id(), LivingEpochs.FIRST.next());
  }

  private void end() {
    LivingEpochs whole = LivingEpochs.FIRST.next().whole();
    keys.tell(HOME.id(), whole);
    keys.tell(HOME.id(), whole);
    keys.destroy(HOME.id(), whole);
  }

  private static final class Rows implements Constituents {
    private final Map<UUID, Row> people = new HashMap<>();
    private final Map<UUID, byte[]> lookups = new HashMap<>();
    private final Map<UUID, byte[]> routes = new HashMap<>();
    private final List<Kept> kept = new ArrayList<>();
    private final List<UUID> muted = new ArrayList<>();
    private final List<UUID> stopped = new ArrayList<>();

    void add(Row row, byte[] lookup) {
      people.put(row.who(), row);
      lookups.put(row.who(), lookup);
    }

    Row of(Constituent person) {
      return byId(person.organisation(), person.who()).orElseThrow();
    }

    Row move(Vault.Moved moved) {
      Row row = byId(HOME.id(), moved.who()).orElseThrow();
      var after =
          new Row(
              row.who(),
              moved.epoch(),
              moved.dataKey(),
              row.address(),
              row.settings(),
              row.stopped(),
              row.muted(),
              row.seen());
      add(after, moved.lookup());
      return after;
    }

    @Override
    public Optional<Row> byLookup(String organisation, int epoch, byte[] lookup) {
      return people.values().stream()
          .filter(row -> row.epoch() == epoch && Arrays.equals(lookups.get(row.who()), lookup))
          .findFirst();
    }

    @Override
    public Optional<Row> byId(String organisation, UUID who) {
      return Optional.ofNullable(people.get(who));
    }

    @Override
    public List<Row> after(String organisation, UUID who, int limit) {
      return people.values().stream()
          .filter(row -> row.who().compareTo(who) > 0)
          .sorted(Comparator.comparing(Row::who))
          .limit(limit)
          .toList();
    }

    @Override
    public Optional<byte[]> route(String organisation, UUID feedback) {
      return Optional.ofNullable(routes.get(feedback));
    }

    @Override
    public void stop(String organisation, UUID who) {
      stopped.add(who);
    }

    @Override
    public void forget(String organisation, UUID who) {
      people.remove(who);
    }

    @Override
    public void mute(String organisation, UUID who, LocalDate until) {
      muted.add(who);
    }

    @Override
    public void keep(Kept answer) {
      kept.add(answer);
    }

    @Override
    public List<Kept> kept(String organisation, byte[] tag) {
      return kept.stream().filter(one -> Arrays.equals(one.tag(), tag)).toList();
    }

    @Override
    public void ask(Asked question) {}

    @Override
    public Optional<byte[]> asked(String organisation, byte[] tag) {
      return Optional.empty();
    }

    @Override
    public void dropKept(String organisation, LocalDate before) {
      kept.removeIf(one -> one.day().isBefore(before));
    }
  }
}
