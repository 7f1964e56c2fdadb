package org.answerable.channel.telegram;

import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.answerable.channel.Reply;
import org.telegram.telegrambots.meta.api.methods.AnswerCallbackQuery;
import org.telegram.telegrambots.meta.api.methods.botapimethods.BotApiMethod;
import org.telegram.telegrambots.meta.api.methods.botapimethods.PartialBotApiMethod;
import org.telegram.telegrambots.meta.api.methods.groupadministration.LeaveChat;
import org.telegram.telegrambots.meta.api.methods.send.SendMessage;
import org.telegram.telegrambots.meta.api.methods.updatingmessages.DeleteMessages;
import org.telegram.telegrambots.meta.api.methods.updatingmessages.EditMessageReplyMarkup;
import org.telegram.telegrambots.meta.api.methods.updatingmessages.EditMessageText;
import org.telegram.telegrambots.meta.api.objects.LinkPreviewOptions;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.InlineKeyboardMarkup;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.buttons.InlineKeyboardButton;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.buttons.InlineKeyboardRow;

/**
 * One call of Telegram's: a method of the library's, spelt as Telegram spells it. It is posted, or
 * goes back as a webhook's own answer.
 *
 * @see <a href="https://core.telegram.org/bots/api#making-requests">Telegram: making requests</a>
 */
final class Call extends BotApiMethod<Answer> {
  /** What a message takes, in UTF-16 units. */
  static final int TEXT_CHARS = 4096;

  /** How far back a place between two words is looked for, where a text is parted. */
  private static final int WORD_CHARS = 200;

  /** What a button shows; its number comes first. */
  private static final int BUTTON_CHARS = 64;

  private static final String METHOD = "method";
  private static final String CHAT = "chat_id";

  private final PartialBotApiMethod<?> method;

  Call(PartialBotApiMethod<?> method) {
    this.method = method;
  }

  /** The library writes some in small letters. */
  @Override
  public String getMethod() {
    String name = method.getClass().getSimpleName();
    return Character.toLowerCase(name.charAt(0)) + name.substring(1);
  }

  /**
   * Telegram itself judges: the library's check refuses to delete one message alone, and quotes.
   */
  @Override
  public void validate() {}

  @Override
  public Answer deserializeResponse(String answer) {
    return Answer.of(answer);
  }

  /** As it is posted to the method's address. The library writes a chat's number as a text. */
  @JsonValue
  ObjectNode fields() {
    ObjectNode json = TelegramJson.MAPPER.valueToTree(method);
    json.remove(METHOD);
    if (json.path(CHAT).isTextual()) {
      json.put(CHAT, Long.parseLong(json.get(CHAT).asText()));
    }
    return json;
  }

  /** As a webhook is answered with it. */
  byte[] asAnswer() {
    ObjectNode json = TelegramJson.MAPPER.createObjectNode().put(METHOD, getMethod());
    return json.setAll(fields()).toString().getBytes(StandardCharsets.UTF_8);
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

  /**
   * The same in the place of the message whose button was pressed, where the reply wants that and
   * one message carries it.
   */
  static List<Call> of(Update.Said said, Reply reply) {
    List<Call> calls = of(said.chat(), reply);
    Update.Press press = said.press();
    return press != null && isInstead(said, reply) && calls.size() == 1
        ? List.of(calls.getFirst().inPlaceOf(said.chat(), press))
        : calls;
  }

  /** Whether a reply takes the place of what was pressed, so that its buttons need no end. */
  static boolean isInstead(Update.Said said, Reply reply) {
    return said.press() != null && reply.instead() && !reply.texts().isEmpty();
  }

  private Call inPlaceOf(long chat, Update.Press press) {
    if (!(method instanceof SendMessage sent)) {
      return this;
    }
    var edit =
        EditMessageText.builder()
            .chatId(chat)
            .messageId(press.message())
            .text(sent.getText())
            .linkPreviewOptions(LinkPreviewOptions.builder().isDisabled(true).build());
    if (sent.getReplyMarkup() instanceof InlineKeyboardMarkup buttons) {
      edit.replyMarkup(buttons);
    }
    return new Call(edit.build());
  }

  /** A message without buttons; Telegram's servers are not sent to look at its links. */
  static Call text(long chat, String text) {
    return new Call(message(chat, text));
  }

  private static Call asking(long chat, String part, Reply.Text text) {
    SendMessage message = message(chat, part);
    if (!text.choices().isEmpty() && !text.question().isEmpty()) {
      message.setReplyMarkup(buttons(text));
    }
    return new Call(message);
  }

  private static SendMessage message(long chat, String text) {
    return SendMessage.builder()
        .chatId(chat)
        .text(text)
        .linkPreviewOptions(LinkPreviewOptions.builder().isDisabled(true).build())
        .build();
  }

  private static InlineKeyboardMarkup buttons(Reply.Text text) {
    return new InlineKeyboardMarkup(
        IntStream.rangeClosed(1, text.choices().size())
            .mapToObj(number -> new InlineKeyboardRow(button(text, number)))
            .toList());
  }

  private static InlineKeyboardButton button(Reply.Text text, int number) {
    String label = number + " " + text.choices().get(number - 1);
    return InlineKeyboardButton.builder()
        .text(label.substring(0, end(label, 0, BUTTON_CHARS)))
        .callbackData(number + "." + text.question())
        .build();
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
    return new Call(new AnswerCallbackQuery(press.callback()));
  }

  /** Takes the buttons away that were used, or are of an earlier question. */
  static Call withoutButtons(long chat, Update.Press press) {
    return new Call(
        EditMessageReplyMarkup.builder().chatId(chat).messageId(press.message()).build());
  }

  /** Deletes the messages with these numbers; those of other chats are passed over. */
  static Call delete(long chat, int from, int to) {
    List<Integer> messages = IntStream.rangeClosed(from, to).boxed().toList();
    return new Call(DeleteMessages.builder().chatId(chat).messageIds(messages).build());
  }

  static Call leave(long chat) {
    return new Call(LeaveChat.builder().chatId(chat).build());
  }

  @Override
  public String toString() {
    return "Call[" + getMethod() + "]";
  }
}
