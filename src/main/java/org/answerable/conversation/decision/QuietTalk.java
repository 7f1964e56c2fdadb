package org.answerable.conversation.decision;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.answerable.constituent.QuietHours;
import org.jspecify.annotations.Nullable;

/** QUIET: the hours in which a person wants no text. */
final class QuietTalk {
  /** {@code QUIET 21-7}, or {@code QUIET 21:00-07:00}: full hours. */
  private static final int HOURS = 2;

  private static final int HOURS_AND_MINUTES = 4;
  private static final int HOUR_DIGITS = 2;
  private final Phrases phrases;

  QuietTalk(Phrases phrases) {
    this.phrases = phrases;
  }

  Decision asked(Situation situation, List<String> numbers) {
    return hours(numbers)
        .map(quiet -> chosen(situation, quiet, said(situation, quiet)))
        .orElseGet(() -> situation.say(phrases.say(situation, "quiet-how")));
  }

  Decision off(Situation situation) {
    return chosen(situation, null, situation.say(phrases.say(situation, "quiet-off")));
  }

  private Decision said(Situation situation, QuietHours quiet) {
    var values = Map.of("from", quiet.from() + ":00", "until", quiet.until() + ":00");
    return situation.say(phrases.sayWith(situation, "quiet", values));
  }

  private static Decision chosen(
      Situation situation, @Nullable QuietHours quiet, Decision decision) {
    return decision.withSettings(situation.person().settings().withQuiet(quiet));
  }

  private static Optional<QuietHours> hours(List<String> numbers) {
    if (numbers.stream().anyMatch(number -> number.length() > HOUR_DIGITS)) {
      return Optional.empty();
    }
    return switch (numbers.size()) {
      case HOURS -> QuietHours.of(hour(numbers, 0), hour(numbers, 1));
      case HOURS_AND_MINUTES -> QuietHours.of(hour(numbers, 0), hour(numbers, 2));
      default -> Optional.empty();
    };
  }

  private static int hour(List<String> numbers, int at) {
    return Integer.parseInt(numbers.get(at));
  }
}
