package org.answerable;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.answerable.platform.keys.LivingEpochs;
import org.answerable.testing.Apart;
import org.answerable.testing.DemoLine;
import org.answerable.testing.InboxReader;
import org.answerable.testing.LogMirror;
import org.answerable.testing.LogMirror.Verdict;
import org.answerable.testing.LogWatcher;
import org.answerable.testing.OwnersView;
import org.answerable.testing.PatientProvider;
import org.answerable.testing.RunningServer;
import org.answerable.testing.StandInWitness;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import redis.clients.jedis.Jedis;

/**
 * Invariants 1 and 5 under {@code kill -9}: texts come in while the application, and every second
 * time its servers too, are killed in the middle of a change of the keys and started again. Each
 * text is delivered five times at once, and again until it is taken. All the while somebody watches
 * the public log, which stands by each checkpoint that it showed. At full size with {@code
 * -Dcrash.full=true}, with more kills alone with {@code -Dcrash.kills=30}.
 */
@Apart
class CrashIT {
  private static final Size SIZE =
      Boolean.getBoolean("crash.full")
          ? new Size(2000, 200, 50)
          : new Size(300, 30, Integer.getInteger("crash.kills", 5));
  private static final Duration BACK_WITHIN = Duration.ofSeconds(60);
  private static final Duration SHOWN_WITHIN = Duration.ofSeconds(60);
  private static final Duration CHANGES_WITHIN = Duration.ofSeconds(15);
  private static final int MOST_OF_A_CHANGE_MILLIS = 400;
  private static final Duration HESITATES = Duration.ofSeconds(4);
  private static final int KEY_FILES = 3;
  private static final String TLOG = "/" + DemoLine.ORGANISATION + "/tlog/";
  private static final Pattern WORD = Pattern.compile("\\bw\\d{5}\\b");

  /** Taken before the last but one had begun: repeats are known for two, and they fly by here. */
  private Set<String> ofEarlierEpochs = Set.of();

  /** How many kills there were. */
  private final AtomicInteger killed = new AtomicInteger();

  private record Size(int texts, int people, int kills) {
    /** Texts go along with the kills, some ahead, so that there is load during each change. */
    boolean isTimeFor(int text, int killed) {
      return text <= texts * (2 * killed + 3) / (2 * kills);
    }
  }

  @Test
  void nothingTakenIsLostAndNothingHappensTwice(@TempDir Path folder) throws Exception {
    try (var witness = new StandInWitness("witness.example/w1");
        var line = new DemoLine(folder, Map.of());
        var sending = Executors.newVirtualThreadPerTaskExecutor()) {
      witness.manner(StandInWitness.Manner.HESITATES);
      witness.nameIn(folder.resolve("config/organisations/" + DemoLine.ORGANISATION + ".yaml"));
      line.server().start();
      witness.watching(line.server().url(TLOG + "key"));
      var provider = new PatientProvider(line);
      var watcher = new LogWatcher(line.server().url(TLOG));

      List<Future<?>> people =
          IntStream.range(0, SIZE.people())
              .<Future<?>>mapToObj(person -> sending.submit(() -> write(provider, person)))
              .toList();
      List<Duration> back = killAgainAndAgain(line.server(), provider, sending);
      for (Future<?> person : people) {
        person.get();
      }

      assertThat(back).allSatisfy(time -> assertThat(time).isLessThan(BACK_WITHIN));
      assertThat(provider.taken()).isEqualTo(SIZE.texts());
      Map<String, String> remembered = provider.replies();
      remembered.keySet().removeAll(ofEarlierEpochs);
      assertThat(remembered).isNotEmpty();
      assertThat(provider.repliesOfRepeats(remembered.keySet())).isEqualTo(remembered);
      assertThat(new InboxReader(line.server()).find(WORD, SIZE.texts())).isEqualTo(allWords());
      watcher.close();
      assertThat(watcher.count()).as("checkpoints that somebody saw").isGreaterThan(SIZE.kills());
      assertThat(watcher.contradicted()).isEmpty();
      assertThat(witness.contradicted()).as("refused by the witness").isZero();
      assertThat(witness.size()).isPositive();
      Verdict verdict =
          LogMirror.verify(
              line.server().url("/" + DemoLine.ORGANISATION).toString(), folder.resolve("seen"));
      assertThat(verdict.status()).as(verdict.said()).isZero();
      int epoch = awaitWholeEpoch(line.server());
      assertThat(epoch).as("epochs that began").isGreaterThan(SIZE.kills() / 2);
      assertThat(keyFiles(line.server()))
          .containsExactlyInAnyOrder(
              "epoch-" + epoch + ".key",
              "messages-" + epoch + ".key",
              "messages-" + (epoch - 1) + ".key");
      System.out.printf(
          "%d texts of %d people, each delivered 5 times at once; %d kills in %d changes of keys,"
              + " back after %s; every text is there once; %d checkpoints were seen, and hold; a"
              + " witness was asked %d times, and refused none%n",
          SIZE.texts(),
          SIZE.people(),
          SIZE.kills(),
          epoch - 1,
          back,
          watcher.count(),
          witness.asked());
    }
  }

  /** A person's texts, one after another. */
  private Void write(PatientProvider provider, int person) throws Exception {
    for (int text = person; text < SIZE.texts(); text += SIZE.people()) {
      while (!SIZE.isTimeFor(text, killed.get())) {
        Thread.sleep(100);
      }
      Thread.sleep(ThreadLocalRandom.current().nextLong(HESITATES.toMillis()));
      provider.deliver(
          "SM%032d".formatted(text),
          "+9995550%04d".formatted(person),
          "%s the gate at kilima was shut again".formatted(word(text)));
    }
    return null;
  }

  private static String word(int text) {
    return "w%05d".formatted(text);
  }

  private static List<String> allWords() {
    return IntStream.range(0, SIZE.texts()).mapToObj(CrashIT::word).toList();
  }

  private List<Duration> killAgainAndAgain(
      RunningServer server, PatientProvider provider, ExecutorService sending) throws Exception {
    try {
      return killAgainAndAgain(server, provider);
    } catch (Throwable e) {
      sending.shutdownNow(); // they would wait for kills that do not come
      throw e;
    }
  }

  private List<Duration> killAgainAndAgain(RunningServer server, PatientProvider provider)
      throws Exception {
    var back = new ArrayList<Duration>();
    for (int kill = 1; kill <= SIZE.kills(); kill++) {
      provider.awaitTaken(SIZE.texts() * kill / (SIZE.kills() + 1));
      if (kill == SIZE.kills() / 2) {
        emptyRedis(server.dataDir());
      }
      beginAnEpoch(server);
      if (kill == SIZE.kills() - 1) {
        ofEarlierEpochs = provider.replies().keySet();
      }
      if (kill % 2 == 0) {
        server.killEverything();
      } else {
        server.kill();
      }
      long begun = System.nanoTime();
      killed.incrementAndGet();
      server.start();
      long healthy = System.nanoTime();
      // ids are known for two epochs, of a week each: here a repeat would come after the third
      provider.awaitUnderWay();
      back.add(Duration.ofNanos(healthy - begun).truncatedTo(ChronoUnit.MILLIS));
    }
    return back;
  }

  /** Returns in the middle of the change, wherever that is. */
  private static void beginAnEpoch(RunningServer server) throws Exception {
    JdbcClient owner = OwnersView.of(server.dataDir(), server.dataDir().resolve("keys"));
    int before = living(owner).epoch();
    owner.sql("update constituent.epoch set asked = true").update();
    long deadline = System.nanoTime() + CHANGES_WITHIN.toNanos();
    while (living(owner).epoch() == before && System.nanoTime() < deadline) {
      Thread.sleep(5);
    }
    Thread.sleep(ThreadLocalRandom.current().nextInt(MOST_OF_A_CHANGE_MILLIS));
  }

  private static int awaitWholeEpoch(RunningServer server) throws Exception {
    JdbcClient owner = OwnersView.of(server.dataDir(), server.dataDir().resolve("keys"));
    long deadline = System.nanoTime() + SHOWN_WITHIN.toNanos();
    while (living(owner).isChanging() || keyFiles(server).size() > KEY_FILES) {
      assertThat(System.nanoTime()).as("a change goes on after a kill").isLessThan(deadline);
      Thread.sleep(100);
    }
    return living(owner).epoch();
  }

  private static LivingEpochs living(JdbcClient owner) {
    return owner
        .sql("select epoch, oldest from constituent.epoch")
        .query((row, n) -> new LivingEpochs(row.getInt(1), row.getInt(2)))
        .single();
  }

  private static List<String> keyFiles(RunningServer server) throws IOException {
    try (var files = Files.list(server.dataDir().resolve("keys").resolve(DemoLine.ORGANISATION))) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.matches("(epoch|messages)-\\d+\\.key"))
          .toList();
    }
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
