package org.answerable;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.answerable.platform.embedded.PostgresServer;
import org.answerable.platform.embedded.RedisServer;
import org.answerable.testing.DemoBot;
import org.answerable.testing.DemoLine;
import org.answerable.testing.RunningServer;
import org.answerable.testing.StandInTelegram;
import org.answerable.testing.StandInTwilio;
import org.springframework.jdbc.core.simple.JdbcClient;
import redis.clients.jedis.Jedis;

/**
 * Two nodes with one database and one Redis, each a process of its own, that texts and messages to
 * a bot reach as providers at their worst deliver them.
 */
final class TwoNodes implements AutoCloseable {
  private static final int AT_ONCE = 5;

  /** Texts of one voter, at most. */
  private static final int ROUNDS = 4;

  static final long FIRST_CHAT = 710_000_000L;
  private static final String SECRET = "secret";
  static final Duration PATIENCE = Duration.ofSeconds(120);
  private final Path folder;
  private final List<AutoCloseable> open = new ArrayList<>();
  private final List<RunningServer> nodes = new ArrayList<>();

  private final PostgresServer postgres;

  private final RedisServer redis;

  private final StandInTwilio twilio;

  private final StandInTelegram telegram;

  TwoNodes(Path folder) throws IOException {
    this.folder = folder;
    postgres = opened(PostgresServer.start(folder.resolve("others"), SECRET));
    redis = opened(RedisServer.start(folder.resolve("others"), SECRET));
    twilio = opened(new StandInTwilio());
    telegram = opened(new StandInTelegram());
    var superuser = JdbcClient.create(postgres.superuser("postgres"));
    superuser.sql("create role keeper login createrole password 'known'").update();
    superuser.sql("create database voices owner keeper").update();
    Path config = DemoLine.config(folder, twilio.apiUrl());
    addBot(config, telegram);
    for (int number = 1; number <= 2; number++) {
      nodes.add(opened(node(number, config)));
    }
    for (RunningServer node : nodes) { // one after the other: the first makes the database
      node.property("answerable.public-url", nodes.getFirst().url("").toString());
      node.start();
    }
  }

  @Override
  public void close() throws Exception {
    for (AutoCloseable one : open.reversed()) {
      one.close();
    }
  }

  List<RunningServer> all() {
    return List.copyOf(nodes);
  }

  PostgresServer postgres() {
    return postgres;
  }

  private <T extends AutoCloseable> T opened(T one) {
    open.add(one);
    return one;
  }

  private RunningServer node(int number, Path config) throws IOException {
    Map<String, String> properties = new HashMap<>();
    properties.put("answerable.demo-story", "false");
    properties.put("answerable.config-dir", config.toString());
    properties.put("answerable.keys-dir", folder.resolve("keys").toString());
    properties.put(
        "answerable.database.url", "jdbc:postgresql://127.0.0.1:" + postgres.port() + "/voices");
    properties.put("answerable.database.username", "keeper");
    properties.put("answerable.database.password", "known");
    properties.put("answerable.redis.url", "redis://:" + SECRET + "@127.0.0.1:" + redis.port());
    return RunningServer.prepare(folder.resolve("node" + number), properties)
        .environment("TWILIO_AUTH_TOKEN", StandInTwilio.AUTH_TOKEN)
        .environment("TELEGRAM_BOT_TOKEN", StandInTelegram.TOKEN)
        .environment("TELEGRAM_SECRET", StandInTelegram.SECRET);
  }

  /** A delivery to one node; empty: it was not taken, and comes again. */
  interface Delivery {
    HttpResponse<String> to(RunningServer node) throws Exception;

    default String said(HttpResponse<String> answer) {
      return answer.body();
    }
  }

  /** At once, on both nodes in turn, each until it is taken; all must get the same reply. */
  String fiveTimes(ExecutorService threads, Delivery delivery) throws Exception {
    List<Callable<String>> calls =
        IntStream.range(0, AT_ONCE)
            .mapToObj(time -> (Callable<String>) () -> untilTaken(delivery, time))
            .toList();
    List<String> replies = new ArrayList<>();
    for (Future<String> reply : threads.invokeAll(calls)) {
      replies.add(reply.get());
    }
    assertThat(replies).as("one text, one reply").allMatch(replies.getFirst()::equals);
    return replies.getFirst();
  }

  private String untilTaken(Delivery delivery, int time) throws Exception {
    RunningServer node = nodes.get(time % nodes.size());
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (System.nanoTime() < deadline) {
      HttpResponse<String> answer = delivery.to(node);
      if (answer.statusCode() == 200) {
        return delivery.said(answer);
      }
      Thread.sleep(200);
    }
    throw new AssertionError("not taken within " + PATIENCE);
  }

  Delivery byText(int voter, int round, String text) {
    String id = "SM%032d".formatted(ROUNDS * voter + round);
    String publicUrl = nodes.getFirst().url("").toString();
    return new Delivery() {
      @Override
      public HttpResponse<String> to(RunningServer node) throws Exception {
        String from = "+9995551%04d".formatted(voter);
        return twilio.text(node.url("/"), publicUrl, DemoLine.CHANNEL, id, from, text);
      }

      @Override
      public String said(HttpResponse<String> answer) {
        return DemoLine.reply(answer.body());
      }
    };
  }

  Delivery atTheBot(int voter, String text) {
    String update = telegram.people().text(FIRST_CHAT + voter, text).json();
    return new Delivery() {
      @Override
      public HttpResponse<String> to(RunningServer node) throws Exception {
        return telegram.deliver(node.url("/"), DemoBot.CHANNEL, update);
      }

      @Override
      public String said(HttpResponse<String> answer) {
        return StandInTelegram.inAnswer(answer.body()).getFirst().text();
      }
    };
  }

  StandInTelegram telegram() {
    return telegram;
  }

  /** Whatever somebody does at the bot; what is said is the whole answer. */
  Delivery update(String json) {
    return node -> telegram.deliver(node.url("/"), DemoBot.CHANNEL, json);
  }

  private static void addBot(Path config, StandInTelegram telegram) throws IOException {
    Path file = config.resolve("organisations/" + DemoLine.ORGANISATION + ".yaml");
    String bot =
        """
        - id: %s
          kind: telegram
          token: "${TELEGRAM_BOT_TOKEN}"
          mode: webhook
          secret-token: "${TELEGRAM_SECRET}"
          api-url: %s\
        """
            .formatted(DemoBot.CHANNEL, telegram.apiUrl())
            .indent(2);
    String declared = Files.readString(file);
    Matcher simulator = Pattern.compile("(?m)^ +- \\{ id: simulator, .*$").matcher(declared);
    Files.writeString(file, simulator.replaceFirst("$0\n" + Matcher.quoteReplacement(bot)));
  }

  void emptyRedis() {
    try (var flushed = new Jedis(URI.create("redis://127.0.0.1:" + redis.port()))) {
      flushed.auth(SECRET);
      flushed.flushAll();
    }
  }
}
