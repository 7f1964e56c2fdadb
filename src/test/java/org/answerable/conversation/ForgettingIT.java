package org.answerable.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.answerable.channel.Address;
import org.answerable.channel.Inbound;
import org.answerable.channel.IncomingMessage;
import org.answerable.channel.Reply;
import org.answerable.constituent.Vault;
import org.answerable.conversation.decision.Talking;
import org.answerable.organisation.Organisation;
import org.answerable.organisation.Organisations;
import org.answerable.platform.Databases;
import org.answerable.platform.Login;
import org.answerable.testing.ApplicationTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** FORGET on the real database and the real Redis, on two nodes. */
@ApplicationTest
class ForgettingIT {
  private static final AtomicInteger NUMBERS = new AtomicInteger(720_000_000);
  @Autowired private Inbound here;
  @Autowired private Organisations organisations;
  @Autowired private ApplicationContext application;
  @Autowired private Vault vault;
  @Autowired private Sessions sessions;
  @Autowired private SessionStore store;
  @Autowired private SessionCache cache;
  @Autowired private Databases databases;
  private final String number = "+254" + NUMBERS.incrementAndGet();
  private Organisation home;
  private Nodes nodes;
  private Inbound there;

  @BeforeEach
  void startAnotherNode() {
    home = organisations.get("baraza-letu");
    nodes = new Nodes(application);
    there = nodes.start();
  }

  @AfterEach
  void stopTheOtherNode() {
    nodes.close();
  }

  @Test
  void nothingOfThePersonIsLeftAndTheNextTextIsFromSomebodyNew() {
    hears("lugha 2");
    hears("no syrup at Mto again");
    UUID who = who();
    assertThat(hears("FORGET")).startsWith("Hii itatufanya tukusahau.");
    assertThat(hears("FUTA " + digits())).startsWith("Imefanyika.");
    assertThat(vault.who(home, address(), today()).known()).isFalse();
    assertThat(store.find(home.id(), who)).isEmpty();
    assertThat(cache.find(home.id(), who)).isEmpty();
    assertThat(hears("no syrup at Mto again")).as("in their first language").startsWith("We have");
    assertThat(who()).isNotEqualTo(who);
  }

  @Test
  void aStopEndsWithIt() {
    hears("no syrup at Mto again");
    hears("STOP");
    assertThat(hears("FORGET")).startsWith("This makes us forget you.");
    assertThat(hears("FORGET " + digits())).startsWith("Done.");
    assertThat(hears("and no water")).startsWith("We have it.");
  }

  /** A number that nobody wrote from for so long may be somebody else's by now. */
  @Test
  void whoWroteNothingForNinetyDaysIsSomebodyNew() throws Exception {
    hears("lugha 2");
    String code = hears("no syrup at Mto again").replaceAll("(?s).*(\\d{4}-\\d{4}).*", "$1");
    UUID who = who();
    seen(90);
    assertThat(hears("HELP")).as("not yet").startsWith("Andika");
    seen(91);
    IncomingMessage first = message("WITHDRAW " + code);
    IncomingMessage second = message("HELP");
    List<String> replies =
        atOnce(List.of(() -> here.take(first), () -> there.take(second))).stream()
            .map(Talking::shown)
            .toList();
    assertThat(replies.getFirst()).startsWith("We can not find that code");
    assertThat(replies.getLast()).startsWith("Write anything");
    assertThat(who()).isNotEqualTo(who);
    assertThat(store.find(home.id(), who)).isEmpty();
    assertThat(store.find(home.id(), who()).orElseThrow().turn()).isEqualTo(2);
  }

  @Test
  void aStopLastsLonger() throws Exception {
    hears("STOP");
    UUID who = who();
    seen(400);
    assertThat(here.take(message("no syrup at Mto again"))).isEqualTo(Reply.NOTHING);
    assertThat(who()).isEqualTo(who);
  }

  private void seen(int daysAgo) {
    databases
        .as(Login.INTAKE)
        .sql("update constituent.constituent set seen = ? where who = ?")
        .params(today().minusDays(daysAgo), who())
        .update();
  }

  @Test
  void wrongDigitsChangeNothing() {
    hears("no syrup at Mto again");
    UUID who = who();
    hears("FORGET");
    String wrong = digits().equals("0000") ? "0001" : "0000";
    assertThat(hears("FORGET " + wrong)).startsWith("These numbers do not match");
    assertThat(who()).isEqualTo(who);
  }

  /** As another node forgets: the message below was decided before, and waits for its commit. */
  @Test
  void whatWasDecidedBeforeIsDecidedAgainForSomebodyNew() throws Exception {
    hears("no syrup at Mto again");
    UUID who = who();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor();
        Connection other = databases.source(Login.INTAKE).getConnection()) {
      other.setAutoCommit(false);
      forget(other, who);
      Future<String> waiting = threads.submit(() -> hears("and no water"));
      await().until(this::somebodyWaits);
      assertThat(waiting.isDone()).isFalse();
      other.commit();
      other.setAutoCommit(true);
      assertThat(waiting.get(10, TimeUnit.SECONDS)).startsWith("We have it. Code ");
    }
    assertThat(store.find(home.id(), who)).isEmpty();
    assertThat(store.find(home.id(), who()).orElseThrow().turn()).isEqualTo(1);
    assertThat(who()).isNotEqualTo(who);
  }

  @RepeatedTest(20)
  void aTextAtTheSameMomentIsTakenInAndBringsNobodyBack() throws Exception {
    hears("no syrup at Mto again");
    UUID who = who();
    hears("FORGET");
    IncomingMessage confirmed = message("FORGET " + digits());
    IncomingMessage text = message("and no water");
    List<String> replies =
        atOnce(List.of(() -> here.take(confirmed), () -> there.take(text))).stream()
            .map(Talking::shown)
            .toList();
    assertThat(replies.getFirst()).startsWith("Done.");
    assertThat(replies.getLast()).matches("(?s)(Added to|We have it).*");
    assertThat(store.find(home.id(), who)).isEmpty();
    boolean came = replies.getLast().startsWith("We have it");
    assertThat(vault.who(home, address(), today()).known()).isEqualTo(came);
    assertThat(hears("and no light")).startsWith(came ? "Added to" : "We have it");
  }

  private void forget(Connection tx, UUID who) throws SQLException {
    try (var statement =
        tx.prepareStatement(
            "delete from constituent.constituent where organisation = ? and who = ?")) {
      statement.setString(1, home.id());
      statement.setObject(2, who);
      assertThat(statement.executeUpdate()).isEqualTo(1);
    }
  }

  private boolean somebodyWaits() {
    return databases
        .as(Login.INTAKE)
        .sql("select exists (select from pg_locks where not granted)")
        .query(Boolean.class)
        .single();
  }

  /** The digits that the last FORGET showed, by the session: no reply tells a test's language. */
  private String digits() {
    var person = vault.who(home, address(), today());
    return Optional.ofNullable(sessions.load(person, Instant.now()).talk().forgetting().digits())
        .orElseThrow();
  }

  private String hears(String text) {
    return Talking.shown(here.take(message(text)));
  }

  private UUID who() {
    var person = vault.who(home, address(), today());
    assertThat(person.known()).isTrue();
    return person.who();
  }

  private LocalDate today() {
    return home.day(Instant.now());
  }

  private Address address() {
    return new Address("simulator", number);
  }

  private IncomingMessage message(String text) {
    return new IncomingMessage(
        home.id(), UUID.randomUUID().toString(), address(), text, Instant.now());
  }

  private static List<Reply> atOnce(List<Callable<Reply>> calls) throws Exception {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var results = new ArrayList<Reply>();
      for (Future<Reply> future : threads.invokeAll(calls)) {
        results.add(future.get());
      }
      return results;
    }
  }
}
