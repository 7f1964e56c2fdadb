package org.answerable.constituent.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.answerable.channel.Address;
import org.answerable.channel.Inbound;
import org.answerable.channel.IncomingMessage;
import org.answerable.channel.Reply;
import org.answerable.constituent.Constituent;
import org.answerable.constituent.Epochs;
import org.answerable.constituent.Vault;
import org.answerable.constituent.Way;
import org.answerable.organisation.Organisation;
import org.answerable.organisation.Organisations;
import org.answerable.platform.AnswerableProperties;
import org.answerable.platform.Databases;
import org.answerable.platform.Login;
import org.answerable.platform.OwnerDatabase;
import org.answerable.platform.keys.EpochKeys;
import org.answerable.platform.keys.KeyRefused;
import org.answerable.platform.keys.LivingEpochs;
import org.answerable.platform.keys.Sealed;
import org.answerable.platform.keys.SealedColumn;
import org.answerable.platform.keys.Sealer;
import org.answerable.platform.keys.SleptNode;
import org.answerable.responselog.ReceiptDigits;
import org.answerable.testing.ApplicationTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;

/** Epochs change under a whole application, which others use too. */
@ApplicationTest
class EpochsIT {
  private static final AtomicInteger NUMBERS = new AtomicInteger(733_000_000);
  @Autowired private Epochs epochs;
  @Autowired private EpochKeys keys;
  @Autowired private Sealer sealer;
  @Autowired private Vault vault;

  @Autowired
  @Qualifier("deliveryVault")
  private Vault deliveryVault;

  @Autowired private Inbound inbound;
  @Autowired private ReceiptDigits digits;
  @Autowired private Organisations organisations;
  @Autowired private Databases databases;
  @Autowired private OwnerDatabase owner;
  @Autowired private AnswerableProperties properties;
  private final String number = "+254" + NUMBERS.incrementAndGet();
  private Organisation home;

  @BeforeEach
  void open() {
    home = organisations.get("baraza-letu");
  }

  @Test
  void whoeverLivesNoticesNothing() throws SQLException {
    IncomingMessage first = message("no syrup at Mto again");
    Reply taken = inbound.take(first);
    Constituent before = person();
    Given given = given(before);
    int epoch = keys.living(home.id()).epoch();

    next();

    assertThat(keys.living(home.id())).isEqualTo(new LivingEpochs(epoch + 1, epoch + 1));
    assertThat(inbound.take(first)).as("a repeat").isEqualTo(taken);
    assertThat(person().who()).isEqualTo(before.who());
    assertThat(person().ownerTag(given.feedback)).isEqualTo(before.ownerTag(given.feedback));
    assertThat(say("and no water")).startsWith("Added to " + given.code());
    assertThat(deliveryVault.way(home.id(), given.feedback))
        .isInstanceOfSatisfying(
            Way.Reach.class,
            way -> {
              assertThat(way.who()).isEqualTo(before.who());
              assertThat(way.address()).isEqualTo(address());
            });
    assertThat(digits.of(home.id(), given.commitment)).isEqualTo(given.code().replace("-", ""));
    assertThat(sealer.openText(home.id(), given.part, text(given.part))).endsWith("Mto again");
  }

  @Test
  void theKeysOfAnEndedEpochAreGone() throws SQLException {
    int epoch = keys.living(home.id()).epoch();
    Path ended = properties.keysDir().resolve(home.id()).resolve("epoch-" + epoch + ".key");
    Path messages = properties.keysDir().resolve(home.id()).resolve("messages-" + epoch + ".key");
    assertThat(ended).exists();
    next();
    assertThat(ended).doesNotExist();
    assertThat(messages).exists();
    next();
    assertThat(messages).doesNotExist();
    assertThatThrownBy(() -> keys.of(home.id(), epoch)).isInstanceOf(KeyRefused.class);
    assertThatThrownBy(() -> keys.messages(home.id(), epoch)).isInstanceOf(KeyRefused.class);
  }

  @Test
  void aRepeatIsKnownForTwoEpochs() throws SQLException {
    IncomingMessage first = message("no syrup at Mto again");
    Reply taken = inbound.take(first);
    next();
    assertThat(inbound.take(first)).isEqualTo(taken);
    next();
    assertThat(inbound.take(first)).isNotEqualTo(taken);
  }

  @Test
  void whoeverIsIdleIsForgottenWithAllThatLeadsToThem() throws SQLException {
    inbound.take(message("no syrup at Mto again"));
    Constituent before = person();
    Given given = given(before);
    seen(before, 91);
    next();
    assertThat(person().known()).isFalse();
    assertThat(deliveryVault.way(home.id(), given.feedback)).isInstanceOf(Way.Forgotten.class);
    assertThat(count("conversation.session", before.who())).isZero();
    assertThat(say("no chairs at Kilima")).doesNotContain(given.code());
  }

  @Test
  void aStopOutlastsEveryEpoch() throws SQLException {
    inbound.take(message("STOP"));
    seen(person(), 400);
    next();
    next();
    assertThat(person().stopped()).isTrue();
    assertThat(inbound.take(message("no syrup at Mto again"))).isEqualTo(Reply.NOTHING);
  }

  @Test
  void aRepeatToWhoIsForgottenSaysNothing() throws SQLException {
    IncomingMessage first = message("no syrup at Mto again");
    inbound.take(first);
    seen(person(), 91);
    next();
    assertThat(inbound.take(first)).isEqualTo(Reply.NOTHING);
  }

  /** As if this node had slept while another one changed the epoch. */
  @Test
  void aNodeThatSleptTakesWhatIsSentAgain() throws SQLException {
    say("no syrup at Mto again");
    Constituent before = person();
    LivingEpochs ended = keys.living(home.id());
    next();
    SleptNode.believes(keys, home.id(), ended);
    assertThatThrownBy(() -> say("and no water")).isInstanceOf(Inbound.Unavailable.class);
    assertThat(keys.living(home.id()).epoch()).isEqualTo(ended.epoch() + 1);
    assertThat(say("and no water")).as("sent again").startsWith("Added to ");
    assertThat(person().who()).isEqualTo(before.who());
  }

  @Test
  void nothingIsWrittenUnderAnEndedEpoch() throws SQLException {
    UUID id = UUID.randomUUID();
    Sealed late = sealer.seal(home.id(), id, "written by a node that slept");
    next();
    assertThatThrownBy(
            () ->
                databases.inTransaction(
                    Login.INBOX,
                    tx -> {
                      try (var statement =
                          tx.prepareStatement(
                              "insert into feedback.note values (?, ?, ?, current_date, '', ?,"
                                  + " ?)")) {
                        statement.setString(1, home.id());
                        statement.setObject(2, id);
                        statement.setObject(3, id);
                        statement.setBytes(4, late.key());
                        statement.setBytes(5, late.text());
                        return statement.executeUpdate();
                      }
                    }))
        .isInstanceOf(SQLException.class)
        .extracting(e -> ((SQLException) e).getSQLState())
        .isEqualTo("40001");
  }

  @Test
  void whatWasBegunAndKilledGoesOnAndTakesMessagesMeanwhile() throws SQLException {
    say("no syrup at Mto again");
    Constituent before = person();
    Given given = given(before);
    int epoch = keys.living(home.id()).epoch();
    epochs.ask(home.id());
    // what holds the epoch keeps the application's own timer from going on
    try (Connection holding = databases.source(Login.INTAKE).getConnection()) {
      holding.setAutoCommit(false);
      assertThatThrownBy(() -> killedAtReceipts(holding).change(home, Instant.now()))
          .hasMessage("killed");

      assertThat(keys.living(home.id())).isEqualTo(new LivingEpochs(epoch + 1, epoch));
      assertThat(say("and no water")).startsWith("Added to " + given.code());
      SleptNode.believes(keys, home.id(), new LivingEpochs(epoch, epoch));
      assertThat(say("and no light")).as("decided again").contains(given.code());
      assertThat(keys.living(home.id())).isEqualTo(new LivingEpochs(epoch + 1, epoch));
      assertThat(person().who()).isEqualTo(before.who());
      holding.rollback();
    }

    assertThat(epochs.change(home, Instant.now())).isTrue();
    assertThat(keys.living(home.id())).isEqualTo(new LivingEpochs(epoch + 1, epoch + 1));
    assertThat(sealer.openText(home.id(), given.part, text(given.part))).endsWith("Mto again");
  }

  @Test
  void everyAddressIsErasedAtOnceAndWordsStay() throws SQLException {
    IncomingMessage first = message("no syrup at Mto again");
    inbound.take(first);
    Given given = given(person());
    int epoch = keys.living(home.id()).epoch();
    aLiveBallot();

    EpochTable.askToErase(owner.client(), home.id());
    while (!epochs.change(home, Instant.now())) {
      // somebody still writes what was decided before
    }

    assertThat(EpochTable.erased(owner.client(), home.id())).isPositive();

    assertThat(keys.living(home.id()).epoch()).isGreaterThan(epoch);
    assertThat(person().known()).isFalse();
    for (String table :
        List.of(
            "constituent.constituent",
            "constituent.route",
            "conversation.session",
            "poll.ballot")) {
      assertThat(count(table)).as(table).isZero();
    }
    assertThat(inbound.take(first)).as("a repeat").isEqualTo(Reply.NOTHING);
    assertThat(person().known()).as("brought back by a repeat").isFalse();
    assertThat(sealer.openText(home.id(), given.part, text(given.part))).endsWith("Mto again");
    assertThat(say("no chairs at Kilima")).startsWith("We have it.");
  }

  /** A change that ends in the middle, when all people and routes were taken over. */
  private JdbcEpochs killedAtReceipts(Connection holding) {
    var receipts =
        new SealedColumn(
            "responselog.receipt",
            "digits",
            "commitment",
            (organisation, place, value) -> {
              hold(holding);
              throw new IllegalStateException("killed");
            });
    return new JdbcEpochs(databases, owner, keys, vault, List.of(receipts));
  }

  private void hold(Connection holding) {
    Databases.on(holding)
        .sql("select constituent.hold_epoch(?)")
        .param(home.id())
        .query()
        .listOfRows();
  }

  /** What this person gave, found by who they are. */
  private Given given(Constituent person) {
    return owner
        .client()
        .sql(
            """
            select p.feedback, p.part, p.commitment from (
              select organisation, feedback, part, ordinal, commitment from intake.part
              union all
              select organisation, feedback, part, ordinal, commitment from feedback.part) p
            join responselog.receipt r on r.organisation = p.organisation and r.commitment = p.commitment
            where p.organisation = ? and p.ordinal = 0
            """)
        .param(home.id())
        .query(
            (row, n) ->
                new Given(
                    row.getObject(1, UUID.class),
                    row.getObject(2, UUID.class),
                    row.getBytes(3),
                    digits.of(home.id(), row.getBytes(3))))
        .list()
        .stream()
        .filter(one -> isOwn(person, one))
        .findFirst()
        .orElseThrow();
  }

  private boolean isOwn(Constituent person, Given one) {
    return owner
        .client()
        .sql("select exists (select from responselog.receipt where owner_tag = ?)")
        .param(person.ownerTag(one.feedback))
        .query(Boolean.class)
        .single();
  }

  private record Given(UUID feedback, UUID part, byte[] commitment, String digits) {
    String code() {
      return digits.substring(0, 4) + "-" + digits.substring(4);
    }
  }

  private Sealed text(UUID part) {
    return owner
        .client()
        .sql(
            """
            select text_key, text from intake.part where part = :part
            union all select text_key, text from feedback.part where part = :part
            """)
        .param("part", part)
        .query((row, n) -> new Sealed(row.getBytes(1), row.getBytes(2)))
        .single();
  }

  private void next() throws SQLException {
    epochs.ask(home.id());
    assertThat(epochs.change(home, Instant.now())).isTrue();
  }

  private void seen(Constituent person, int daysAgo) {
    owner
        .client()
        .sql("update constituent.constituent set seen = current_date - ? where who = ?")
        .params(daysAgo, person.who())
        .update();
  }

  private void aLiveBallot() {
    owner
        .client()
        .sql("insert into poll.taking (organisation, poll) values (?, 'PQRS-0009')")
        .param(home.id())
        .update();
    owner
        .client()
        .sql("insert into poll.ballot values (?, 'PQRS-0009', 'voter'::bytea, 'choice'::bytea)")
        .param(home.id())
        .update();
  }

  private long count(String table) {
    return owner
        .client()
        .sql("select count(*) from " + table + " where organisation = ?")
        .param(home.id())
        .query(Long.class)
        .single();
  }

  private long count(String table, UUID who) {
    return owner
        .client()
        .sql("select count(*) from " + table + " where who = ?")
        .param(who)
        .query(Long.class)
        .single();
  }

  private Constituent person() {
    return vault.who(home, address(), home.day(Instant.now()));
  }

  private Address address() {
    return new Address("simulator", number);
  }

  private String say(String text) {
    return inbound.take(message(text)).texts().getFirst().body();
  }

  private IncomingMessage message(String text) {
    return new IncomingMessage(
        home.id(), UUID.randomUUID().toString(), address(), text, Instant.now());
  }
}
