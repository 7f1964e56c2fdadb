package org.answerable.poll;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.answerable.responselog.PollTerms;
import org.answerable.responselog.Suppressed;

/** How much of a result can be shown without showing what somebody chose. */
public enum Disclosure {
  /** Every ballot, and the receipts that were counted: anybody can count again. */
  BALLOTS,
  /** Figures in whole steps, and the receipts; some ballots are too rare to be shown. */
  FIGURES,
  /** The winner alone: few voted or could, or nearly all said the same. */
  WINNER;

  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Disclosure ofWord(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }

  /**
   * Of the ballots of a poll. Nobody's choice is known who is one of many that chose otherwise: so
   * where all put one option first, or all but a few, only the winner is told.
   *
   * @param eligible how many could have voted; empty: nobody knows
   */
  static Disclosure of(PollTerms terms, List<String> ballots, OptionalInt eligible) {
    boolean small = eligible.isPresent() && eligible.getAsInt() < PollLimits.ELIGIBLE_LEAST;
    if (small || ballots.size() < PollLimits.VOTES_LEAST) {
      return WINNER;
    }
    Map<String, Long> copies =
        ballots.stream().collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
    boolean frequent = copies.values().stream().allMatch(count -> count >= terms.copies());
    int few = frequent ? terms.copies() : Math.max(terms.copies(), Suppressed.K);
    if (leastWithoutFirst(terms, ballots) < few) {
      return WINNER;
    }
    return frequent ? BALLOTS : FIGURES;
  }

  /** How many did not put that option first that most did. */
  private static long leastWithoutFirst(PollTerms terms, List<String> ballots) {
    return IntStream.rangeClosed(1, terms.options().size())
        .mapToLong(
            option ->
                ballots.stream()
                    .filter(ballot -> !BallotLine.highest(ballot).contains(option))
                    .count())
        .min()
        .orElse(0);
  }
}
