package org.answerable.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.answerable.channel.Address;
import org.answerable.channel.Inbound;
import org.answerable.channel.IncomingMessage;
import org.answerable.conversation.Told.Given;
import org.answerable.conversation.decision.Talking;
import org.answerable.feedback.Decision;
import org.answerable.intake.EchoClosing;
import org.answerable.platform.AnswerableProperties;
import org.answerable.platform.Databases;
import org.answerable.platform.keys.EchoKeys;
import org.answerable.platform.keys.RootKey;
import org.answerable.responselog.Suppressed;
import org.answerable.testing.ApplicationTest;
import org.answerable.testing.WholeDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** "This happened to me too", from the phone to the public page, and parted from it for good. */
@ApplicationTest
class EchoIT {
  private static final int K = Suppressed.K;
  @Autowired private ApplicationContext application;
  @Autowired private Inbound inbound;
  @Autowired private EchoClosing closing;
  @Autowired private EchoKeys keys;
  @Autowired private AnswerableProperties properties;
  @Autowired private Databases databases;
  @Autowired private RootKey root;
  private Told told;

  @BeforeEach
  void open() throws SQLException {
    told = new Told(application);
  }

  @Test
  void tenAreToldAndNineAreNot() throws SQLException {
    Given given = told.give(Told.newNumber(), "no syrup here", "medicine");
    List<String> phones = echoed(given, K - 1);
    told.slot();
    assertThat(told.inLog(given).echoes()).isZero();
    assertThat(told.types(given)).doesNotContain("echoed");

    told.hears(phones.getFirst(), "me too " + given.reference());
    told.slot();
    assertThat(told.inLog(given).echoes()).as("somebody says it again").isZero();

    String reply = told.hears(Told.newNumber(), "+ " + given.reference());
    assertThat(reply).startsWith(given.reference() + ": noted that it happened to you too.");
    told.slot();
    assertThat(told.inLog(given).echoes()).isEqualTo(K);
    echoed(given, 3);
    told.slot();
    assertThat(told.inLog(given).echoes()).as("in steps").isEqualTo(K);
    assertThat(told.types(given)).containsOnlyOnce("echoed");
  }

  @Test
  void whatComesTwiceOrAtOnceCountsOnce() throws Exception {
    Given given = told.give(Told.newNumber(), "no gloves here", "medicine");
    var message = message(Told.newNumber(), "+" + given.reference());
    String first = Talking.shown(inbound.take(message));
    assertThat(Talking.shown(inbound.take(message))).isEqualTo(first);
    String phone = Told.newNumber();
    List<Callable<String>> calls = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      calls.add(() -> told.hears(phone, "+" + given.reference()));
    }
    try (var threads = Executors.newFixedThreadPool(8)) {
      for (Future<String> reply : threads.invokeAll(calls)) {
        assertThat(reply.get()).isEqualTo(first);
      }
    }
    assertThat(tags(given)).hasSize(2);
  }

  @Test
  void whatCountsNotIsAnsweredTheSame() throws SQLException {
    Given accuses = told.give(Told.newNumber(), "where did the food go", "our leaders");
    Given takenBack = told.give(Told.newNumber(), "no bed nets", "medicine");
    String phone = Told.newNumber();
    Given mine = told.give(phone, "no chairs here", "waiting");
    told.hears(phone, "WITHDRAW " + mine.code());
    Given settled = told.give(Told.newNumber(), "no water here", "medicine");
    told.answered(settled, "programmes", Decision.DONE, "It runs.");
    resolve(settled);
    told.slot();
    String none = told.hears(Told.newNumber(), "+ BBBB-BBB2");
    assertThat(none).startsWith("No open entry of the page has that code");
    for (Given given : List.of(accuses, mine, settled)) {
      assertThat(told.hears(Told.newNumber(), "+ " + given.reference())).isEqualTo(none);
      assertThat(tags(given)).isEmpty();
    }
    assertThat(told.hears(Told.newNumber(), "+ " + takenBack.reference())).isNotEqualTo(none);
  }

  /** Whoever holds the phone learns of no entry whether it came from it. */
  @Test
  void whoAskedIsAnsweredAsAnybodyAndCountsNotTwice() throws SQLException {
    String phone = Told.newNumber();
    Given given = told.give(phone, "no light here", "medicine");
    String others = told.hears(Told.newNumber(), "+ " + given.reference());
    assertThat(told.hears(phone, "+ " + given.reference())).isEqualTo(others);
    assertThat(tags(given)).hasSize(1);
  }

  @Test
  void moreWordsAreFeedbackAndItCountsAllTheSame() throws SQLException {
    Given given = told.give(Told.newNumber(), "no tabs here", "medicine");
    String reply = told.hears(Told.newNumber(), "+ " + given.reference() + " same at kilima");
    assertThat(reply).startsWith("We have it. Code ");
    assertThat(tags(given)).hasSize(1);
  }

  @Test
  void whoIsForgottenAndComesBackCountsOnce() throws SQLException {
    Given given = told.give(Told.newNumber(), "no soap here", "medicine");
    String phone = echoed(given, 1).getFirst();
    String digits = told.hears(phone, "FORGET").replaceAll("(?s).*FORGET (\\d{4}).*", "$1");
    assertThat(told.hears(phone, "FORGET " + digits)).startsWith("Done.");
    assertThat(tags(given)).isEmpty();
    told.hears(phone, "+ " + given.reference());
    assertThat(tags(given)).hasSize(1);
  }

  @Test
  void afterTheEndNothingLeadsFromAnybodyToWhatTheySaid() throws Exception {
    Given given = told.give(Told.newNumber(), "no beds here", "medicine");
    echoed(given, K);
    told.slot();
    List<String> tags = tags(given);
    assertThat(tags).hasSize(K);
    Path file =
        properties.keysDir().resolve(told.home.id()).resolve("echo-" + given.reference() + ".key");
    var whole = new WholeDatabase(databases, root);
    List<UUID> people =
        whole.owner().sql("select who from constituent.constituent").query(UUID.class).list();
    assertThat(people.stream().map(who -> tag(given, who)))
        .as("as long as it lives")
        .containsAll(tags);

    told.answered(given, "programmes", Decision.DONE, "They are there.");
    resolve(given);
    closing.close(told.home, Instant.now().plus(Duration.ofDays(1)));

    assertThat(file).doesNotExist();
    assertThat(keys.references(told.home.id())).doesNotContain(given.reference());
    List<String> rows = whole.rows();
    for (String tag : tags) {
      assertThat(rows).noneMatch(row -> row.contains(tag));
    }
    assertThat(rows)
        .filteredOn(row -> row.startsWith("intake.") && row.contains(given.reference()))
        .as("but how many were told, as everybody knows")
        .allMatch(row -> row.startsWith("intake.echo_told"));
    // with every key that is left, also one made anew, no old tag is found again
    assertThat(people.stream().map(who -> tag(given, who))).doesNotContainAnyElementsOf(tags);
    keys.destroy(told.home.id(), given.reference());
    assertThat(told.inLog(given).echoes()).as("what was told stays told").isEqualTo(K);
    try (var folder = Files.list(file.getParent())) {
      assertThat(folder.filter(one -> one.toString().contains(given.reference()))).isEmpty();
    }
  }

  /** The log only grows: the same number told twice would make it wrong for good. */
  @Test
  void whatIsTakenUpAgainTellsOfMoreOnly() throws Exception {
    Given given = told.give(Told.newNumber(), "no beds in this ward", "medicine");
    echoed(given, K);
    told.slot();
    told.answered(given, "programmes", Decision.DONE, "They are there.");
    resolve(given);
    // another day than in other tests: each is looked at once
    closing.close(told.home, Instant.now().plus(Duration.ofDays(2)));
    assertThat(tags(given)).isEmpty();

    told.owner()
        .sql("update responselog.feedback set resolved = null where reference = ?")
        .param(given.reference())
        .update();
    echoed(given, K);
    told.slot();
    assertThat(tags(given)).hasSize(K);
    assertThat(told.types(given)).containsOnlyOnce("echoed");
    echoed(given, K);
    told.slot();
    assertThat(told.inLog(given).echoes()).isEqualTo(2 * K);
  }

  private String tag(Given given, UUID who) {
    byte[] tag =
        keys.of(told.home.id(), given.reference())
            .mac(
                "echo".getBytes(StandardCharsets.UTF_8),
                who.toString().getBytes(StandardCharsets.UTF_8));
    return HexFormat.of().formatHex(tag);
  }

  private List<String> echoed(Given given, int times) {
    List<String> phones = new ArrayList<>();
    for (int i = 0; i < times; i++) {
      String phone = Told.newNumber();
      told.hears(phone, "+ " + given.reference());
      phones.add(phone);
    }
    return phones;
  }

  /** As if nothing had been left to do about it for longer than it takes. */
  private void resolve(Given given) {
    told.owner()
        .sql("update responselog.feedback set resolved = current_date - 20 where reference = ?")
        .param(given.reference())
        .update();
  }

  private List<String> tags(Given given) {
    return told.owner()
        .sql("select encode(tag, 'hex') from intake.echo where reference = ?")
        .param(given.reference())
        .query(String.class)
        .list();
  }

  private IncomingMessage message(String from, String text) {
    return new IncomingMessage(
        told.home.id(),
        UUID.randomUUID().toString(),
        new Address(Told.SIMULATOR, from),
        text,
        Instant.now());
  }
}
