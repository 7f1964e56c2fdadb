package org.answerable.channel.telegram;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.InstantSource;
import java.util.List;
import org.answerable.channel.Inbound;
import org.answerable.channel.IncomingMessage;
import org.answerable.channel.PostedBody;
import org.answerable.channel.Reply;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What Telegram calls: {@code /channels/telegram/{channel}}. The reply goes back as the answer, so
 * that the common path makes no call of its own.
 *
 * @see <a href="https://core.telegram.org/bots/api#making-requests-when-getting-updates">Telegram:
 *     making requests when getting updates</a>
 */
final class TelegramServlet extends HttpServlet {
  private static final long serialVersionUID = 1;
  private static final Logger LOG = LoggerFactory.getLogger(TelegramServlet.class);

  /** 20,000 characters of any script, each escaped to 12 bytes, and Telegram's other fields. */
  static final int MAX_BODY_BYTES = 256 * 1024;

  static final String SECRET = "X-Telegram-Bot-Api-Secret-Token";
  private final transient Bots bots;
  private final transient Inbound inbound;
  private final transient Errands errands;
  private final transient Poison poison;
  private final transient InstantSource clock;

  TelegramServlet(Bots bots, Inbound inbound, Errands errands, Poison poison, InstantSource clock) {
    this.poison = poison;
    this.bots = bots;
    this.inbound = inbound;
    this.errands = errands;
    this.clock = clock;
  }

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    String path = request.getPathInfo() == null ? "/" : request.getPathInfo();
    Bot bot = bots.find(path.substring(1)).orElse(null);
    if (bot == null) {
      response.setStatus(404);
    } else if (!bot.isProven(request.getHeader(SECRET))) {
      response.setStatus(403);
    } else {
      take(bot, request, response);
    }
  }

  private void take(Bot bot, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    byte[] body;
    try {
      body = PostedBody.within(request, MAX_BODY_BYTES);
    } catch (IOException e) {
      response.setStatus(400); // it ended early, or its chunks are none
      return;
    }
    if (body == null) {
      response.setStatus(413);
      return;
    }
    switch (UpdateReader.read(body).orElse(new Update.Unreadable(0))) {
      case Update.Said said -> take(bot, said, response);
      case Update.Elsewhere elsewhere -> write(Call.leave(elsewhere.chat()), response);
      case Update.Nothing nothing -> response.setStatus(200);
      case Update.Unreadable unreadable -> response.setStatus(400);
    }
  }

  private void take(Bot bot, Update.Said said, HttpServletResponse response) throws IOException {
    Reply reply;
    IncomingMessage message = bot.message(said, clock.instant());
    try {
      reply = inbound.take(message);
    } catch (Inbound.Unavailable e) {
      response.setStatus(503);
      return;
    } catch (RuntimeException | AssertionError | StackOverflowError e) { // our own fault
      LOG.error("channel {}: a message was not taken", bot.channel(), e);
      boolean givenUp = poison.isGivenUp(bot, said.id(), message, e.getClass().getSimpleName());
      response.setStatus(givenUp ? 200 : 503);
      return;
    }
    errands.after(bot, said, reply);
    write(bringAllButLast(bot, said.chat(), Call.of(said, reply)), response);
  }

  /** Only one call can be the answer; what is too long for one message goes before it. */
  private static @Nullable Call bringAllButLast(Bot bot, long chat, List<Call> calls) {
    if (calls.isEmpty()) {
      return null;
    }
    bot.sender()
        .ifPresent(
            sender -> {
              try {
                for (Call call : calls.subList(0, calls.size() - 1)) {
                  sender.send(chat, call);
                }
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
            });
    return calls.getLast();
  }

  private static void write(@Nullable Call call, HttpServletResponse response) throws IOException {
    if (call == null) {
      response.setStatus(200);
      return;
    }
    byte[] json = call.asAnswer();
    response.setContentType("application/json;charset=UTF-8");
    response.setContentLength(json.length);
    response.getOutputStream().write(json);
  }
}
