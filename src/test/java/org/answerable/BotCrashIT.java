package org.answerable;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.answerable.testing.Apart;
import org.answerable.testing.DemoBot;
import org.answerable.testing.InboxReader;
import org.answerable.testing.StandInTelegram;
import org.answerable.testing.StandInTelegram.Sent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/**
 * Invariant 1 where a bot is polled: the application, and every second time its servers too, are
 * killed between an update and its confirmation: half of the times right after the commit, while
 * the reply is on its way, else at any moment after the update was told. At full size with {@code
 * -Dcrash.full=true}.
 */
@Apart
class BotCrashIT {
  private static final int KILLS = Boolean.getBoolean("crash.full") ? 100 : 5;
  private static final int TEXTS_A_KILL = 4;
  private static final int TEXTS = KILLS * TEXTS_A_KILL;
  private static final int MOST_OF_A_COMMIT_MILLIS = 120;
  private static final long FIRST_CHAT = 700_000_000L;
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Pattern WORD = Pattern.compile("\\bw\\d{5}\\b");

  @Test
  void nothingToldIsLostAndNothingHappensTwice(
      @TempDir(cleanup = CleanupMode.ON_SUCCESS) Path folder) throws Exception {
    try (var bot = new DemoBot(folder, "polling", Map.of())) {
      bot.server().start();
      for (int kill = 0; kill < KILLS; kill++) {
        killBeforeConfirmation(bot, kill);
        assertThat(bot.telegram().waiting()).as("told and not confirmed").isPositive();
        bot.server().start();
        awaitConfirmed(bot.telegram());
      }
      awaitReplies(bot.telegram());
      assertThat(new InboxReader(bot.server()).find(WORD, TEXTS)).isEqualTo(allWords());
      assertThat(repliesByChat(bot.telegram()))
          .as("each told the same, however often")
          .hasSize(TEXTS)
          .allSatisfy((chat, replies) -> assertThat(replies).hasSize(1));
      System.out.printf(
          "%d messages to a bot, %d kills between update and confirmation: every one is there"
              + " once%n",
          TEXTS, KILLS);
    }
  }

  private static void killBeforeConfirmation(DemoBot bot, int kill) throws Exception {
    var reached = new CountDownLatch(1);
    var killed = new CountDownLatch(1);
    boolean committed = kill % 2 == 0;
    var sending = committed ? reached : new CountDownLatch(1);
    bot.telegram().beforeSending(() -> hold(sending, killed)); // so that nothing is confirmed
    bot.telegram().afterTelling(committed ? () -> {} : reached::countDown);
    for (int text = kill * TEXTS_A_KILL; text < (kill + 1) * TEXTS_A_KILL; text++) {
      bot.telegram()
          .tell(
              bot.telegram()
                  .people()
                  .text(FIRST_CHAT + text, word(text) + " the gate at kilima was shut again"));
    }
    assertThat(reached.await(PATIENCE.toSeconds(), TimeUnit.SECONDS)).as("told").isTrue();
    if (!committed) {
      Thread.sleep(ThreadLocalRandom.current().nextInt(MOST_OF_A_COMMIT_MILLIS));
    }
    if (kill % 4 < 2) {
      bot.server().kill();
    } else {
      bot.server().killEverything();
    }
    bot.telegram().beforeSending(() -> {});
    bot.telegram().afterTelling(() -> {});
    killed.countDown();
  }

  private static void hold(CountDownLatch reached, CountDownLatch killed) {
    reached.countDown();
    try {
      killed.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void awaitConfirmed(StandInTelegram telegram) {
    await("polling goes on after a kill").atMost(PATIENCE).until(() -> telegram.waiting() == 0);
  }

  private static void awaitReplies(StandInTelegram telegram) throws InterruptedException {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (repliesByChat(telegram).size() < TEXTS && System.nanoTime() < deadline) {
      Thread.sleep(100);
    }
  }

  private static Map<Long, Set<String>> repliesByChat(StandInTelegram telegram) {
    return telegram.sent().stream()
        .collect(
            Collectors.groupingBy(Sent::chat, Collectors.mapping(Sent::text, Collectors.toSet())));
  }

  private static String word(int text) {
    return "w%05d".formatted(text);
  }

  private static List<String> allWords() {
    return IntStream.range(0, TEXTS).mapToObj(BotCrashIT::word).toList();
  }
}
