package org.answerable.channel.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.answerable.organisation.ChannelConfig;
import org.answerable.organisation.ChannelConfig.Telegram.Mode;
import org.answerable.testing.StandInTelegram;
import org.answerable.testing.StandInTelegram.Answer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ClearingTest {
  private static final long CHAT = 700_555_123L;
  private final StandInTelegram telegram = new StandInTelegram();
  private final Bot bot;

  ClearingTest() throws IOException {
    var config =
        new ChannelConfig.Telegram(
            "bot", StandInTelegram.TOKEN, Mode.POLLING, "", telegram.apiUrl());
    bot = Bot.of("baraza", config, Duration.ofSeconds(5), InstantSource.system());
  }

  @AfterEach
  void end() {
    bot.close();
    telegram.close();
  }

  @Test
  void namesEachMessageBeforeOnceTheNewestFirst() throws InterruptedException {
    clear(10_000);
    var calls = telegram.made("deleteMessages");
    assertThat(calls).hasSize(Clearing.BACK / Clearing.AT_ONCE);
    assertThat(named(0)).contains(10_000L).hasSize(Clearing.AT_ONCE);
    assertThat(named()).hasSize(Clearing.BACK).doesNotHaveDuplicates().contains(7_001L);
  }

  @Test
  void beginsWhereTheNumbersBegin() throws InterruptedException {
    clear(150);
    assertThat(named())
        .containsExactlyInAnyOrderElementsOf(LongStream.rangeClosed(1, 150).boxed().toList());
  }

  @Test
  void oneOldMessageKeepsNoYoungOne() throws InterruptedException {
    telegram.deletesFrom(960);
    clear(1_000);
    assertThat(telegram.deleted())
        .containsExactlyInAnyOrderElementsOf(LongStream.rangeClosed(960, 1_000).boxed().toList());
    assertThat(telegram.made("deleteMessages")).hasSizeLessThan(20);
  }

  @Test
  void endsWhenTelegramWantsToHearNoMore() throws InterruptedException {
    telegram.answer(Answer.THROTTLES);
    clear(1_000);
    assertThat(telegram.made("deleteMessages")).hasSize(1);
  }

  private void clear(int last) throws InterruptedException {
    Clearing.run(bot.sender().orElseThrow(), CHAT, last);
  }

  private List<Long> named() {
    var all = new ArrayList<Long>();
    for (int i = 0; i < telegram.made("deleteMessages").size(); i++) {
      all.addAll(named(i));
    }
    return all;
  }

  private List<Long> named(int call) {
    var ids = new ArrayList<Long>();
    telegram
        .made("deleteMessages")
        .get(call)
        .json()
        .get("message_ids")
        .forEach(id -> ids.add(id.asLong()));
    return ids;
  }
}
