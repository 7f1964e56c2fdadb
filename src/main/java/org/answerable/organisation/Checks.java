package org.answerable.organisation;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.answerable.organisation.Questions.Good;
import org.answerable.organisation.Questions.Taken;
import org.answerable.organisation.Questions.Wrong;

/** What answers to {@code init} can be used, in the words of a person who asks. */
final class Checks {
  private Checks() {}

  static Taken name(String typed, int maxChars) {
    return typed.length() > maxChars
        ? new Wrong("That has " + typed.length() + " signs; at most " + maxChars + " fit.")
        : new Good(typed);
  }

  /**
   * The short name.
   *
   * @param folder where the file will stand, and must not stand yet
   */
  static Taken slug(String typed, Path folder) {
    if (!Slug.good(typed)) {
      return new Wrong("Write " + Slug.FORM + ".");
    }
    if (Slug.reserved(typed)) {
      return new Wrong(
          "\""
              + typed
              + "\" is kept for the application itself; choose another, as our-"
              + typed
              + ".");
    }
    Path file = folder.resolve(typed + ".yaml");
    return Files.exists(file)
        ? new Wrong(file + " is there already, and stays as it is; choose another short name.")
        : new Good(typed);
  }

  /** Codes, separated by commas or blanks; gives them back with commas. */
  static Taken languages(String typed, List<String> spoken) {
    List<String> codes =
        Arrays.stream(typed.toLowerCase(Locale.ROOT).split("[,\\s]+")).distinct().toList();
    for (String code : codes) {
      if (!spoken.contains(code)) {
        return new Wrong(
            "\""
                + code
                + "\" is none that Answerable speaks yet; write some of: "
                + String.join(", ", spoken)
                + ".");
      }
    }
    return codes.isEmpty() ? new Wrong("Name at least one.") : new Good(String.join(", ", codes));
  }

  /** An IANA name, or a city that stands in one. */
  static Taken timeZone(String typed) {
    Set<String> known = ZoneId.getAvailableZoneIds();
    if (known.contains(typed)) {
      return new Good(typed);
    }
    String city = "/" + typed.toLowerCase(Locale.ROOT).replace(' ', '_');
    List<String> found =
        known.stream()
            .filter(zone -> ("/" + zone.toLowerCase(Locale.ROOT)).endsWith(city))
            .sorted()
            .toList();
    return switch (found.size()) {
      case 0 -> new Wrong("That is no time zone; write a continent and a city: Africa/Nairobi.");
      case 1 -> new Good(found.getFirst());
      default -> new Wrong("Which of these? " + String.join(", ", found));
    };
  }

  /** How many there are; blanks and commas in it are nobody's mistake. */
  static Taken members(String typed) {
    String number = typed.replaceAll("[\\s,.]", "");
    return number.matches("[0-9]{1,9}")
        ? new Good(number)
        : new Wrong("Write a number, as 80 or 1200; a guess will do.");
  }

  /** One of the first so many numbers. */
  static Taken choice(String typed, int count) {
    return typed.matches("[1-9]") && Integer.parseInt(typed) <= count
        ? new Good(typed)
        : new Wrong("Write a number from 1 to " + count + ".");
  }

  /** A number that members text: E.164, blanks and hyphens in it are nobody's mistake. */
  static Taken ownNumber(String typed) {
    String number = typed.replaceAll("[\\s().-]", "");
    return number.matches(ChannelList.E164)
        ? new Good(number)
        : new Wrong("Write it with + and the country's code: +254700000001.");
  }

  /** A number that a person dials, perhaps a short one. */
  static Taken dialled(String typed) {
    String number = typed.replaceAll("[\\s().-]+", " ").strip();
    return number.length() <= FileLimits.NUMBER_CHARS && number.matches(Hotlines.NUMBER)
        ? new Good(number)
        : new Wrong("That can't be dialled; write digits: +254700000001, or 1190.");
  }

  /** A day that has been. */
  static Taken pastDay(String typed, LocalDate today) {
    try {
      LocalDate day = LocalDate.parse(typed);
      return day.isAfter(today)
          ? new Wrong("That day has not come yet; call the number first.")
          : new Good(day.toString());
    } catch (DateTimeException e) {
      return new Wrong("Write year, month and day: " + today + ".");
    }
  }
}
