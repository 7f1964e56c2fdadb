package org.answerable.channel;

import java.util.List;
import org.answerable.platform.sms.SmsText;

/** What goes back at once, in the webhook's own response. Empty: nothing is said. */
public record Reply(List<Text> texts) {
  public static final Reply NOTHING = new Reply(List.of());

  public Reply {
    texts = List.copyOf(texts);
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
   * @param choices the same choices, for channels that have buttons
   */
  public record Text(String body, List<String> choices) {
    public Text {
      choices = List.copyOf(choices);
    }

    @Override
    public String toString() {
      return "Text[redacted]";
    }
  }
}
