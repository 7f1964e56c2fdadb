package org.answerable.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.answerable.channel.Address;
import org.answerable.channel.Inbound;
import org.answerable.channel.IncomingMessage;
import org.answerable.channel.LateReplies;
import org.answerable.channel.Reply;
import org.answerable.constituent.Constituents;
import org.answerable.constituent.Vault;
import org.answerable.conversation.decision.Talking;
import org.answerable.organisation.Organisation;
import org.answerable.organisation.Organisations;
import org.answerable.platform.Databases;
import org.answerable.platform.keys.EpochKeys;
import org.answerable.platform.keys.RootKey;
import org.answerable.testing.ApplicationTest;
import org.answerable.testing.Traces;
import org.answerable.testing.WholeDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ApplicationContext;
import redis.clients.jedis.RedisClient;

/** The conversation on the real database and the real Redis, on two nodes. */
@ApplicationTest
@ExtendWith(OutputCaptureExtension.class)
class ConversationIT {
  private static final AtomicInteger NUMBERS = new AtomicInteger(700_004_821);
  private static final int REPEATS = 5;
  @Autowired private Inbound here;
  @Autowired private Organisations organisations;
  @Autowired private ApplicationContext application;
  @Autowired private Vault vault;
  @Autowired private SessionStore store;
  @Autowired private SessionCache cache;
  @Autowired private Databases databases;
  @Autowired private RedisClient redis;
  @Autowired private RootKey root;
  @Autowired private LateReplies replies;
  @Autowired private EpochKeys keys;
  private final String number = "+254" + NUMBERS.incrementAndGet();
  private Organisation home;
  private Nodes nodes;
  private Inbound there;
  private WholeDatabase database;

  @BeforeEach
  void startAnotherNode() throws SQLException {
    home = organisations.get("baraza-letu");
    database = new WholeDatabase(databases, root);
    nodes = new Nodes(application);
    there = nodes.start();
  }

  @AfterEach
  void stopTheOtherNodes() {
    nodes.close();
  }

  @RepeatedTest(3)
  void repeatsAtOnceHaveOneEffectAndTheIdenticalReply() throws Exception {
    long before = everythingTakenIn();
    IncomingMessage message = message("no syrup at Mto again");
    var calls = new ArrayList<Callable<Reply>>();
    for (int i = 0; i < REPEATS; i++) {
      Inbound node = i % 2 == 0 ? here : there;
      calls.add(() -> node.take(message));
    }
    List<Reply> replies = atOnce(calls);
    assertThat(replies).allMatch(replies.getFirst()::equals);
    assertThat(Talking.shown(replies.getFirst())).startsWith("We have it. Code ");
    assertThat(here.take(again(message))).isEqualTo(replies.getFirst());
    assertThat(everythingTakenIn() - before).as("one receipt, one text, one person").isEqualTo(3);
    assertThat(turn()).isEqualTo(1);
  }

  @Test
  void aRestartAndAnEmptyRedisChangeNothing() {
    IncomingMessage first = message("no syrup at Mto again");
    Reply reply = here.take(first);
    String code = Talking.shown(reply).replaceAll("(?s).*Code (\\d{4}-\\d{4}).*", "$1");
    redis.flushAll();
    Inbound restarted = nodes.start();
    long before = everythingTakenIn();
    assertThat(restarted.take(again(first))).isEqualTo(reply);
    assertThat(everythingTakenIn()).isEqualTo(before);
    redis.flushAll();
    assertThat(Talking.shown(restarted.take(message("and no water"))))
        .startsWith("Added to " + code);
    redis.flushAll();
    assertThat(Talking.shown(nodes.start().take(message("1"))))
        .startsWith("May we publish your words");
    assertThat(Talking.shown(nodes.start().take(message("STATUS " + code))))
        .startsWith(code + ": taken in");
  }

  @Test
  void aStopIsDurableAtTheMomentOfItsAnswer() {
    here.take(message("no syrup at Mto again"));
    Reply reply = here.take(message("STOP"));
    assertThat(stopped()).isTrue();
    assertThat(Talking.shown(reply)).startsWith("You will get no more texts");
    redis.flushAll();
    Inbound restarted = nodes.start();
    assertThat(restarted.take(message("and no water"))).isEqualTo(Reply.NOTHING);
    assertThat(stopped()).isTrue();
    assertThat(Talking.shown(restarted.take(message("START")))).startsWith("Welcome back");
    assertThat(stopped()).isFalse();
  }

  @Test
  void aLateReplyFollowsWhatThePersonChoseLast() {
    var to = new Address("simulator", number);
    Instant now = Instant.now();
    int hour = now.atZone(home.timeZone()).getHour();
    assertThat(replies.wish(home.id(), to)).isEqualTo(LateReplies.Wish.NOW);
    here.take(message("QUIET %d-%d".formatted(hour, (hour + 2) % 24)));
    assertThat(replies.wish(home.id(), to)).isEqualTo(LateReplies.Wish.LATER);
    here.take(message("no syrup at Mto, dont reply"));
    assertThat(replies.wish(home.id(), to)).isEqualTo(LateReplies.Wish.NEVER);
    here.take(message("START"));
    here.take(message("QUIET OFF"));
    assertThat(replies.wish(home.id(), to)).isEqualTo(LateReplies.Wish.NOW);
  }

  @Test
  void theFirstTextOfSomebodyMayBeStop() {
    assertThat(Talking.shown(here.take(message("STOP")))).startsWith("You will get no more texts");
    assertThat(stopped()).isTrue();
    assertThat(there.take(message("no syrup at Mto again"))).isEqualTo(Reply.NOTHING);
  }

  @Test
  void aSessionThatIsBehindInRedisOvertakesNobody() {
    here.take(message("no syrup at Mto again"));
    UUID who = who();
    SealedSession old = store.find(home.id(), who).orElseThrow();
    here.take(message("1"));
    cache.put(home.id(), who, old);
    Reply reply = there.take(message("publish"));
    assertThat(Talking.shown(reply)).startsWith("How may we answer");
    assertThat(turn()).isEqualTo(3);
    assertThat(cache.find(home.id(), who).orElseThrow().turn()).isEqualTo(3);
  }

  @Test
  void aSessionThatIsAheadOrDamagedInRedisStopsNobody() {
    here.take(message("no syrup at Mto again"));
    UUID who = who();
    SealedSession now = store.find(home.id(), who).orElseThrow();
    cache.put(home.id(), who, new SealedSession(99, now.state()));
    assertThat(Talking.shown(here.take(message("and no water")))).startsWith("Added to");
    byte[] broken = now.state().clone();
    broken[5] ^= 1;
    cache.put(home.id(), who, new SealedSession(2, broken));
    assertThat(Talking.shown(here.take(message("and no light")))).contains("we have all you wrote");
    cache.put(home.id(), who, new SealedSession(3, new byte[0]));
    assertThat(Talking.shown(here.take(message("and no chairs")))).startsWith("All noted for");
    assertThat(turn()).isEqualTo(4);
  }

  @RepeatedTest(3)
  void differentTextsAtOnceAreAllTakenInForOnePerson() throws Exception {
    long before = everythingTakenIn();
    var calls = new ArrayList<Callable<Reply>>();
    for (int i = 0; i < 6; i++) {
      Inbound node = i % 2 == 0 ? here : there;
      IncomingMessage message = message("text number " + i);
      calls.add(() -> node.take(message));
    }
    List<Reply> replies = atOnce(calls);
    assertThat(replies)
        .extracting(Talking::shown)
        .filteredOn(s -> s.startsWith("We have it."))
        .hasSize(1);
    List<String> shown = replies.stream().map(Talking::shown).toList();
    String code = shown.stream().filter(s -> s.startsWith("We")).findFirst().orElseThrow();
    String receipt = code.replaceAll("(?s).*Code (\\d{4}-\\d{4}).*", "$1");
    List<String> added = shown.stream().filter(s -> !s.startsWith("We")).toList();
    assertThat(added).hasSize(5).allMatch(s -> s.contains(receipt));
    assertThat(added).filteredOn(s -> s.startsWith("Added to")).hasSize(3);
    assertThat(everythingTakenIn() - before).as("one person, one receipt, six texts").isEqualTo(8);
    assertThat(turn()).isEqualTo(6);
  }

  @Test
  void manyPeopleAtOnceGetEachTheirOwnReceipt() throws Exception {
    var calls = new ArrayList<Callable<Reply>>();
    for (int i = 0; i < 60; i++) {
      String other = "+254" + NUMBERS.incrementAndGet();
      Inbound node = i % 2 == 0 ? here : there;
      calls.add(() -> node.take(message(other, "no syrup at Mto again")));
    }
    List<Reply> replies = atOnce(calls);
    assertThat(replies)
        .extracting(Talking::shown)
        .allMatch(s -> s.startsWith("We have it."))
        .doesNotHaveDuplicates();
  }

  @Test
  void noNumberAndNoWordStandsAnywhereInTheClear(CapturedOutput output) {
    String words = "zebra syrup at mto";
    String more = "quagga water";
    here.take(message(words));
    here.take(message(more));
    here.take(message("1"));
    here.take(message("STOP"));
    there.take(message("okapi chairs"));
    Traces traces = Traces.of(number, words, more, "okapi chairs");
    assertThat(traces.in(database.rows())).isEmpty();
    assertThat(traces.in(redisContent())).isEmpty();
    assertThat(traces.in(List.of(output.getAll()))).isEmpty();
  }

  @Test
  void theSearchWouldFindThem() {
    Traces traces = Traces.of(number, "zebra");
    String national = number.substring(4);
    assertThat(
            traces.in(
                List.of(
                    "a +254" + national + " b",
                    "0" + national,
                    new StringBuilder(number).reverse().toString(),
                    "(x,\\x" + hex("\n" + number) + ")",
                    Base64.getEncoder()
                        .encodeToString(("12" + number + "3").getBytes(StandardCharsets.UTF_8)),
                    "{\"text\":\"Zebra\"}")))
        .hasSize(6);
    assertThat(database.rows()).hasSizeGreaterThan(50);
  }

  private static String hex(String text) {
    return HexFormat.of().formatHex(text.getBytes(StandardCharsets.UTF_8));
  }

  private List<String> redisContent() {
    return redis.keys("*").stream()
        .map(key -> key + " " + new String(redis.dump(key), StandardCharsets.ISO_8859_1))
        .toList();
  }

  private IncomingMessage message(String text) {
    return message(number, text);
  }

  private IncomingMessage message(String from, String text) {
    return new IncomingMessage(
        home.id(),
        UUID.randomUUID().toString(),
        new Address("simulator", from),
        text,
        Instant.now());
  }

  /** The provider sends it once more; only its id is sure to be the same. */
  private static IncomingMessage again(IncomingMessage message) {
    return new IncomingMessage(
        message.organisation(),
        message.id(),
        message.address(),
        message.text() + " ",
        Instant.now().plusSeconds(3));
  }

  /** Receipts, texts and people; a release moves texts but changes no number. */
  private long everythingTakenIn() {
    return database
        .owner()
        .sql(
            """
            select (select count(*) from responselog.receipt) + (select count(*) from intake.part)
              + (select count(*) from feedback.part) + (select count(*) from constituent.constituent)
            """)
        .query(Long.class)
        .single();
  }

  private Constituents.Row row() {
    byte[] lookup = vault.lookup(home, new Address("simulator", number));
    return database
        .owner()
        .sql("select who, stopped, seen from constituent.constituent where lookup = ?")
        .param(lookup)
        .query(
            (row, n) ->
                new Constituents.Row(
                    row.getObject(1, UUID.class),
                    1,
                    lookup,
                    lookup,
                    lookup,
                    row.getBoolean(2),
                    null,
                    row.getObject(3, LocalDate.class)))
        .single();
  }

  private UUID who() {
    return row().who();
  }

  private boolean stopped() {
    return row().stopped();
  }

  private long turn() {
    return store.find(home.id(), who()).orElseThrow().turn();
  }

  private static <T> List<T> atOnce(List<Callable<T>> calls) throws Exception {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var results = new ArrayList<T>();
      for (Future<T> future : threads.invokeAll(calls)) {
        results.add(future.get());
      }
      return results;
    }
  }
}
