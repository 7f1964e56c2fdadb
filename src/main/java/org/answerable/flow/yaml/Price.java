package org.answerable.flow.yaml;

import java.util.Optional;
import org.answerable.flow.Budget;
import org.answerable.platform.sms.Segments;

/** What a text costs beside what it may. */
final class Price {
  private Price() {}

  /** What to tell the author of a text that costs too much, with what makes it dear. */
  static Optional<String> tooHigh(String said, String language, Budget budget) {
    Segments segments = Segments.of(said);
    if (segments.segments() <= budget.in(language)) {
      return Optional.empty();
    }
    String forced =
        segments.forcing().isEmpty()
            ? ""
            : ", as " + String.join(" ", segments.forcing()) + " is not in the basic alphabet";
    return Optional.of(
        segments.segments()
            + " segments in "
            + language
            + " ("
            + segments.units()
            + " units"
            + forced
            + "), the budget is "
            + budget.in(language)
            + "; shorten it");
  }
}
