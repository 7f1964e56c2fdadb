package org.answerable.ballot;

import java.util.List;
import java.util.Optional;

/**
 * A way to count. A method is a function: the same ballots give the same tally, always and
 * everywhere.
 */
public sealed interface CountingMethod {
  /** What commands and files call it. */
  String word();

  /** Counts rankings. */
  sealed interface OfRankings extends CountingMethod
      permits Plurality, Approval, Borda, Points, InstantRunoff, Schulze, RankedPairs, ScottishStv {
    /** Counts; does not fail. Without a valid ballot nobody wins. */
    Tally count(RankedPoll poll);
  }

  /** Counts approvals of projects that cost money. */
  sealed interface OfProjects extends CountingMethod permits EqualShares {
    /** Counts; does not fail. Without a valid ballot nothing is funded. */
    Tally.Purchases count(BudgetPoll poll);
  }

  /** All of them; Equal Shares with each completion. */
  static List<CountingMethod> all() {
    return List.of(
        new Plurality(),
        new Approval(),
        new Borda(),
        new Points(),
        new InstantRunoff(),
        new Schulze(),
        new RankedPairs(),
        new ScottishStv(),
        new EqualShares(EqualShares.Variant.STD, false),
        new EqualShares(EqualShares.Variant.ADD1, false),
        new EqualShares(EqualShares.Variant.NONE, false),
        new EqualShares(EqualShares.Variant.U, false));
  }

  /** By its {@link #word}; {@code equal-shares} alone is {@code equal-shares:std}. */
  static Optional<CountingMethod> named(String word) {
    String full = word.equals(EqualShares.WORD) ? word + ":std" : word;
    return all().stream().filter(method -> method.word().equals(full)).findFirst();
  }
}
