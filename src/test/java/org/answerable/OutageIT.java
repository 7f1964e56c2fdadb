package org.answerable;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.answerable.testing.Apart;
import org.answerable.testing.DemoLine;
import org.answerable.testing.InboxReader;
import org.answerable.testing.RunningServer;
import org.answerable.testing.StandInTwilio;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import redis.clients.jedis.Jedis;

/**
 * PostgreSQL stands still under load, and Redis is emptied and killed. The provider repeats what
 * its settings say, and gives up: what it gave up on is fetched. Away for 60 seconds with {@code
 * -Dcrash.full=true}.
 */
@Apart
class OutageIT {
  private static final Size SIZE =
      Boolean.getBoolean("crash.full")
          ? new Size(60, Duration.ofSeconds(60))
          : new Size(10, Duration.ofSeconds(20));

  /** What {@code #rc=5} asks Twilio for. */
  private static final int REPEATS = 5;

  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final Duration HEALTHY_WITHIN = Duration.ofSeconds(10);
  private static final Duration BETWEEN_TEXTS = Duration.ofSeconds(3);
  private static final Duration BEFORE_AND_AFTER = Duration.ofSeconds(5);
  private static final Pattern WORD = Pattern.compile("\\bw\\d{5}\\b");
  private final AtomicInteger texts = new AtomicInteger();
  private final Set<Integer> statuses = new ConcurrentSkipListSet<>();
  private final Set<String> givenUp = new ConcurrentSkipListSet<>();
  private final List<String> words = Collections.synchronizedList(new ArrayList<>());
  private final ExecutorService people = Executors.newVirtualThreadPerTaskExecutor();
  private volatile boolean over;

  private record Size(int people, Duration away) {}

  @AfterEach
  void end() {
    over = true;
    people.close();
  }

  @Test
  void whileTheDatabaseIsAwayThereIsOnly503AndNothingIsLost(@TempDir Path folder) throws Exception {
    try (var line = new DemoLine(folder, Map.of())) {
      line.server().start();
      List<Future<?>> load = load(line);
      Thread.sleep(BEFORE_AND_AFTER);
      List<Long> database = database(line.server());
      signal("-STOP", database);
      long gone = System.nanoTime();
      try {
        Thread.sleep(SIZE.away());
        await("Twilio gives up").atMost(PATIENCE).until(() -> !givenUp.isEmpty());
      } finally {
        signal("-CONT", database);
      }
      long back = System.nanoTime();
      while (!line.server().isHealthy()) {
        Thread.sleep(50);
      }
      Duration healthy = Duration.ofNanos(System.nanoTime() - back);
      Thread.sleep(BEFORE_AND_AFTER);
      finish(load);

      assertThat(healthy).isLessThan(HEALTHY_WITHIN);
      assertThat(statuses).containsExactly(200, 503);
      assertThat(givenUp).isNotEmpty();
      assertThat(new InboxReader(line.server()).find(WORD, words.size()))
          .isEqualTo(words.stream().sorted().toList());
      assertThat(line.twilio().sent())
          .extracting(StandInTwilio.Sent::to)
          .containsAll(givenUp)
          .allMatch(givenUp::contains);
      System.out.printf(
          "%d texts of %d people, the database away for %s, healthy after %s; texts of %d people"
              + " were given up and fetched; every text is there once, everybody was answered%n",
          words.size(),
          SIZE.people(),
          Duration.ofNanos(back - gone).truncatedTo(ChronoUnit.SECONDS),
          healthy,
          givenUp.size());
    }
  }

  @Test
  void withoutRedisEveryConversationGoesOnWhereItWas(@TempDir Path folder) throws Exception {
    try (var line = new DemoLine(folder, Map.of())) {
      line.server().start();
      List<Future<?>> talks = new ArrayList<>();
      for (int person = 0; person < SIZE.people(); person++) {
        int number = person;
        talks.add(people.submit(() -> converse(line, number)));
      }
      Thread.sleep(1_000);
      emptyRedis(line.server().dataDir());
      Thread.sleep(1_500);
      ProcessHandle redis = redis(line.server());
      redis.destroyForcibly();
      redis.onExit().join();
      finish(talks);

      assertThat(statuses).containsExactly(200);
      assertThat(new InboxReader(line.server()).find(WORD, words.size()))
          .isEqualTo(words.stream().sorted().toList());
    }
  }

  private List<Future<?>> load(DemoLine line) {
    List<Future<?>> load = new ArrayList<>();
    for (int person = 0; person < SIZE.people(); person++) {
      String from = from(person);
      load.add(people.submit(() -> write(line, from)));
    }
    return load;
  }

  private Void write(DemoLine line, String from) throws Exception {
    while (!over) {
      deliver(line, from, word() + " the gate at kilima was shut again");
      Thread.sleep(BETWEEN_TEXTS);
    }
    return null;
  }

  /** Each question is asked once, and the answer is taken for one. */
  private Void converse(DemoLine line, int person) throws Exception {
    List<String> says = List.of("About?", "publish", "How may we answer", "All noted");
    Thread.sleep(100L * person % 1_000);
    for (int i = 0; i < says.size(); i++) {
      String text = i == 0 ? word() + " there is no syrup" : "1";
      assertThat(deliver(line, from(person), text)).contains(says.get(i));
      Thread.sleep(1_000);
    }
    return null;
  }

  /** As Twilio does: five times more, and then never again. */
  private String deliver(DemoLine line, String from, String body) throws Exception {
    String id = "SM%032d".formatted(texts.incrementAndGet());
    for (int i = 0; i <= REPEATS; i++) {
      try {
        var answer = line.deliver(id, from, body);
        statuses.add(answer.statusCode());
        if (answer.statusCode() == 200) {
          return DemoLine.reply(answer.body());
        }
      } catch (IOException e) {
        statuses.add(0);
      }
      Thread.sleep(100);
    }
    givenUp.add(from);
    return "";
  }

  private String word() {
    synchronized (words) {
      String word = "w%05d".formatted(words.size());
      words.add(word);
      return word;
    }
  }

  private static String from(int person) {
    return "+9995550%04d".formatted(person);
  }

  private void finish(List<Future<?>> load) throws Exception {
    over = true;
    for (Future<?> one : load) {
      one.get();
    }
  }

  private static List<Long> database(RunningServer server) {
    return server.leftovers().stream()
        .filter(one -> one.info().command().orElse("").endsWith("/postgres"))
        .flatMap(one -> Stream.concat(Stream.of(one), one.descendants()))
        .map(ProcessHandle::pid)
        .toList();
  }

  private static ProcessHandle redis(RunningServer server) {
    return server.leftovers().stream()
        .filter(one -> one.info().command().orElse("").contains("redis-server"))
        .findFirst()
        .orElseThrow();
  }

  private static void signal(String which, List<Long> processes) throws Exception {
    assertThat(processes).isNotEmpty();
    var command = new ArrayList<>(List.of("kill", which));
    processes.forEach(one -> command.add(one.toString()));
    Process kill = new ProcessBuilder(command).start();
    assertThat(kill.waitFor(10, TimeUnit.SECONDS)).isTrue();
  }

  private static void emptyRedis(Path dataDir) throws IOException {
    String config = Files.readString(dataDir.resolve("redis/redis.conf"));
    try (var redis = new Jedis("127.0.0.1", Integer.parseInt(setting(config, "port")))) {
      redis.auth(setting(config, "requirepass"));
      redis.flushAll();
    }
  }

  private static String setting(String config, String name) {
    Matcher matcher = Pattern.compile("(?m)^" + name + " (\\S+)$").matcher(config);
    assertThat(matcher.find()).as("%s of Redis", name).isTrue();
    return matcher.group(1);
  }
}
