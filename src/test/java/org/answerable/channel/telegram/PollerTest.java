package org.answerable.channel.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.answerable.channel.Inbound;
import org.answerable.channel.IncomingMessage;
import org.answerable.channel.PoisonMessages;
import org.answerable.channel.Reply;
import org.answerable.organisation.ChannelConfig;
import org.answerable.organisation.ChannelConfig.Telegram.Mode;
import org.answerable.testing.StandInTelegram;
import org.answerable.testing.StandInTelegram.Answer;
import org.answerable.testing.TelegramUpdates;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PollerTest {
  private static final long AMINA = 700_555_123L;
  private static final long JUMA = 700_555_124L;
  private final StandInTelegram telegram = new StandInTelegram();
  private final List<String> taken = Collections.synchronizedList(new ArrayList<>());
  private final Set<String> odd = Collections.synchronizedSet(new HashSet<>());
  private final List<String> poison = new ArrayList<>();
  private final ExecutorService threads = Executors.newFixedThreadPool(4);
  private final Bot bot;
  private final BotApi api;
  private volatile boolean away;
  private volatile boolean poisonIsNoted = true;
  private Instant now = Instant.EPOCH;
  private Poller poller;

  PollerTest() throws IOException {
    var config =
        new ChannelConfig.Telegram(
            "bot", StandInTelegram.TOKEN, Mode.POLLING, "", telegram.apiUrl());
    bot = Bot.of("baraza", config, Duration.ofMillis(500), InstantSource.fixed(Instant.EPOCH));
    api = bot.api().orElseThrow();
    poller = poller();
  }

  /** As after a start: nothing is kept. */
  private Poller poller() {
    var replies = new Replies("bot", bot.sender().orElseThrow());
    var clock = InstantSource.fixed(Instant.EPOCH);
    var taking = new Taking(bot, this::take, new Errands(), replies, threads, clock);
    return new Poller(bot, api, taking, new Poison(noting()), Duration.ZERO, () -> now);
  }

  private PoisonMessages noting() {
    return (organisation, channel, idHash, reason) -> {
      if (poisonIsNoted) {
        poison.add(organisation + " " + channel + " " + reason + " " + idHash.length);
      }
      return poisonIsNoted;
    };
  }

  private Reply take(IncomingMessage message) {
    if (away) {
      throw new Inbound.Unavailable("the database is away");
    }
    if (odd.contains(message.text())) {
      throw new IllegalStateException("our own fault with " + message.text());
    }
    taken.add(message.text());
    return Reply.of("We have it: " + message.text());
  }

  @AfterEach
  void end() {
    threads.shutdownNow();
    bot.close();
    telegram.close();
  }

  @Test
  void takesWhatIsToldAndAnswersThenConfirms() throws InterruptedException {
    tell(AMINA, "no syrup");
    assertThat(poller.round()).isZero();
    assertThat(taken).containsExactly("no syrup");
    assertThat(telegram.sent())
        .containsExactly(new StandInTelegram.Sent(AMINA, "We have it: no syrup", List.of()));
    assertThat(telegram.waiting()).as("not confirmed yet").isEqualTo(1);
    poller.round();
    assertThat(telegram.waiting()).isZero();
    assertThat(taken).hasSize(1);
    assertThat(telegram.made("deleteWebhook")).hasSize(1);
  }

  @Test
  void onceConfirmedNoNumberIsGivenSinceTheyMayBeginAnywhere() throws InterruptedException {
    tell(AMINA, "one");
    poller.round();
    poller.round();
    poller.round();
    var polls = telegram.made("getUpdates");
    assertThat(polls.get(0).json().has("offset")).isFalse();
    assertThat(polls.get(1).json().has("offset")).isTrue();
    assertThat(polls.get(2).json().has("offset")).isFalse();
  }

  @Test
  void nothingIsConfirmedThatWasNotTaken() throws InterruptedException {
    away = true;
    tell(AMINA, "one");
    tell(JUMA, "two");
    for (int i = 0; i < 3 * Poison.TRIES; i++) {
      assertThat(poller.round()).isPositive();
    }
    assertThat(telegram.waiting()).isEqualTo(2);
    assertThat(poison).as("the fault is here, and no message is to blame").isEmpty();
    away = false;
    poller.round();
    poller.round();
    assertThat(taken).containsExactlyInAnyOrder("one", "two");
    assertThat(telegram.waiting()).isZero();
  }

  @Test
  void aMessageThatCannotBeTakenIsSetAsideAndBlocksNobody() throws InterruptedException {
    odd.add("poison");
    tell(AMINA, "poison");
    tell(AMINA, "after it");
    for (int i = 1; i <= Poison.TRIES; i++) {
      tell(JUMA, "text " + i);
      assertThat(poison).isEmpty();
      poller.round();
    }
    assertThat(poison).containsExactly("baraza bot IllegalStateException 32");
    assertThat(taken).contains("text 1", "text 5").doesNotContain("poison").doesNotHaveDuplicates();
    poller.round();
    poller.round();
    assertThat(taken).as("what waited behind it").contains("after it").doesNotHaveDuplicates();
    assertThat(telegram.waiting()).isZero();
    assertThat(poison).hasSize(1);
  }

  @Test
  void whatCannotBeReadIsSetAsideToo() throws InterruptedException {
    telegram.tell(new TelegramUpdates.One(5, 0, "{\"update_id\":5,\"message\":[7]}"));
    for (int i = 0; i <= Poison.TRIES; i++) {
      poller.round();
    }
    assertThat(poison).containsExactly("baraza bot unreadable 32");
    assertThat(telegram.waiting()).isZero();
  }

  @Test
  void whatCannotBeNotedAsSetAsideStays() throws InterruptedException {
    poisonIsNoted = false;
    odd.add("poison");
    tell(AMINA, "poison");
    for (int i = 0; i < 3 * Poison.TRIES; i++) {
      poller.round();
    }
    assertThat(telegram.waiting()).isEqualTo(1);
    poisonIsNoted = true;
    poller.round();
    assertThat(poison).hasSize(1);
  }

  @Test
  void afterACrashTheSameIsToldAgain() throws InterruptedException {
    tell(AMINA, "one");
    poller.round();
    poller = poller();
    poller.round();
    assertThat(taken).containsExactly("one", "one");
  }

  @Test
  void anOrderlyEndConfirms() throws InterruptedException {
    tell(AMINA, "one");
    poller.round();
    poller.confirm(api);
    assertThat(telegram.waiting()).isZero();
  }

  @Test
  void eachPersonsTextsAreTakenInTheirOrder() throws InterruptedException {
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      tell(AMINA, "a" + i);
      tell(JUMA, "j" + i);
      texts.add("a" + i);
    }
    poller.round();
    assertThat(taken).hasSize(40).containsSubsequence(texts);
    assertThat(telegram.sent().stream().filter(sent -> sent.chat() == AMINA))
        .extracting(StandInTelegram.Sent::text)
        .containsExactlyElementsOf(texts.stream().map(text -> "We have it: " + text).toList());
  }

  @Test
  void aReplyThatHasToWaitHoldsUpNobody() throws InterruptedException {
    telegram.answer(Answer.THROTTLES);
    tell(AMINA, "one");
    poller.round();
    poller.round();
    assertThat(telegram.waiting()).isZero();
  }

  @Test
  void waitsAsLongAsTelegramWants() throws InterruptedException {
    telegram.answerToPolling(Answer.THROTTLES);
    assertThat(poller.round()).isEqualTo(Duration.ofSeconds(7));
  }

  @Test
  void waitsLongerEachTimeWhileTelegramIsAway() throws InterruptedException {
    telegram.answerToPolling(Answer.BREAKS);
    assertThat(poller.round()).isEqualTo(Duration.ofSeconds(1));
    assertThat(poller.round()).isEqualTo(Duration.ofSeconds(2));
    telegram.answerToPolling(Answer.IS_SILENT);
    assertThat(poller.round()).isEqualTo(Duration.ofSeconds(4));
    telegram.answerToPolling(Answer.BABBLES);
    assertThat(poller.round()).isEqualTo(Duration.ofSeconds(8));
    telegram.answerToPolling(Answer.ACCEPTS);
    assertThat(poller.round()).isZero();
  }

  @Test
  void asksAgainForTheRightToPollWhenAnotherTakesItsMessages() throws InterruptedException {
    telegram.answerToPolling(Answer.HAS_ANOTHER);
    assertThat(poller.round()).isEqualTo(Duration.ofSeconds(10));
    poller.round();
    assertThat(telegram.made("deleteWebhook")).hasSize(2);
  }

  @Test
  void leadersHearAtOnceOfATokenThatIsNobodys() throws InterruptedException {
    telegram.answerToPolling(Answer.KNOWS_NOT_US);
    poller.round();
    assertThat(poller.trouble()).hasValueSatisfying(why -> assertThat(why).contains("know"));
    telegram.answerToPolling(Answer.ACCEPTS);
    poller.round();
    assertThat(poller.trouble()).isEmpty();
  }

  @Test
  void leadersHearOfAnotherProgramOnceItHasLasted() throws InterruptedException {
    telegram.answerToPolling(Answer.HAS_ANOTHER);
    poller.round();
    assertThat(poller.trouble()).isEmpty();
    now = now.plus(Duration.ofMinutes(15));
    poller.round();
    assertThat(poller.trouble()).hasValueSatisfying(why -> assertThat(why).contains("another"));
    telegram.answerToPolling(Answer.ACCEPTS);
    poller.round();
    assertThat(poller.trouble()).isEmpty();
  }

  @Test
  void aCallThatBreaksOffAtTheEndIsNoTrouble() throws InterruptedException {
    poller.end();
    api.close();
    poller.round();
    now = now.plus(Duration.ofMinutes(15));
    assertThat(poller.trouble()).isEmpty();
  }

  @Test
  void doesNotHurryWithATokenThatIsNobodys() throws InterruptedException {
    telegram.answerToPolling(Answer.KNOWS_NOT_US);
    assertThat(poller.round()).isEqualTo(Duration.ofMinutes(1));
  }

  private void tell(long chat, String text) {
    telegram.tell(telegram.people().text(chat, text));
  }
}
