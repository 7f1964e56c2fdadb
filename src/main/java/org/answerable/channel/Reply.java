package org.answerable.channel;

import java.util.List;
import org.answerable.platform.sms.SmsText;

/**
 * What goes back at once, in the webhook's own response. Empty: nothing is said.
 *
 * @param clears whether the channel takes away what was said before it, as far as it can
 * @param instead whether it takes the place of the text whose button was pressed, where it can
 */
public record Reply(List<Text> texts, boolean clears, boolean instead) {
  public static final Reply NOTHING = new Reply(List.of());

  public Reply {
    texts = List.copyOf(texts);
  }

  public Reply(List<Text> texts) {
    this(texts, false);
  }

  public Reply(List<Text> texts, boolean clears) {
    this(texts, clears, false);
  }

  public static Reply of(String text) {
    return new Reply(List.of(new Text(text, List.of())));
  }

  /** The text messages that carry it, in their order. */
  public List<String> messages() {
    return texts.stream().flatMap(text -> SmsText.messages(text.body()).stream()).toList();
  }

  /**
   * One text with the choices it offers.
   *
   * @param body whole, choices included as a numbered list: what a basic phone shows
   * @param choices the same choices, for channels that have buttons: a button means its number
   * @param question names what is asked, so that a button pressed later can be told from one of
   *     another question; at most {@link #QUESTION_CHARS} letters, digits, hyphens and underscores,
   *     empty where there is nothing to press
   */
  public record Text(String body, List<String> choices, String question) {
    public static final int QUESTION_CHARS = 16;

    public Text {
      choices = List.copyOf(choices);
    }

    public Text(String body, List<String> choices) {
      this(body, choices, "");
    }

    /** The same text, its buttons tied to a question. */
    public Text asking(String named) {
      return new Text(body, choices, named);
    }

    @Override
    public String toString() {
      return "Text[redacted]";
    }
  }
}
