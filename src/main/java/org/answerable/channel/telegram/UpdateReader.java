package org.answerable.channel.telegram;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.answerable.channel.Manner;
import org.answerable.channel.telegram.Update.Press;
import org.answerable.channel.telegram.Update.Said;
import org.jspecify.annotations.Nullable;
import org.telegram.telegrambots.meta.api.objects.CallbackQuery;
import org.telegram.telegrambots.meta.api.objects.chat.Chat;
import org.telegram.telegrambots.meta.api.objects.message.MaybeInaccessibleMessage;
import org.telegram.telegrambots.meta.api.objects.message.Message;

/**
 * Reads one update, by the library's types. What is not asked for, as somebody's name, is taken out
 * first: it becomes no object, and nothing in it that the library does not know keeps a text away.
 *
 * @see <a href="https://core.telegram.org/bots/api#update">Telegram: Update</a>
 */
final class UpdateReader {
  /** In which a text still belongs to the one before it, as in every conversation. */
  static final Duration SOON = Duration.ofMinutes(30);

  private static final int UNKNOWN = -1;

  /** {@code /help}, {@code /status@the_bot 4821-9307}. */
  private static final Pattern COMMAND =
      Pattern.compile("/([A-Za-z0-9_]{1,32})(?:@[A-Za-z0-9_]{1,64})?(?=\\s|$)(.*)", Pattern.DOTALL);

  private static final Pattern BUTTON = Pattern.compile("([0-9]{1,2})\\.([A-Za-z0-9_-]{1,16})");

  private static final Set<String> MEMBER = Set.of("member", "administrator", "restricted");

  /** Of every object, wherever it stands. */
  private static final Set<String> ASKED_FOR =
      Set.of(
          "update_id",
          "message",
          "edited_message",
          "callback_query",
          "my_chat_member",
          "message_id",
          "chat",
          "id",
          "type",
          "date",
          "edit_date",
          "text",
          "caption",
          "data");

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

  private final int id;
  private final boolean ofTheChat;
  private final String status;

  /**
   * @param json before anything is taken out of it
   */
  private UpdateReader(JsonNode json) {
    JsonNode number = json.path("update_id");
    this.id = number.isIntegralNumber() && number.canConvertToInt() ? number.asInt() : UNKNOWN;
    this.ofTheChat = OF_THE_CHAT.stream().anyMatch(json.path("message")::has);
    // the library takes no member without all that Telegram knows of the person
    this.status = json.at("/my_chat_member/new_chat_member/status").asText();
  }

  /** Empty when it is no JSON object, and only that. */
  static Optional<Update> read(byte[] json) {
    try {
      return TelegramJson.MAPPER.readTree(json) instanceof ObjectNode update
          ? Optional.of(read(update))
          : Optional.empty();
    } catch (IOException broken) {
      return Optional.empty();
    }
  }

  /** Each by itself, so that one that nobody can read does not keep the others away. */
  static List<Update> each(JsonNode updates) {
    var all = new ArrayList<Update>();
    for (JsonNode one : updates) {
      if (one instanceof ObjectNode update) {
        all.add(read(update));
      }
    }
    return all;
  }

  private static Update read(ObjectNode json) {
    var reader = new UpdateReader(json);
    keepWhatIsAskedFor(json);
    try {
      return reader.update(
          TelegramJson.MAPPER.treeToValue(
              json, org.telegram.telegrambots.meta.api.objects.Update.class));
    } catch (JsonProcessingException odd) {
      return new Update.Unreadable(reader.id);
    }
  }

  private static void keepWhatIsAskedFor(JsonNode json) {
    if (json instanceof ObjectNode object) {
      object.retain(ASKED_FOR);
    }
    json.forEach(UpdateReader::keepWhatIsAskedFor);
  }

  private Update update(org.telegram.telegrambots.meta.api.objects.Update told) {
    if (id < 0) {
      return new Update.Unreadable(id);
    }
    if (told.hasCallbackQuery()) {
      return pressed(told.getCallbackQuery());
    }
    if (told.hasMyChatMember()) {
      return membership(told.getMyChatMember().getChat());
    }
    boolean edited = told.hasEditedMessage();
    Message message = edited ? told.getEditedMessage() : told.getMessage();
    if (message == null) {
      return new Update.Nothing(id);
    }
    if (message.getMessageId() == null || !isWhole(message.getChat())) {
      return new Update.Unreadable(id);
    }
    if (!message.isUserMessage()) {
      return new Update.Elsewhere(id, message.getChatId());
    }
    return edited ? edited(message) : written(message);
  }

  private static boolean isWhole(@Nullable Chat chat) {
    return chat != null && chat.getId() != null && chat.getId() != 0 && chat.getType() != null;
  }

  /** What is on the button counts as typed, tied to the question that it stood under. */
  private Update pressed(CallbackQuery press) {
    MaybeInaccessibleMessage message = press.getMessage();
    if (press.getId() == null
        || message == null
        || message.getMessageId() == null
        || !isWhole(message.getChat())) {
      return new Update.Unreadable(id);
    }
    if (!message.getChat().isUserChat()) {
      return new Update.Elsewhere(id, message.getChat().getId());
    }
    Matcher button = BUTTON.matcher(press.getData() == null ? "" : press.getData());
    boolean ours = button.matches();
    return new Said(
        id,
        message.getChat().getId(),
        message.getMessageId(),
        press.getId(),
        ours ? button.group(1) : "",
        new Manner.Pressed(ours ? button.group(2) : ""),
        new Press(press.getId(), message.getMessageId()));
  }

  private Update membership(@Nullable Chat chat) {
    if (chat == null || !isWhole(chat)) {
      return new Update.Unreadable(id);
    }
    if (!chat.isUserChat()) {
      return MEMBER.contains(status)
          ? new Update.Elsewhere(id, chat.getId())
          : new Update.Nothing(id);
    }
    return switch (status) {
      case "kicked" -> said(chat.getId(), 0, "m" + id, "", new Manner.Left());
      case "member" -> said(chat.getId(), 0, "m" + id, "", new Manner.Returned());
      default -> new Update.Nothing(id);
    };
  }

  private Update written(Message message) {
    String name = message.getMessageId().toString();
    if (message.getText() != null) {
      String typed = typed(message.getText());
      return typed == null
          ? said(message, name, "", new Manner.Began())
          : said(message, name, typed, new Manner.Wrote());
    }
    if (message.getCaption() != null) {
      return said(message, name, message.getCaption(), new Manner.Captioned());
    }
    return ofTheChat ? new Update.Nothing(id) : said(message, name, "", new Manner.Wordless());
  }

  /** A message changes under the reader's eyes for other reasons too; those have no date. */
  private Update edited(Message message) {
    String words = message.getText() != null ? message.getText() : message.getCaption();
    String typed = words == null ? null : typed(words);
    Integer changed = message.getEditDate();
    if (typed == null || changed == null || changed == 0 || message.getDate() == null) {
      return new Update.Nothing(id);
    }
    boolean soon = changed.longValue() - message.getDate() <= SOON.toSeconds();
    String name = message.getMessageId().toString();
    return said(message, name + "e" + id, typed, new Manner.Edited(soon, name));
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

  private Said said(Message message, String name, String text, Manner manner) {
    return said(message.getChatId(), message.getMessageId(), name, text, manner);
  }

  private Said said(long chat, int message, String name, String text, Manner manner) {
    return new Said(id, chat, Math.max(message, 0), name, text, manner, null);
  }
}
