package org.answerable.channel.telegram;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.answerable.channel.Reply;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;

/**
 * One call of Telegram's: a method and its fields. It is posted, or goes back as a webhook's own
 * answer.
 *
 * @see <a href="https://core.telegram.org/bots/api#making-requests">Telegram: making requests</a>
 */
final class Call {
  /** What a message takes, in UTF-16 units. */
  static final int TEXT_CHARS = 4096;

  /** How far back a place between two words is looked for, where a text is parted. */
  private static final int WORD_CHARS = 200;

  /** What a button shows; its number comes first. */
  private static final int BUTTON_CHARS = 64;

  private final String method;
  private final Writing writing;

  interface Writing {
    void write(JsonGenerator json);
  }

  Call(String method, Writing writing) {
    this.method = method;
    this.writing = writing;
  }

  String method() {
    return method;
  }

  /** As it is posted to the method's address. */
  byte[] body() {
    return json(false);
  }

  /** As a webhook is answered with it. */
  byte[] asAnswer() {
    return json(true);
  }

  private byte[] json(boolean named) {
    var bytes = new ByteArrayOutputStream(512);
    try (JsonGenerator json = Fields.JSON.createGenerator(ObjectWriteContext.empty(), bytes)) {
      json.writeStartObject();
      if (named) {
        json.writeStringProperty("method", method);
      }
      writing.write(json);
      json.writeEndObject();
    }
    return bytes.toByteArray();
  }

  /**
   * The messages that carry a reply: as few as can be, for only one can be a webhook's answer. The
   * buttons stand below the last.
   */
  static List<Call> of(long chat, Reply reply) {
    List<Reply.Text> texts = reply.texts().stream().filter(one -> !one.body().isBlank()).toList();
    if (texts.isEmpty()) {
      return List.of();
    }
    String whole = texts.stream().map(Reply.Text::body).collect(Collectors.joining("\n\n"));
    List<String> parts = parts(whole);
    var calls = new ArrayList<Call>();
    parts.subList(0, parts.size() - 1).forEach(part -> calls.add(text(chat, part)));
    calls.add(asking(chat, parts.getLast(), texts.getLast()));
    return calls;
  }

  /** A message without buttons; Telegram's servers are not sent to look at its links. */
  static Call text(long chat, String text) {
    return new Call("sendMessage", json -> message(json, chat, text));
  }

  private static Call asking(long chat, String part, Reply.Text text) {
    return new Call(
        "sendMessage",
        json -> {
          message(json, chat, part);
          if (!text.choices().isEmpty() && !text.question().isEmpty()) {
            buttons(json, text);
          }
        });
  }

  private static void message(JsonGenerator json, long chat, String text) {
    json.writeNumberProperty("chat_id", chat);
    json.writeStringProperty("text", text);
    json.writeObjectPropertyStart("link_preview_options");
    json.writeBooleanProperty("is_disabled", true);
    json.writeEndObject();
  }

  private static void buttons(JsonGenerator json, Reply.Text text) {
    json.writeObjectPropertyStart("reply_markup");
    json.writeArrayPropertyStart("inline_keyboard");
    for (int i = 0; i < text.choices().size(); i++) {
      int number = i + 1;
      String label = number + " " + text.choices().get(i);
      json.writeStartArray();
      json.writeStartObject();
      json.writeStringProperty("text", label.substring(0, end(label, 0, BUTTON_CHARS)));
      json.writeStringProperty("callback_data", number + "." + text.question());
      json.writeEndObject();
      json.writeEndArray();
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  /** A text in parts that a message takes, between words where it can be; together it is whole. */
  static List<String> parts(String text) {
    var parts = new ArrayList<String>();
    int at = 0;
    while (text.length() - at > TEXT_CHARS) {
      int end = end(text, at, TEXT_CHARS);
      int space = text.lastIndexOf(' ', end - 1);
      int cut = space > end - WORD_CHARS && space > at ? space + 1 : end;
      parts.add(text.substring(at, cut));
      at = cut;
    }
    parts.add(text.substring(at));
    return parts;
  }

  /** Not in the middle of a character. */
  private static int end(String text, int from, int chars) {
    int end = Math.min(text.length(), from + chars);
    return end < text.length() && Character.isLowSurrogate(text.charAt(end)) ? end - 1 : end;
  }

  /** Ends the wait that the person's phone shows on a button. */
  static Call pressed(Update.Press press) {
    return new Call(
        "answerCallbackQuery",
        json -> json.writeStringProperty("callback_query_id", press.callback()));
  }

  /** Takes the buttons away that were used, or are of an earlier question. */
  static Call withoutButtons(long chat, Update.Press press) {
    return new Call(
        "editMessageReplyMarkup",
        json -> {
          json.writeNumberProperty("chat_id", chat);
          json.writeNumberProperty("message_id", press.message());
        });
  }

  /** Deletes the messages with these numbers; those of other chats are passed over. */
  static Call delete(long chat, long from, long to) {
    return new Call(
        "deleteMessages",
        json -> {
          json.writeNumberProperty("chat_id", chat);
          json.writeArrayPropertyStart("message_ids");
          for (long message = from; message <= to; message++) {
            json.writeNumber(message);
          }
          json.writeEndArray();
        });
  }

  static Call leave(long chat) {
    return new Call("leaveChat", json -> json.writeNumberProperty("chat_id", chat));
  }

  @Override
  public String toString() {
    return "Call[" + method + "]";
  }
}
