package org.answerable.feedback.web;

import org.answerable.platform.sms.Segments;
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

  static @Nullable Preview of(String text) {
    if (text.isBlank()) {
      return null;
    }
    Segments sms = Segments.of(RECEIPT + text);
    int used = Math.min(WIDTH, sms.units() * WIDTH / sms.limit());
    return new Preview(text, cost(sms), path(WIDTH), path(used));
  }

  private static String cost(Segments sms) {
    String segments = sms.segments() == 1 ? "1 segment" : sms.segments() + " segments";
    String letters =
        switch (sms.encoding()) {
          case GSM_7 -> "plain letters";
          case UCS_2 ->
              "no plain letters, so a segment holds less: " + String.join(" ", sms.forcing());
        };
    return sms.units() + " of " + sms.limit() + ", " + segments + ", " + letters;
  }

  private static String path(int width) {
    return "M0 0h" + width + "v6H0z";
  }

  @Override
  public String toString() {
    return "Preview[redacted]";
  }
}
