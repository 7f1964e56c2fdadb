package org.answerable;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import org.answerable.testing.Apart;
import org.answerable.testing.DemoBot;
import org.answerable.testing.Needles;
import org.answerable.testing.StandInTelegram;
import org.answerable.testing.StandInTelegram.Answer;
import org.answerable.testing.TelegramUpdates;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What a bot hears and says leaves nothing: no chat, no name, no nickname, and neither of the bot's
 * secrets, on the disk, in a log line at any level, with the libraries' own tracing on, or in a
 * figure; whatever Telegram answers.
 */
@Apart
class BotTracesIT {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final String WORD = "quinquereme";
  private static final long AMINA =
      7_000_000_000L + ThreadLocalRandom.current().nextInt(999_999_999);
  private static final long JUMA = AMINA + 1_000_003;
  private static final long GROUP = -AMINA - 7_000_009;

  @Test
  void nobodyAndNoSecretIsFoundInWhatABotLeaves(@TempDir Path folder) throws Exception {
    var properties =
        Map.of(
            "logging.level.root",
            "DEBUG",
            "logging.level.org.answerable",
            "TRACE",
            "logging.level.okhttp3",
            "TRACE");
    try (var bot = new DemoBot(folder, "polling", properties)) {
      bot.server().start();
      doEverything(bot);
      meetEveryAnswer(bot);
      String metrics = get(bot.server().managementUrl("/actuator/prometheus"));
      assertThat(bot.server().terminate()).isIn(0, 143); // PostgreSQL ends with a checkpoint

      Needles people = people();
      String output = bot.server().output();
      Path data = bot.server().dataDir();
      assertThat(people.in(output)).as("in the log").isEmpty();
      assertThat(people.in(metrics)).as("in a figure").isEmpty();
      assertThat(new Needles().text(WORD).in(output)).as("words in the log").isEmpty();
      assertThat(people.below(data, data.resolve("keys"))).as("on the disk").isEmpty();
      assertTheSearchFinds(output, data);
    }
  }

  private static Needles people() {
    var people = new Needles();
    for (long chat : List.of(AMINA, JUMA, -GROUP)) {
      people.number(Long.toString(chat));
    }
    people.text(TelegramUpdates.FIRST_NAME).text(TelegramUpdates.LAST_NAME);
    people.text(TelegramUpdates.NICKNAME);
    people.text(StandInTelegram.TOKEN.replaceFirst(".*:", "")).text(StandInTelegram.SECRET);
    return people;
  }

  /** Else the search would be blind. */
  private static void assertTheSearchFinds(String output, Path data) throws Exception {
    assertThat(output).contains("okhttp3").contains(" DEBUG ");
    Files.writeString(data.resolve("decoy"), "chat " + AMINA);
    assertThat(people().below(data, data.resolve("keys"))).isNotEmpty();
  }

  private static void doEverything(DemoBot bot) throws Exception {
    StandInTelegram telegram = bot.telegram();
    TelegramUpdates people = telegram.people();
    telegram.tell(people.text(AMINA, "/start nurse"));
    var feedback = telegram.tell(people.text(AMINA, "no " + WORD + " at the clinic"));
    await()
        .atMost(PATIENCE)
        .until(() -> telegram.sent().stream().anyMatch(sent -> !sent.buttons().isEmpty()));
    String button = telegram.sent().getLast().buttons().getFirst().data();
    telegram.tell(people.press(AMINA, 10_002, button));
    telegram.tell(people.press(AMINA, 10_002, button));
    telegram.tell(people.edit(AMINA, feedback.message(), "no " + WORD + " at all", 60));
    telegram.tell(people.edit(AMINA, feedback.message(), "no " + WORD + " ever", 6_000));
    telegram.tell(people.thing(AMINA, "photo", "the " + WORD + " shelf"));
    telegram.tell(people.thing(JUMA, "contact", ""));
    telegram.tell(people.text(JUMA, "STOP"));
    telegram.tell(people.member(JUMA, "kicked"));
    telegram.tell(people.member(GROUP, "member"));
    telegram.tell(people.text(GROUP, "hello all"));
    await()
        .atMost(PATIENCE)
        .until(() -> telegram.made("leaveChat").size() == 2 && telegram.waiting() == 0);
    URI server = bot.server().url("/");
    String forged = people.text(JUMA, "a " + WORD).json();
    assertThat(telegram.deliver(server, DemoBot.CHANNEL, forged).statusCode()).isEqualTo(403);
    assertThat(telegram.deliver(server, "none", forged).statusCode()).isEqualTo(404);
  }

  /** To what is sent, and to what is asked. */
  private static void meetEveryAnswer(DemoBot bot) throws Exception {
    StandInTelegram telegram = bot.telegram();
    for (Answer answer : List.of(Answer.SAYS_STOPPED, Answer.REFUSES, Answer.BABBLES)) {
      telegram.answer(answer);
      int before = telegram.sent().size();
      telegram.tell(telegram.people().text(AMINA, "HELP"));
      await().atMost(PATIENCE).until(() -> telegram.sent().size() > before);
    }
    for (Answer answer : List.of(Answer.BREAKS, Answer.BABBLES, Answer.KNOWS_NOT_US)) {
      telegram.answerToPolling(answer);
      int before = telegram.made("getUpdates").size();
      telegram.tell(telegram.people().text(AMINA, "HELP")); // ends the call that is held
      await().atMost(PATIENCE).until(() -> telegram.made("getUpdates").size() > before);
    }
  }

  private static String get(URI url) throws Exception {
    try (var http = HttpClient.newHttpClient()) {
      return http.send(HttpRequest.newBuilder(url).build(), BodyHandlers.ofString()).body();
    }
  }
}
