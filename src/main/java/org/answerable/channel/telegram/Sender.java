package org.answerable.channel.telegram;

import java.time.Duration;
import java.time.InstantSource;

/** What goes to people's chats, none of it sooner than Telegram wants to hear from the bot. */
final class Sender {
  private final BotApi api;
  private final InstantSource clock;
  private final RetryAfter retryAfter = new RetryAfter();

  Sender(BotApi api, InstantSource clock) {
    this.api = api;
    this.clock = clock;
  }

  /**
   * @throws InterruptedException when this thread is asked to end
   */
  Answer send(long chat, Call call) throws InterruptedException {
    Duration left = retryAfter.left(chat, clock.instant());
    if (left.isPositive()) {
      return new Answer.Refused(Answer.TOO_MANY, Answer.Reason.OTHER, left);
    }
    Answer answer = api.call(call);
    if (answer instanceof Answer.Refused refused && refused.after() != null) {
      retryAfter.note(chat, refused.after(), clock.instant());
    }
    return answer;
  }
}
