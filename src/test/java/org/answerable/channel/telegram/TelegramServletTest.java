package org.answerable.channel.telegram;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.answerable.channel.Address;
import org.answerable.channel.Inbound;
import org.answerable.channel.IncomingMessage;
import org.answerable.channel.PoisonMessages;
import org.answerable.channel.Reply;
import org.answerable.organisation.ChannelConfig;
import org.answerable.organisation.ChannelConfig.Telegram.Mode;
import org.answerable.testing.StandInTelegram;
import org.answerable.testing.TelegramUpdates;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

/**
 * Telegram's webhook. At full size, for docs/quality.md: {@code mvn test -Dtest=TelegramServletTest
 * -Dfuzz.updates=1000000 -Dfuzz.forged=100000}.
 */
class TelegramServletTest {
  private static final int FUZZED = Integer.getInteger("fuzz.updates", 20_000);
  private static final int FORGED = Integer.getInteger("fuzz.forged", 5_000);
  private static final long CHAT = 700_555_123L;
  private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");
  private static final InstantSource CLOCK = InstantSource.fixed(NOW);
  private final TelegramUpdates people = new TelegramUpdates();
  private final List<IncomingMessage> taken = new ArrayList<>();
  private final List<String> aside = new ArrayList<>();
  private @Nullable Reply reply = Reply.of("We have it.");
  private final StandInTelegram telegram;
  private TelegramServlet servlet;

  TelegramServletTest() throws IOException {
    telegram = new StandInTelegram();
    servlet = servlet(telegram);
  }

  private TelegramServlet servlet(StandInTelegram at) {
    var hooked =
        new ChannelConfig.Telegram(
            "bot", StandInTelegram.TOKEN, Mode.WEBHOOK, StandInTelegram.SECRET, at.apiUrl());
    var polled =
        new ChannelConfig.Telegram("polled", StandInTelegram.TOKEN, Mode.POLLING, "", at.apiUrl());
    return servlet(
        Bot.of("baraza", hooked, Duration.ofSeconds(5), CLOCK),
        Bot.of("baraza", polled, Duration.ofSeconds(5), CLOCK));
  }

  private TelegramServlet servlet(Bot... bots) {
    return new TelegramServlet(
        new Bots(List.of(bots)), this::take, new Errands(), new Poison(noting()), CLOCK);
  }

  /** Of a bot that calls nobody. */
  private TelegramServlet silentServlet() {
    return servlet(
        Bot.uncalled(
            "baraza",
            new ChannelConfig.Telegram(
                "bot", StandInTelegram.TOKEN, Mode.WEBHOOK, StandInTelegram.SECRET, null)));
  }

  private PoisonMessages noting() {
    return (organisation, channel, idHash, reason) -> aside.add(channel + " " + reason);
  }

  private Reply take(IncomingMessage message) {
    taken.add(message);
    if (message.text().equals("poison")) {
      throw new IllegalStateException("our own fault");
    }
    if (reply == null) {
      throw new Inbound.Unavailable("the database is away");
    }
    return reply;
  }

  @AfterEach
  void end() {
    telegram.close();
  }

  @Test
  void handsOverATextAndAnswersWithTheReply() throws IOException {
    var one = people.text(CHAT, "came 5am & waited");
    var response = post("/bot", one.json());
    assertThat(response.getStatus()).isEqualTo(200);
    assertThat(response.getContentType()).isEqualTo("application/json;charset=UTF-8");
    assertThat(response.getContentAsString(UTF_8))
        .isEqualTo(
            "{\"method\":\"sendMessage\",\"chat_id\":700555123,\"text\":\"We have it.\","
                + "\"link_preview_options\":{\"is_disabled\":true}}");
    var message = taken.getFirst();
    assertThat(message.organisation()).isEqualTo("baraza");
    assertThat(message.id()).isEqualTo("700001:700555123:" + one.message());
    assertThat(message.address()).isEqualTo(new Address("bot", "700555123"));
    assertThat(message.text()).isEqualTo("came 5am & waited");
    assertThat(message.at()).isEqualTo(NOW);
    assertThat(telegram.made()).as("calls of our own").isEmpty();
  }

  @Test
  void choicesAreButtonsThatNameTheirQuestion() throws IOException {
    reply =
        new Reply(
            List.of(
                new Reply.Text("We have it.", List.of()),
                new Reply.Text(
                    "About? 1 medicine 2 fees", List.of("medicine", "fees"), "AbC-_123")));
    var response = post("/bot", people.text(CHAT, "no syrup").json());
    assertThat(StandInTelegram.inAnswer(response.getContentAsString(UTF_8)))
        .containsExactly(
            new StandInTelegram.Sent(
                CHAT,
                "We have it.\n\nAbout? 1 medicine 2 fees",
                List.of(
                    new StandInTelegram.Button("1 medicine", "1.AbC-_123"),
                    new StandInTelegram.Button("2 fees", "2.AbC-_123"))));
  }

  @Test
  void buttonsStayWithinWhatTelegramTakes() throws IOException {
    reply =
        new Reply(
            List.of(
                new Reply.Text(
                    "Which?",
                    List.of("a" + "😀".repeat(100)),
                    "A".repeat(Reply.Text.QUESTION_CHARS))));
    var button =
        StandInTelegram.inAnswer(
                post("/bot", people.text(CHAT, "a").json()).getContentAsString(UTF_8))
            .getFirst()
            .buttons()
            .getFirst();
    assertThat(button.data().getBytes(UTF_8).length).isLessThanOrEqualTo(64);
    assertThat(button.label()).hasSizeLessThanOrEqualTo(64).doesNotContain("�").endsWith("😀");
  }

  @Test
  void whatIsTooLongForOneMessageComesInSeveralInOrder() throws IOException {
    String words = "abcdefghi ".repeat(1_000);
    reply = Reply.of(words);
    var response = post("/bot", people.text(CHAT, "READ 4821-9307").json());
    var parts = new ArrayList<>(telegram.sent());
    parts.addAll(StandInTelegram.inAnswer(response.getContentAsString(UTF_8)));
    assertThat(parts).hasSize(3).allMatch(part -> part.text().length() <= Call.TEXT_CHARS);
    assertThat(String.join("", parts.stream().map(StandInTelegram.Sent::text).toList()))
        .isEqualTo(words);
  }

  @Test
  void aPressIsAnsweredAndItsButtonsGo() throws Exception {
    var press = people.press(CHAT, 88, "2.AbC-_123");
    var response = post("/bot", press.json());
    assertThat(response.getContentAsString(UTF_8)).contains("We have it.");
    assertThat(taken.getFirst().id()).startsWith("700001:4").doesNotContain("700555123");
    await().until(() -> telegram.made("editMessageReplyMarkup").size() == 1);
    assertThat(telegram.made("answerCallbackQuery")).hasSize(1);
    assertThat(telegram.made("editMessageReplyMarkup").getFirst().json().toString())
        .isEqualTo("{\"chat_id\":700555123,\"message_id\":88}");
  }

  @Test
  void clearsTheChatUpToTheMessageThatAskedForIt() throws Exception {
    reply = new Reply(List.of(new Reply.Text("We delete it.", List.of())), true);
    var one = people.text(CHAT, "CLEAR");
    assertThat(post("/bot", one.json()).getContentAsString(UTF_8)).contains("We delete it.");
    await().until(() -> telegram.made("deleteMessages").size() == 2);
    assertThat(telegram.deleted()).contains(one.message(), 1L).doesNotContain(one.message() + 1);
  }

  @Test
  void leavesGroupsWithoutAWord() throws IOException {
    assertThat(post("/bot", people.text(-100_5L, "hello all").json()).getContentAsString(UTF_8))
        .isEqualTo("{\"method\":\"leaveChat\",\"chat_id\":-1005}");
    assertThat(taken).isEmpty();
  }

  @Test
  void answersWithNothingWhereNothingIsToBeSaid() throws IOException {
    reply = Reply.NOTHING;
    var response = post("/bot", people.text(CHAT, "STOP").json());
    assertThat(response.getStatus()).isEqualTo(200);
    assertThat(response.getContentAsByteArray()).isEmpty();
  }

  @Test
  void answersWithoutBodyWhenNothingWasTaken() throws IOException {
    reply = null;
    var response = post("/bot", people.text(CHAT, "hello").json());
    assertThat(response.getStatus()).isEqualTo(503);
    assertThat(response.getContentAsByteArray()).isEmpty();
  }

  @Test
  void whatCannotBeTakenIsAskedForAgainAndThenSetAside() throws IOException {
    String poison = people.text(CHAT, "poison").json();
    for (int i = 1; i < Poison.TRIES; i++) {
      assertThat(post("/bot", poison).getStatus()).isEqualTo(503);
      assertThat(post("/bot", people.text(CHAT, "hello").json()).getStatus()).isEqualTo(200);
    }
    assertThat(aside).isEmpty();
    assertThat(post("/bot", poison).getStatus()).isEqualTo(200);
    assertThat(aside).containsExactly("bot IllegalStateException");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/other", "/", "/bot/x", "/bot/", "//bot"})
  void doesNotKnowOtherChannels(String path) throws IOException {
    assertThat(post(path, people.text(CHAT, "hello").json()).getStatus()).isEqualTo(404);
    assertThat(taken).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "stand-in_secret-of-a-webhooK", "stand-in_secret", "💥"})
  void refusesWhoeverDoesNotKnowTheSecret(String secret) throws IOException {
    assertThat(send("/bot", people.text(CHAT, "hello").json().getBytes(UTF_8), secret).getStatus())
        .isEqualTo(403);
    assertThat(send("/bot", people.text(CHAT, "hello").json().getBytes(UTF_8), null).getStatus())
        .isEqualTo(403);
    assertThat(taken).isEmpty();
  }

  /** An empty secret is none. */
  @Test
  void aBotThatIsPolledHasNoWebhook() throws IOException {
    byte[] update = people.text(CHAT, "hello").json().getBytes(UTF_8);
    assertThat(send("/polled", update, "").getStatus()).isEqualTo(403);
    assertThat(send("/polled", update, null).getStatus()).isEqualTo(403);
    assertThat(send("/polled", update, StandInTelegram.SECRET).getStatus()).isEqualTo(403);
  }

  @Test
  void refusesWhatIsTooLargeOrNoUpdate() throws IOException {
    String large = people.text(CHAT, "a".repeat(TelegramServlet.MAX_BODY_BYTES)).json();
    assertThat(post("/bot", large).getStatus()).isEqualTo(413);
    assertThat(post("/bot", "{\"update_id\":1,\"message\":7}").getStatus()).isEqualTo(400);
    assertThat(post("/bot", "").getStatus()).isEqualTo(400);
    assertThat(taken).isEmpty();
  }

  @Test
  void noRandomUpdateIsAnsweredWithAnError() throws IOException {
    long seed = System.nanoTime();
    var random = new Random(seed);
    reply = Reply.NOTHING;
    servlet = silentServlet();
    for (int i = 0; i < FUZZED; i++) {
      byte[] update = mutated(any(random).json().getBytes(UTF_8), random);
      int status = post("/bot", update).getStatus();
      assertThat(status).as("seed %d, update %d", seed, i).isIn(200, 400, 413);
      taken.clear();
    }
    System.out.printf("%,d mutated updates, seed %d: none answered with an error%n", FUZZED, seed);
  }

  @Test
  void noForgedUpdateIsTaken() throws IOException {
    long seed = System.nanoTime();
    var random = new Random(seed);
    servlet = silentServlet();
    byte[] secret = StandInTelegram.SECRET.getBytes(UTF_8);
    for (int i = 0; i < FORGED; i++) {
      byte[] forged = mutated(secret, random);
      String given = new String(forged, UTF_8);
      if (given.equals(StandInTelegram.SECRET)) {
        continue;
      }
      int status = send("/bot", any(random).json().getBytes(UTF_8), given).getStatus();
      assertThat(status).as("seed %d, update %d", seed, i).isEqualTo(403);
    }
    assertThat(taken).isEmpty();
    System.out.printf("%,d forged updates, seed %d: none taken%n", FORGED, seed);
  }

  private TelegramUpdates.One any(Random random) {
    return switch (random.nextInt(6)) {
      case 0 -> people.press(CHAT, 5, "1.AbC");
      case 1 -> people.edit(CHAT, 5, "edited", random.nextInt(4_000));
      case 2 -> people.thing(CHAT, "photo", random.nextBoolean() ? "a caption" : "");
      case 3 -> people.member(random.nextBoolean() ? CHAT : -5, "kicked");
      case 4 -> people.text(-5, "in a group");
      default -> people.text(CHAT, "no syrup \u0000 \uD83D\uDE00 at mto");
    };
  }

  /** Some bytes changed, cut out or doubled. */
  private static byte[] mutated(byte[] bytes, Random random) {
    byte[] changed = bytes.clone();
    for (int times = random.nextInt(4); times >= 0; times--) {
      int at = random.nextInt(changed.length);
      switch (random.nextInt(4)) {
        case 0 -> changed[at] = (byte) random.nextInt(256);
        case 1 -> changed[at] = (byte) "{}[]\":,0-9eE\\ntf".charAt(random.nextInt(16));
        case 2 -> changed = Arrays.copyOf(changed, Math.max(1, at));
        default -> {
          byte[] longer = Arrays.copyOf(changed, changed.length + at + 1);
          System.arraycopy(changed, 0, longer, changed.length, at + 1);
          changed = longer;
        }
      }
    }
    return changed;
  }

  private MockHttpServletResponse post(String path, String update) throws IOException {
    return post(path, update.getBytes(UTF_8));
  }

  private MockHttpServletResponse post(String path, byte[] update) throws IOException {
    return send(path, update, StandInTelegram.SECRET);
  }

  private MockHttpServletResponse send(String path, byte[] update, @Nullable String secret)
      throws IOException {
    var request = new MockHttpServletRequest("POST", "/channels/telegram" + path);
    request.setPathInfo(path);
    request.setContentType("application/json");
    request.setContent(update);
    if (secret != null) {
      request.addHeader(TelegramServlet.SECRET, secret);
    }
    var response = new MockHttpServletResponse();
    servlet.doPost(request, response);
    return response;
  }
}
