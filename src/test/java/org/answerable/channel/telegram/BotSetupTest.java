package org.answerable.channel.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import org.answerable.flow.yaml.Shipped;
import org.answerable.organisation.ChannelConfig;
import org.answerable.organisation.ChannelConfig.Telegram.Mode;
import org.answerable.testing.AnOrganisation;
import org.answerable.testing.StandInTelegram;
import org.answerable.testing.StandInTelegram.Answer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class BotSetupTest {
  private static final Duration SOON = Duration.ofSeconds(5);
  private final StandInTelegram telegram = new StandInTelegram();

  BotSetupTest() throws IOException {}

  @AfterEach
  void end() {
    telegram.close();
  }

  @Test
  void aBotThatIsPolledSaysWhoItIsInEachLanguage() throws InterruptedException {
    var setup = setup(StandInTelegram.TOKEN, Mode.POLLING, telegram.apiUrl());
    setup.run();
    assertThat(setup.state(SOON)).isEqualTo("works: https://t.me/stand_in_bot");
    assertThat(telegram.made("setWebhook")).isEmpty();
    var menus = telegram.made("setMyCommands");
    assertThat(menus.stream().map(menu -> menu.json().path("language_code").asString("any")))
        .containsExactly("any", "en", "sw");
    assertThat(menus.get(2).json().get("commands").get(0).toString())
        .isEqualTo(
            "{\"command\":\"msaada\",\"description\":\"Maneno ya kutumia, na mtu wa kuzungumza"
                + " naye\"}");
    assertThat(menus.getFirst().json().get("scope").toString())
        .isEqualTo("{\"type\":\"all_private_chats\"}");
    assertThat(telegram.made("setMyDescription").getFirst().json().get("description").asString())
        .startsWith("Tell Baraza what works");
    assertThat(telegram.made("setMyShortDescription")).hasSize(3);
  }

  @Test
  void whatItSaysFitsWhereTelegramShowsIt() throws InterruptedException {
    setup(StandInTelegram.TOKEN, Mode.POLLING, telegram.apiUrl()).run();
    assertThat(telegram.made("setMyDescription"))
        .allMatch(one -> one.json().get("description").asString().length() <= 512);
    assertThat(telegram.made("setMyShortDescription"))
        .allMatch(one -> one.json().get("short_description").asString().length() <= 120);
    telegram
        .made("setMyCommands")
        .forEach(
            one ->
                one.json()
                    .get("commands")
                    .forEach(
                        command -> {
                          assertThat(command.get("command").asString()).matches("[a-z0-9_]{1,32}");
                          assertThat(command.get("description").asString()).hasSizeBetween(1, 256);
                        }));
  }

  @Test
  void everyCommandOfTheMenuIsAWordThatWorks() throws InterruptedException {
    setup(StandInTelegram.TOKEN, Mode.POLLING, telegram.apiUrl()).run();
    var keywords = Shipped.folder().keywords();
    telegram
        .made("setMyCommands")
        .forEach(
            menu ->
                menu.json()
                    .get("commands")
                    .forEach(
                        command ->
                            assertThat(keywords.match(command.get("command").asString()))
                                .as(command.toString())
                                .isPresent()));
  }

  @Test
  void aWebhookIsGivenWithItsSecret() throws InterruptedException {
    setup(StandInTelegram.TOKEN, Mode.WEBHOOK, telegram.apiUrl()).run();
    var webhook = telegram.made("setWebhook").getFirst().json();
    assertThat(webhook.get("url").asString())
        .isEqualTo("https://line.example/channels/telegram/bot");
    assertThat(webhook.get("secret_token").asString()).isEqualTo(StandInTelegram.SECRET);
    assertThat(webhook.get("allowed_updates").toString())
        .isEqualTo("[\"message\",\"edited_message\",\"callback_query\",\"my_chat_member\"]");
  }

  @Test
  void aWrongTokenIsNamedWithWhatToDoAndNotTriedAgain() throws InterruptedException {
    var setup = setup("700001:AAsomebody-elses", Mode.POLLING, telegram.apiUrl());
    setup.run();
    assertThat(setup.state(SOON))
        .startsWith("Telegram does not know its token. Open @BotFather")
        .doesNotContain("AAsomebody");
    assertThat(telegram.made()).hasSize(1);
  }

  @Test
  void anAddressThatTelegramDoesNotCallIsToldWithWhatToDo() throws InterruptedException {
    var setup = setup(StandInTelegram.TOKEN, Mode.WEBHOOK, telegram.apiUrl());
    telegram.refuses("setWebhook");
    setup.run();
    assertThat(setup.state(SOON))
        .contains("https://line.example/channels/telegram/bot", "answerable.public-url");
  }

  @Test
  void aTelegramThatIsAwayIsToldDifferentlyAndTriedAgain() throws InterruptedException {
    telegram.answer(Answer.BREAKS);
    var setup = setup(StandInTelegram.TOKEN, Mode.POLLING, telegram.apiUrl());
    Thread trying = Thread.ofVirtual().start(() -> run(setup));
    assertThat(setup.state(SOON)).startsWith("Telegram can't be reached (HTTP 502)");
    assertThat(trying.isAlive()).as("it tries again").isTrue();
    trying.interrupt();

    var nowhere = setup(StandInTelegram.TOKEN, Mode.POLLING, URI.create("http://127.0.0.1:1"));
    Thread other = Thread.ofVirtual().start(() -> run(nowhere));
    assertThat(nowhere.state(SOON)).startsWith("Telegram can't be reached (ConnectException)");
    other.interrupt();
  }

  @Test
  void aMenuThatIsRefusedStopsNothing() throws InterruptedException {
    telegram.refuses("setMyCommands");
    var setup = setup(StandInTelegram.TOKEN, Mode.POLLING, telegram.apiUrl());
    setup.run();
    assertThat(setup.state(SOON)).startsWith("works");
    assertThat(telegram.made("setMyDescription")).isEmpty();
  }

  private static void run(BotSetup setup) {
    try {
      setup.run();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static BotSetup setup(String token, Mode mode, URI apiUrl) {
    var config = new ChannelConfig.Telegram("bot", token, mode, StandInTelegram.SECRET, apiUrl);
    var bot = Bot.of("baraza", config, SOON, InstantSource.system());
    var api = bot.api().orElseThrow();
    return new BotSetup(bot, api, AnOrganisation.with(config), "https://line.example");
  }
}
