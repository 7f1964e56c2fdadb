package org.answerable.channel.telegram;

import java.time.Duration;
import java.util.List;
import org.answerable.channel.Channel;
import org.answerable.channel.OutgoingMessage;
import org.answerable.channel.SendResult;

/**
 * Sends through a bot, each message once.
 *
 * @see <a href="https://core.telegram.org/bots/api#sendmessage">Telegram: sendMessage</a>
 * @see <a href="https://core.telegram.org/bots/faq#my-bot-is-hitting-limits-how-do-i-avoid-this">
 *     Telegram: limits</a>
 */
record TelegramChannel(String organisation, String id, Sender sender) implements Channel {
  /** What Telegram takes of one bot, and for one chat: "about 30" and "more than one". */
  static final int PER_SECOND = 30;

  private static final Duration PAUSE_PER_CHAT = Duration.ofSeconds(1);

  @Override
  public int perSecond() {
    return PER_SECOND;
  }

  @Override
  public Duration pausePerPerson() {
    return PAUSE_PER_CHAT;
  }

  @Override
  public SendResult send(OutgoingMessage message) {
    long chat = Long.parseLong(message.to().value());
    List<String> parts = Call.parts(message.body());
    SendResult result = send(chat, parts.getFirst());
    for (int i = 1; i < parts.size() && result instanceof SendResult.Sent; i++) {
      // once a part is on its way nobody may begin again by themselves
      result =
          send(chat, parts.get(i)) instanceof SendResult.Sent sent
              ? sent
              : new SendResult.Uncertain("only a part was sent");
    }
    return result;
  }

  private SendResult send(long chat, String text) {
    try {
      return result(sender.send(chat, Call.text(chat, text)));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new SendResult.Uncertain("interrupted");
    }
  }

  private static SendResult result(Answer answer) {
    return switch (answer) {
      case Answer.Done done -> new SendResult.Sent();
      case Answer.Unsent(String why) -> new SendResult.Retry(why, null);
      case Answer.Unanswered(String why) -> new SendResult.Uncertain(why);
      case Answer.Refused refused -> result(refused);
    };
  }

  private static SendResult result(Answer.Refused refused) {
    String why = "HTTP " + refused.status();
    if (refused.reason() == Answer.Reason.STOPPED) {
      return new SendResult.OptedOut();
    }
    if (refused.reason() == Answer.Reason.GONE) {
      return new SendResult.Gone();
    }
    if (refused.status() >= Answer.SERVER_ERRORS) {
      return new SendResult.Uncertain(why);
    }
    // the token's fault, not the message's
    boolean later = refused.status() == Answer.TOO_MANY || refused.isForeign();
    return later ? new SendResult.Retry(why, refused.after()) : new SendResult.Failed(why);
  }
}
