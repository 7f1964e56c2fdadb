package org.answerable;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.answerable.testing.DemoBot;
import org.answerable.testing.DemoLine;
import org.answerable.testing.FirstView;
import org.answerable.testing.LogMirror;
import org.answerable.testing.OwnProcess;
import org.answerable.testing.OwnersView;
import org.answerable.testing.PatientProvider;
import org.answerable.testing.StandInTelegram;
import org.answerable.testing.Visitor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import redis.clients.jedis.Jedis;

/**
 * A vote through the real channels: set up and agreed to in the inbox, cast by text message and at
 * a bot, each delivery five times at once, each vote changed once, the cache emptied meanwhile, and
 * the application killed in the middle of the close. With 300 voters by {@code -Dpolls.full=true}.
 */
@OwnProcess
class PollsIT {
  private static final int VOTERS = Boolean.getBoolean("polls.full") ? 300 : 30;
  private static final int AT_ONCE = 5;
  private static final Duration PATIENCE = Duration.ofSeconds(90);
  private static final int MOST_OF_A_CLOSE_MILLIS = 1500;
  private static final long FIRST_CHAT = 710_000_000L;

  /** Of three voters; the first vote of all is another one. */
  private static final List<String> CHOICES = List.of("3 1 2", "3,1", "1=2");

  private static final Pattern REFERENCE =
      Pattern.compile("/inbox/polls/([A-Z0-9]{4}-[A-Z0-9]{4})");
  private static final Pattern INVITATION = Pattern.compile("/invitation/([\\w-]{20,})");
  private static final Pattern RECEIPT = Pattern.compile("[0-9]{4}-[0-9]{4}");

  @Test
  void eachVoterIsCountedOnceWithTheLastVote(@TempDir Path folder) throws Exception {
    try (var telegram = new StandInTelegram();
        var line = new DemoLine(folder, Map.of());
        var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      addBot(folder, telegram);
      line.server()
          .environment("TELEGRAM_BOT_TOKEN", StandInTelegram.TOKEN)
          .environment("TELEGRAM_SECRET", StandInTelegram.SECRET);
      line.server().start();
      String poll = setUp(line);
      var provider = new PatientProvider(line);
      vote(threads, line, telegram, provider, 0);
      emptyRedis(line.server().dataDir());
      List<String> replies = vote(threads, line, telegram, provider, 1);
      killWhileItCloses(line, poll);
      awaitTally(line, poll);

      String base = "/" + DemoLine.ORGANISATION + "/polls/" + poll;
      var anybody = new Visitor(line.server().url("/").getPort());
      List<String> receipts = anybody.get(base + ".receipts").body().lines().toList();
      assertThat(receipts)
          .as("each voter's, once")
          .containsExactlyInAnyOrderElementsOf(replies.stream().map(PollsIT::receipt).toList());
      assertThat(anybody.get(base + ".csv").body().lines().skip(1))
          .containsExactlyInAnyOrder(
              VOTERS / 3 + ",3 1 2", VOTERS / 3 + ",3 1", VOTERS / 3 + ",1=2");
      assertThat(anybody.get(base).body()).contains("travel refund came first.");
      assertThat(FirstView.of(line.server().url("/"), base).bytes())
          .isLessThan(FirstView.BYTES_MAX);
      assertThat(recount(folder, anybody.get(base + ".blt").body()))
          .contains("Elected: travel refund (3).");
      var verdict =
          LogMirror.verify(
              line.server().url("/" + DemoLine.ORGANISATION).toString(), folder.resolve("seen"));
      assertThat(verdict.status()).isEqualTo(1);
      assertThat(verdict.said())
          .as("who closes a poll early, as this test has to, is seen")
          .contains("closes " + poll + " before its last day is over");
    }
  }

  /** By two leaders, in the inbox. */
  private static String setUp(DemoLine line) throws Exception {
    int port = line.server().url("/").getPort();
    var first = new Visitor(port);
    first.accept(line.server().invitation(), "asha", "three words of mine");
    String page =
        first.submit("/inbox/people", "/inbox/people/invite", Map.of("roles", "programmes")).body();
    Matcher invited = INVITATION.matcher(page);
    assertThat(invited.find()).as(page).isTrue();
    var second = new Visitor(port);
    second.accept(invited.group(1), "zawadi", "other words of hers");

    Map<String, String> fields = new HashMap<>();
    for (String language : List.of("en", "sw", "fr")) {
      fields.put("question-" + language, "What first?");
      fields.put("options-" + language, "water\nopen Saturday\ntravel refund\nclosed room");
    }
    LocalDate today = LocalDate.now(ZoneId.of("Africa/Nairobi"));
    fields.putAll(
        Map.of(
            "count", "order:schulze",
            "seats", "1",
            "opens", today.toString(),
            "closes", today.plusDays(3).toString(),
            "asked-by", "the assembly of 10 Oct",
            "wish", "propose"));
    var answer = first.submit("/inbox/polls/new", "/inbox/polls/new", fields);
    Matcher found = REFERENCE.matcher(answer.headers().firstValue("Location").orElse(""));
    assertThat(found.find()).as(answer.body()).isTrue();
    String room = "/inbox/polls/" + found.group(1);
    assertThat(first.submit(room, room + "/agree", Map.of()).body())
        .contains("somebody else than you has to agree");
    second.submit(room, room + "/agree", Map.of());
    awaitPage(second, room, "Open until");
    Thread.sleep(2_500); // each node looks every two seconds
    return found.group(1);
  }

  private static List<String> vote(
      ExecutorService threads,
      DemoLine line,
      StandInTelegram telegram,
      PatientProvider provider,
      int round)
      throws Exception {
    List<Callable<String>> votes = new ArrayList<>();
    for (int voter = 0; voter < VOTERS; voter++) {
      String text = round == 0 ? "4 2" : CHOICES.get(voter % CHOICES.size());
      int number = voter;
      votes.add(
          voter % 2 == 0
              ? () -> byText(provider, number, round, text)
              : () -> atTheBot(line, telegram, number, text));
    }
    List<String> replies = new ArrayList<>();
    for (Future<String> reply : threads.invokeAll(votes)) {
      replies.add(reply.get());
    }
    assertThat(replies).allMatch(reply -> reply.contains("Your vote: "));
    return replies;
  }

  private static String byText(PatientProvider provider, int voter, int round, String text)
      throws Exception {
    String id = "SM%032d".formatted(2 * voter + round);
    provider.deliver(id, "+9995551%04d".formatted(voter), text);
    return DemoLine.reply(String.valueOf(provider.replies().get(id)));
  }

  private static String atTheBot(DemoLine line, StandInTelegram telegram, int voter, String text)
      throws Exception {
    String update = telegram.people().text(FIRST_CHAT + voter, text).json();
    Callable<String> once =
        () -> {
          var answer = telegram.deliver(line.server().url("/"), DemoBot.CHANNEL, update);
          assertThat(answer.statusCode()).isEqualTo(200);
          return StandInTelegram.inAnswer(answer.body()).getFirst().text();
        };
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<String> replies = new ArrayList<>();
      for (Future<String> reply : threads.invokeAll(Collections.nCopies(AT_ONCE, once))) {
        replies.add(reply.get());
      }
      assertThat(replies).allMatch(replies.getFirst()::equals);
      return replies.getFirst();
    }
  }

  /** Its last day becomes yesterday, and some time within the close everything is killed. */
  private static void killWhileItCloses(DemoLine line, String poll) throws Exception {
    JdbcClient owner =
        OwnersView.of(line.server().dataDir(), line.server().dataDir().resolve("keys"));
    owner.sql("update poll.poll set closes = current_date - 2 where poll = ?").param(poll).update();
    Thread.sleep(ThreadLocalRandom.current().nextInt(MOST_OF_A_CLOSE_MILLIS));
    line.server().kill();
    line.server().start();
  }

  private static void awaitTally(DemoLine line, String poll) throws Exception {
    var anybody = new Visitor(line.server().url("/").getPort());
    awaitPage(anybody, "/" + DemoLine.ORGANISATION + "/polls/" + poll, "came first");
    Path key =
        line.server()
            .dataDir()
            .resolve("keys")
            .resolve(DemoLine.ORGANISATION)
            .resolve("poll-" + poll + ".key");
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (Files.exists(key)) {
      assertThat(System.nanoTime()).as("its key ends").isLessThan(deadline);
      Thread.sleep(100);
    }
  }

  private static void awaitPage(Visitor visitor, String page, String words) throws Exception {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (!visitor.get(page).body().contains(words)) {
      assertThat(System.nanoTime()).as("%s says %s", page, words).isLessThan(deadline);
      Thread.sleep(200);
    }
  }

  private static String recount(Path folder, String blt) throws IOException {
    Path file = Files.writeString(folder.resolve("votes.blt"), blt);
    var out = new ByteArrayOutputStream();
    int status =
        CountCommand.run(
            List.of("--method", "schulze", file.toString()),
            new PrintStream(out, true),
            System.err,
            new ByteArrayInputStream(new byte[0]));
    assertThat(status).isZero();
    return out.toString();
  }

  private static String receipt(String reply) {
    Matcher found = RECEIPT.matcher(reply);
    assertThat(found.find()).as(reply).isTrue();
    return found.group().replace("-", "");
  }

  private static void addBot(Path folder, StandInTelegram telegram) throws IOException {
    Path file = folder.resolve("config/organisations/" + DemoLine.ORGANISATION + ".yaml");
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
