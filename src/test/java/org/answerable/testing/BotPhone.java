package org.answerable.testing;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.answerable.testing.StandInTelegram.Button;
import org.answerable.testing.StandInTelegram.Sent;

/** A phone that writes to a bot at Telegram, which is polled or called. */
public final class BotPhone implements LoopPhone {
  private static final long CHAT = 700_555_123L;
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private final DemoBot bot;
  private final boolean called;
  private int seen;
  private Sent last = new Sent(CHAT, "", List.of());

  public BotPhone(Path folder, String mode) throws IOException {
    bot = new DemoBot(folder, mode, Map.of());
    called = mode.equals("webhook");
  }

  public StandInTelegram telegram() {
    return bot.telegram();
  }

  @Override
  public RunningServer server() {
    return bot.server();
  }

  @Override
  public String says(String text) throws IOException, InterruptedException {
    return does(bot.telegram().people().text(CHAT, text));
  }

  @Override
  public String chooses(int number) throws IOException, InterruptedException {
    Button button = last.buttons().get(number - 1);
    return does(bot.telegram().people().press(CHAT, 10_000 + seen, button.data()));
  }

  private String does(TelegramUpdates.One one) throws IOException, InterruptedException {
    if (!called) {
      bot.telegram().tell(one);
      return next();
    }
    HttpResponse<String> answer =
        bot.telegram().deliver(bot.server().url("/"), DemoBot.CHANNEL, one.json());
    if (answer.statusCode() != 200) {
      throw new AssertionError("the update was not taken: " + answer.statusCode());
    }
    last = StandInTelegram.inAnswer(answer.body()).getFirst();
    return last.text();
  }

  @Override
  public String receives() throws InterruptedException {
    return next();
  }

  private String next() throws InterruptedException {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (bot.telegram().sent().size() <= seen) {
      if (System.nanoTime() > deadline) {
        throw new AssertionError("nothing came within " + PATIENCE + "\n" + bot.server().output());
      }
      Thread.sleep(20);
    }
    last = bot.telegram().sent().get(seen++);
    if (last.chat() != CHAT) {
      throw new AssertionError("a message to chat " + last.chat());
    }
    return last.text();
  }

  @Override
  public String address() {
    return Long.toString(CHAT);
  }

  @Override
  public void close() {
    bot.close();
  }
}
