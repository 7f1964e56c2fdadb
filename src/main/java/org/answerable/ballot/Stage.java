package org.answerable.ballot;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One stage of a count by transfers: what was done, and how the votes stood then.
 *
 * @param action what led to these totals
 * @param totals votes at each standing candidate's number; zero after the exclusion
 * @param nonTransferable votes that are with nobody
 * @param elected who was elected on these totals, in order
 */
public record Stage(
    Action action,
    Map<Integer, BigDecimal> totals,
    BigDecimal nonTransferable,
    List<Integer> elected) {
  /** What is done with papers. */
  public sealed interface Action {
    /** Each ballot goes to its first preference. */
    record FirstPreferences() implements Action {}

    /**
     * What an elected candidate has above the quota goes on.
     *
     * @param candidate who has it
     * @param surplus votes above the quota
     * @param total the votes that it is a part of
     */
    record Surplus(int candidate, BigDecimal surplus, BigDecimal total) implements Action {}

    /**
     * All papers of the candidate with the fewest votes go on, at their value.
     *
     * @param votes what the candidate had
     */
    record Exclusion(int candidate, BigDecimal votes) implements Action {}
  }

  public Stage {
    totals = Map.copyOf(totals);
    elected = List.copyOf(elected);
  }

  /** Who was excluded to get here, if anybody. */
  public Optional<Integer> excluded() {
    return switch (action) {
      case Action.Exclusion(int candidate, BigDecimal votes) -> Optional.of(candidate);
      case Action.Surplus(int candidate, BigDecimal surplus, BigDecimal total) -> Optional.empty();
      case Action.FirstPreferences() -> Optional.empty();
    };
  }
}
