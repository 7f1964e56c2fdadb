package org.answerable.organisation;

import java.util.Map;
import java.util.Optional;
import org.answerable.platform.sms.Segments;

/**
 * The text for somebody in danger or despair names number and hours, and has to reach a phone in
 * one piece: in one segment of GSM-7.
 */
final class CrisisText {
  /** Septets that the text leaves for number and hours together. */
  private static final Map<String, Integer> ROOM = Map.of("en", 25, "sw", 44, "fr", 54);

  private CrisisText() {}

  /** What to do where number and hours do not fit; a language without a text gets the English. */
  static Optional<String> problem(String language, Hotline hotline) {
    Segments segments = Segments.of(hotline.number() + hotline.hours());
    if (!segments.forcing().isEmpty()) {
      return Optional.of(
          "\""
              + String.join("", segments.forcing())
              + "\" would split the crisis text; write the hours with signs of a plain text message"
              + " (GSM-7)");
    }
    int room = ROOM.getOrDefault(language, ROOM.getOrDefault("en", 0));
    return segments.units() <= room
        ? Optional.empty()
        : Optional.of(
            "number and hours have "
                + segments.units()
                + " signs, and the crisis text has room for "
                + room
                + "; shorten the hours");
  }
}
