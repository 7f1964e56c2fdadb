package org.answerable.feedback.web;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.answerable.organisation.SmsPrice;
import org.answerable.platform.sms.Segments;
import org.answerable.platform.sms.SmsText;
import org.jspecify.annotations.Nullable;

/**
 * What the person gets, with what it costs: the receipt counts, though nobody here sees it.
 *
 * @param cost in words
 * @param room of the paid segments, as the path of a drawing 160 wide
 * @param used of that
 */
public record Preview(String text, String cost, String room, String used) {
  /** As delivery puts it before the text: eight digits, a hyphen, a colon and a blank. */
  private static final String RECEIPT = "0000-0000: ";

  private static final int WIDTH = 160;

  /**
   * @param price what one segment costs, if the organisation says so
   */
  static @Nullable Preview of(String text, Optional<SmsPrice> price) {
    if (text.isBlank()) {
      return null;
    }
    List<String> messages = SmsText.messages(RECEIPT + text);
    List<Segments> each = messages.stream().map(Segments::of).toList();
    int units = each.stream().mapToInt(Segments::units).sum();
    int limit = each.stream().mapToInt(Segments::limit).sum();
    int used = Math.min(WIDTH, units * WIDTH / limit);
    String shown = SmsText.cheapest(RECEIPT + text).substring(RECEIPT.length());
    String cost = units + " of " + limit + ", " + cost(each) + price(each, price) + letters(each);
    return new Preview(shown, cost, path(WIDTH), path(used));
  }

  private static String cost(List<Segments> messages) {
    int segments = segments(messages);
    String counted = segments == 1 ? "1 segment" : segments + " segments";
    return messages.size() == 1 ? counted : counted + " in " + messages.size() + " messages";
  }

  private static String price(List<Segments> messages, Optional<SmsPrice> price) {
    return price.map(one -> ", " + one.about(segments(messages))).orElse("");
  }

  private static int segments(List<Segments> messages) {
    return messages.stream().mapToInt(Segments::segments).sum();
  }

  private static String letters(List<Segments> messages) {
    String forcing =
        messages.stream()
            .flatMap(message -> message.forcing().stream())
            .distinct()
            .collect(Collectors.joining(" "));
    return forcing.isEmpty()
        ? ", plain letters"
        : ", no plain letters, so a segment holds less: " + forcing;
  }

  private static String path(int width) {
    return "M0 0h" + width + "v6H0z";
  }

  @Override
  public String toString() {
    return "Preview[redacted]";
  }
}
