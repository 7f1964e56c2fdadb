package org.answerable.poll;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.answerable.responselog.PollTerms;

/** How much of a result can be shown without showing what somebody chose. */
public enum Disclosure {
  /** Every ballot, and the receipts that were counted: anybody can count again. */
  BALLOTS,
  /** The figures that the count needs, and the receipts; some ballots are too rare to be shown. */
  FIGURES,
  /** The winner alone: few voted or could, or all said the same. */
  WINNER;

  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Disclosure ofWord(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }

  /**
   * @param eligible how many could have voted; empty: nobody knows
   */
  static Disclosure of(PollTerms terms, List<String> ballots, OptionalInt eligible) {
    boolean few =
        ballots.size() < PollLimits.VOTES_LEAST
            || eligible.isPresent() && eligible.getAsInt() < PollLimits.ELIGIBLE_LEAST;
    if (few || isUnanimous(ballots)) {
      return WINNER;
    }
    Map<String, Long> copies =
        ballots.stream().collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
    boolean frequent = copies.values().stream().allMatch(count -> count >= terms.copies());
    return frequent ? BALLOTS : FIGURES;
  }

  /** Whether some option stands highest on every ballot: then each voter's choice is known. */
  private static boolean isUnanimous(List<String> ballots) {
    return BallotLine.highest(ballots.getFirst()).stream()
        .anyMatch(
            option -> ballots.stream().allMatch(one -> BallotLine.highest(one).contains(option)));
  }
}
