package org.answerable.channel.telegram;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.answerable.channel.Manner;
import org.answerable.channel.telegram.Update.Press;
import org.answerable.channel.telegram.Update.Said;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;

/**
 * Reads one update, token by token: what is not asked for, as somebody's name, becomes no object
 * and no text, and is passed over where it stands.
 *
 * @see <a href="https://core.telegram.org/bots/api#update">Telegram: Update</a>
 */
final class UpdateReader {
  /** In which a text still belongs to the one before it, as in every conversation. */
  static final Duration SOON = Duration.ofMinutes(30);

  private static final long UNKNOWN = -1;

  /** {@code /help}, {@code /status@the_bot 4821-9307}. */
  private static final Pattern COMMAND =
      Pattern.compile("/([A-Za-z0-9_]{1,32})(?:@[A-Za-z0-9_]{1,64})?(?=\\s|$)(.*)", Pattern.DOTALL);

  private static final Pattern BUTTON = Pattern.compile("([0-9]{1,2})\\.([A-Za-z0-9_-]{1,16})");

  private static final Set<String> MEMBER = Set.of("member", "administrator", "restricted");

  /** What Telegram itself writes into a chat; no person waits for an answer to it. */
  private static final Set<String> OF_THE_CHAT =
      Set.of(
          "pinned_message",
          "message_auto_delete_timer_changed",
          "chat_background_set",
          "connected_website",
          "write_access_allowed",
          "successful_payment",
          "refunded_payment");

  private final Fields json;
  private final Message message = new Message();
  private long id = UNKNOWN;
  private String kind = "";
  private String callback = "";
  private String data = "";
  private String status = "";

  /** What was found in a message, or in what is about one. */
  private static final class Message {
    private long id = UNKNOWN;
    private long chat;
    private String place = "";
    private long date;
    private long edited;
    private @Nullable String text;
    private @Nullable String caption;
    private boolean ofTheChat;
  }

  private UpdateReader(Fields json) {
    this.json = json;
  }

  /** Empty when it is no JSON object, and only that. */
  static Optional<Update> read(byte[] bytes, int from, int length) {
    try (JsonParser parser =
        Fields.JSON.createParser(ObjectReadContext.empty(), bytes, from, length)) {
      var fields = new Fields(parser);
      var reader = new UpdateReader(fields);
      if (!fields.begins() || !fields.object(reader::field) || parser.nextToken() != null) {
        return Optional.empty();
      }
      return Optional.of(reader.update());
    } catch (JacksonException broken) {
      return Optional.empty();
    }
  }

  private void field(String name) {
    switch (name) {
      case "update_id" -> id = json.number();
      case "message", "edited_message" -> {
        kind = name;
        json.object(this::ofMessage);
      }
      case "callback_query" -> {
        kind = name;
        json.object(this::ofPress);
      }
      case "my_chat_member" -> {
        kind = name;
        json.object(this::ofMembership);
      }
      default -> json.skip();
    }
  }

  private void ofMessage(String name) {
    switch (name) {
      case "message_id" -> message.id = json.number();
      case "chat" -> json.object(this::ofChat);
      case "date" -> message.date = json.number();
      case "edit_date" -> message.edited = json.number();
      case "text" -> message.text = json.text();
      case "caption" -> message.caption = json.text();
      default -> {
        message.ofTheChat |= OF_THE_CHAT.contains(name);
        json.skip();
      }
    }
  }

  private void ofChat(String name) {
    switch (name) {
      case "id" -> message.chat = json.number();
      case "type" -> message.place = json.text();
      default -> json.skip();
    }
  }

  private void ofPress(String name) {
    switch (name) {
      case "id" -> callback = json.text();
      case "message" -> json.object(this::ofMessage);
      case "data" -> data = json.text();
      default -> json.skip();
    }
  }

  private void ofMembership(String name) {
    switch (name) {
      case "chat" -> json.object(this::ofChat);
      case "new_chat_member" ->
          json.object(
              field -> {
                if (field.equals("status")) {
                  status = json.text();
                } else {
                  json.skip();
                }
              });
      default -> json.skip();
    }
  }

  private Update update() {
    if (json.odd() || id < 0) {
      return new Update.Unreadable(id);
    }
    if (kind.isEmpty()) {
      return new Update.Nothing(id);
    }
    if (message.chat == 0 || message.place.isEmpty()) {
      return new Update.Unreadable(id);
    }
    if (!message.place.equals("private")) {
      return elsewhere();
    }
    return switch (kind) {
      case "callback_query" -> pressed();
      case "my_chat_member" -> membership();
      default -> message.id < 0 ? new Update.Unreadable(id) : written();
    };
  }

  private Update elsewhere() {
    boolean heard = !kind.equals("my_chat_member") || MEMBER.contains(status);
    return heard ? new Update.Elsewhere(id, message.chat) : new Update.Nothing(id);
  }

  /** What is on the button counts as typed, tied to the question that it stood under. */
  private Update pressed() {
    if (callback.isEmpty() || message.id < 0) {
      return new Update.Unreadable(id);
    }
    Matcher button = BUTTON.matcher(data);
    boolean ours = button.matches();
    return new Said(
        id,
        message.chat,
        message.id,
        callback,
        ours ? button.group(1) : "",
        new Manner.Pressed(ours ? button.group(2) : ""),
        new Press(callback, message.id));
  }

  private Update membership() {
    return switch (status) {
      case "kicked" -> of("m" + id, "", new Manner.Left());
      case "member" -> of("m" + id, "", new Manner.Returned());
      default -> new Update.Nothing(id);
    };
  }

  private Update written() {
    String words = message.text != null ? message.text : message.caption;
    if (kind.equals("edited_message")) {
      return edited(words);
    }
    String name = Long.toString(message.id);
    if (words == null) {
      return message.ofTheChat ? new Update.Nothing(id) : of(name, "", new Manner.Wordless());
    }
    if (message.text == null) {
      return of(name, words, new Manner.Captioned());
    }
    String typed = typed(words);
    return typed == null ? of(name, "", new Manner.Began()) : of(name, typed, new Manner.Wrote());
  }

  /** A message changes under the reader's eyes for other reasons too; those have no date. */
  private Update edited(@Nullable String words) {
    String typed = words == null ? null : typed(words);
    if (typed == null || message.edited == 0) {
      return new Update.Nothing(id);
    }
    boolean soon = message.edited - message.date <= SOON.toSeconds();
    return of(message.id + "e" + id, typed, new Manner.Edited(soon));
  }

  /**
   * A command as its word; null for {@code /start}: what stands behind that came with a link, and
   * is not the person's own.
   */
  private static @Nullable String typed(String words) {
    Matcher command = COMMAND.matcher(words);
    if (!command.matches()) {
      return words;
    }
    return command.group(1).equalsIgnoreCase("start") ? null : command.group(1) + command.group(2);
  }

  private Said of(String name, String text, Manner manner) {
    return new Said(id, message.chat, Math.max(message.id, 0), name, text, manner, null);
  }
}
