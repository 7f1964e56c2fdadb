package org.answerable.testing;

import java.util.concurrent.atomic.AtomicLong;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Updates as Telegram writes them, with all that a person's phone tells of them.
 *
 * @see <a href="https://core.telegram.org/bots/api#update">Telegram: Update</a>
 */
public final class TelegramUpdates {
  /** Nobody may ever read these. */
  public static final String FIRST_NAME = "Zuhurafirst";

  public static final String LAST_NAME = "Barakalast";
  public static final String NICKNAME = "zuhura_nick";

  private static final JsonMapper JSON = new JsonMapper();
  private final AtomicLong updates = new AtomicLong(870_000_000);
  private final AtomicLong messages = new AtomicLong(100);
  private final AtomicLong presses = new AtomicLong(4_000_000_000_000L);

  /**
   * One update.
   *
   * @param message the id of the message that it is about
   */
  public record One(long id, long message, String json) {}

  /** Somebody writes a text. */
  public One text(long chat, String text) {
    return text(chat, messages.incrementAndGet(), text);
  }

  /** The same message again, in an update of its own. */
  public One text(long chat, long message, String text) {
    ObjectNode update = update();
    message(update.putObject("message"), chat, message).put("text", text);
    return one(update, message);
  }

  /** Somebody sends something else: {@code photo}, {@code voice}, {@code sticker} … */
  public One thing(long chat, String kind, String caption) {
    long message = messages.incrementAndGet();
    ObjectNode update = update();
    ObjectNode sent = message(update.putObject("message"), chat, message);
    sent.putObject(kind).put("file_id", "AgAD" + NICKNAME).put("phone_number", "+99955501234");
    if (!caption.isEmpty()) {
      sent.put("caption", caption);
    }
    return one(update, message);
  }

  /** Somebody changes what they wrote, some time after. */
  public One edit(long chat, long message, String text, long secondsAfter) {
    ObjectNode update = update();
    ObjectNode edited = message(update.putObject("edited_message"), chat, message);
    edited.put("edit_date", edited.get("date").asLong() + secondsAfter).put("text", text);
    return one(update, message);
  }

  /** Somebody presses a button under a message of ours. */
  public One press(long chat, long message, String data) {
    ObjectNode update = update();
    ObjectNode press = update.putObject("callback_query");
    press.put("id", Long.toString(presses.incrementAndGet()));
    person(press.putObject("from"), chat);
    message(press.putObject("message"), chat, message).put("text", "a question");
    press.put("chat_instance", "-3").put("data", data);
    return one(update, message);
  }

  /** Somebody stops the bot ({@code kicked}), or lets it speak again ({@code member}). */
  public One member(long chat, String status) {
    ObjectNode update = update();
    ObjectNode member = update.putObject("my_chat_member");
    chat(member.putObject("chat"), chat);
    person(member.putObject("from"), Math.abs(chat));
    member.put("date", 1_795_000_000L);
    member.putObject("old_chat_member").put("status", "left");
    member.putObject("new_chat_member").put("status", status);
    return one(update, 0);
  }

  private ObjectNode update() {
    return JSON.createObjectNode().put("update_id", updates.incrementAndGet());
  }

  private static ObjectNode message(ObjectNode message, long chat, long id) {
    message.put("message_id", id);
    person(message.putObject("from"), Math.abs(chat));
    chat(message.putObject("chat"), chat);
    return message.put("date", 1_795_000_000L);
  }

  private static void person(ObjectNode person, long id) {
    person.put("id", id).put("is_bot", false).put("first_name", FIRST_NAME);
    person.put("last_name", LAST_NAME).put("username", NICKNAME).put("language_code", "en");
  }

  private static void chat(ObjectNode chat, long id) {
    chat.put("id", id).put("type", id > 0 ? "private" : "supergroup");
    if (id > 0) {
      chat.put("first_name", FIRST_NAME).put("username", NICKNAME);
    } else {
      chat.put("title", "a group of " + FIRST_NAME);
    }
  }

  private static One one(ObjectNode update, long message) {
    return new One(update.get("update_id").asLong(), message, JSON.writeValueAsString(update));
  }
}
