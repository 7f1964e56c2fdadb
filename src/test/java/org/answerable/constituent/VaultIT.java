package org.answerable.constituent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.answerable.channel.Address;
import org.answerable.effect.Effect;
import org.answerable.effect.EffectWriter;
import org.answerable.organisation.Organisation;
import org.answerable.organisation.Organisations;
import org.answerable.platform.Databases;
import org.answerable.platform.Login;
import org.answerable.platform.keys.EpochKeys;
import org.answerable.platform.keys.RootKey;
import org.answerable.testing.AnOrganisation;
import org.answerable.testing.ApplicationTest;
import org.answerable.testing.WholeDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;

/** The vault in the real database, with its own logins. */
@ApplicationTest
class VaultIT {
  private static final LocalDate DAY = LocalDate.of(2026, 11, 24);
  private static final AtomicInteger NUMBERS = new AtomicInteger(711_000_000);
  @Autowired private Vault vault;

  @Autowired
  @Qualifier("deliveryVault")
  private Vault deliveryVault;

  @Autowired private Organisations organisations;
  @Autowired private EpochKeys keys;
  @Autowired private EffectWriter<ConstituentMet> met;
  @Autowired private EffectWriter<ConstituentChanged> changed;
  @Autowired private EffectWriter<RouteMade> routes;
  @Autowired private Databases databases;
  @Autowired private RootKey root;
  private Organisation home;
  private WholeDatabase database;

  @BeforeEach
  void open() throws SQLException {
    home = organisations.get("baraza-letu");
    database = new WholeDatabase(databases, root);
  }

  @Test
  void findsAPersonByTheLookupUnderTheEpochsKey() throws SQLException {
    Address address = address();
    Constituent stranger = vault.who(home, address, DAY);
    assertThat(stranger.known()).isFalse();
    assertThat(vault.who(home, address, DAY).who()).as("not kept yet").isNotEqualTo(stranger.who());
    meet(stranger, address);
    Constituent known = vault.who(home, address, DAY.plusDays(3));
    assertThat(known.known()).isTrue();
    assertThat(known.who()).isEqualTo(stranger.who());
    assertThat(known.seen()).isEqualTo(DAY);
    assertThat(known.settings()).isEqualTo(stranger.settings());
    UUID feedback = UUID.randomUUID();
    assertThat(known.ownerTag(feedback)).isEqualTo(stranger.ownerTag(feedback)).hasSize(32);
    byte[] expected =
        keys.current(home.id()).mac("lookup", utf8("simulator"), utf8(address.value()));
    assertThat(lookup(known.who())).isEqualTo(expected);
  }

  @Test
  void theSameDigitsElsewhereAreSomebodyElse() {
    Address address = address();
    byte[] lookup = vault.lookup(home, address);
    assertThat(lookup).hasSize(32).isEqualTo(vault.lookup(home, address));
    assertThat(vault.lookup(home, address())).isNotEqualTo(lookup);
    Organisation other = AnOrganisation.with(home.channels().getFirst());
    keys.begin(other.id());
    assertThat(vault.lookup(other, address)).isNotEqualTo(lookup);
    assertThatThrownBy(() -> vault.lookup(home, new Address("nothing", address.value())))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageNotContaining(address.value().substring(4));
  }

  @Test
  void deliveryReachesWhoTheRouteNames() throws SQLException {
    Address address = address();
    Constituent person = meet(vault.who(home, address, DAY), address);
    UUID feedback = route(person);
    assertThat(deliveryVault.way(home.id(), feedback)).isEqualTo(reach(person, address, "en"));
    assertThat(deliveryVault.way(home.id(), UUID.randomUUID())).isInstanceOf(Way.Forgotten.class);
    change(person, new Settings("sw", AnswerWay.NOT_AT_ALL), false);
    assertThat(deliveryVault.way(home.id(), feedback)).isInstanceOf(Way.NotAsked.class);
    change(person, new Settings("sw", AnswerWay.HERE), true);
    assertThat(deliveryVault.way(home.id(), feedback)).isInstanceOf(Way.Stopped.class);
    change(person, new Settings("en", AnswerWay.HERE), false);
    assertThat(deliveryVault.way(home.id(), feedback))
        .as("a stop that came in between stays")
        .isInstanceOf(Way.Stopped.class);
    change(vault.who(home, address, DAY), new Settings("sw", AnswerWay.HERE), false);
    assertThat(deliveryVault.way(home.id(), feedback)).isEqualTo(reach(person, address, "sw"));
  }

  private static Way.Reach reach(Constituent person, Address address, String language) {
    Settings settings = new Settings(language, AnswerWay.HERE).knownSince(DAY);
    return new Way.Reach(person.who(), address, settings, DAY);
  }

  @Test
  void aPersonIsMetOnce() throws SQLException {
    Address address = address();
    meet(vault.who(home, address, DAY), address);
    assertThatThrownBy(() -> meet(stranger(address), address))
        .isInstanceOf(SQLException.class)
        .extracting(e -> ((SQLException) e).getSQLState())
        .isEqualTo("23505");
  }

  /** What was sealed for one row opens in no other, so that nobody can be made somebody else. */
  @ParameterizedTest
  @ValueSource(strings = {"data_key", "address", "settings"})
  void aSealedValueOpensInItsOwnRowOnly(String column) throws SQLException {
    Address hers = address();
    Address his = address();
    Constituent she = meet(vault.who(home, hers, DAY), hers);
    Constituent he = meet(vault.who(home, his, DAY), his);
    UUID feedback = route(she);
    swap(column, she, he);
    assertThatThrownBy(() -> deliveryVault.way(home.id(), feedback))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageNotContaining(hers.value().substring(4));
    swap(column, she, he);
    assertThat(deliveryVault.way(home.id(), feedback)).isInstanceOf(Way.Reach.class);
  }

  /** Both key and address moved together still don't fit the other row's id. */
  @Test
  void aWholeRowOpensUnderItsOwnIdOnly() throws SQLException {
    Address hers = address();
    Address his = address();
    Constituent she = meet(vault.who(home, hers, DAY), hers);
    Constituent he = meet(vault.who(home, his, DAY), his);
    UUID feedback = route(she);
    for (String column : List.of("data_key", "address", "settings")) {
      swap(column, she, he);
    }
    assertThatThrownBy(() -> deliveryVault.way(home.id(), feedback))
        .isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> vault.who(home, hers, DAY)).isInstanceOf(IllegalStateException.class);
    for (String column : List.of("data_key", "address", "settings")) {
      swap(column, she, he); // others change epochs here
    }
  }

  @Test
  void aRouteOpensForItsOwnFeedbackOnly() throws SQLException {
    Address address = address();
    Constituent person = meet(vault.who(home, address, DAY), address);
    UUID feedback = route(person);
    UUID another = UUID.randomUUID();
    database
        .owner()
        .sql("update constituent.route set feedback = ? where feedback = ?")
        .params(another, feedback)
        .update();
    assertThatThrownBy(() -> deliveryVault.way(home.id(), another))
        .isInstanceOf(IllegalStateException.class);
    database
        .owner()
        .sql("delete from constituent.route where feedback = ?")
        .param(another)
        .update();
  }

  @Test
  void whatIsSealedTellsNoLength() throws SQLException {
    Address brief = new Address("simulator", "+" + NUMBERS.incrementAndGet());
    Address longer = new Address("simulator", "+2547" + NUMBERS.incrementAndGet() + "12345");
    Constituent one = meet(vault.who(home, brief, DAY), brief);
    Constituent other = meet(vault.who(home, longer, DAY), longer);
    change(other, new Settings("sw", AnswerWay.NOT_AT_ALL), false);
    assertThat(lengths(one.who())).isEqualTo(lengths(other.who()));
  }

  /** A moment joins what must not be joined; days do not. Five exceptions, which name no person. */
  @Test
  void theDatabaseKeepsDaysAndNoMoments() {
    List<String> moments =
        database
            .owner()
            .sql(
                """
                select c.table_schema || '.' || c.table_name || '.' || c.column_name
                from information_schema.columns c
                where c.table_schema !~ '^(pg_|information_schema|scheduler|public)'
                  and (c.data_type like 'time%' or c.data_type = 'interval')
                order by 1
                """)
            .query(String.class)
            .list();
    assertThat(moments)
        .containsExactly(
            "constituent.epoch.begun_at",
            "constituent.epoch.known_since",
            "delivery.lease.began",
            "delivery.lease.until",
            "delivery.outbox.due");
  }

  private Constituent stranger(Address address) {
    Constituent known = vault.who(home, address, DAY);
    return new Constituent(
        home.id(), UUID.randomUUID(), false, known.settings(), false, null, DAY, known.key());
  }

  private Constituent meet(Constituent stranger, Address address) throws SQLException {
    write(met, new ConstituentMet(stranger, address));
    return stranger;
  }

  private void change(Constituent person, Settings settings, boolean stopped) throws SQLException {
    write(changed, new ConstituentChanged(person, settings, stopped, DAY));
  }

  private UUID route(Constituent person) throws SQLException {
    UUID feedback = UUID.randomUUID();
    write(routes, new RouteMade(home.id(), feedback, person.who()));
    return feedback;
  }

  private <E extends Effect> void write(EffectWriter<E> writer, E effect) throws SQLException {
    databases.inTransaction(
        Login.INTAKE,
        tx -> {
          writer.write(tx, List.of(effect));
          return effect;
        });
  }

  private void swap(String column, Constituent one, Constituent other) {
    database
        .owner()
        .sql(
            """
            update constituent.constituent c set %1$s = o.%1$s from constituent.constituent o
            where c.who in (:one, :other) and o.who in (:one, :other) and c.who <> o.who
            """
                .formatted(column))
        .param("one", one.who())
        .param("other", other.who())
        .update();
  }

  private byte[] lookup(UUID who) {
    return database
        .owner()
        .sql("select lookup from constituent.constituent where who = ?")
        .param(who)
        .query((row, n) -> row.getBytes(1))
        .single();
  }

  private List<Integer> lengths(UUID who) {
    return database
        .owner()
        .sql(
            """
            select length(lookup), length(data_key), length(address), length(settings)
            from constituent.constituent where who = ?
            """)
        .param(who)
        .query((row, n) -> List.of(row.getInt(1), row.getInt(2), row.getInt(3), row.getInt(4)))
        .single();
  }

  private static Address address() {
    return new Address("simulator", "+254" + NUMBERS.incrementAndGet());
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
