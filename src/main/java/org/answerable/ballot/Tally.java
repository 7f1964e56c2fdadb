package org.answerable.ballot;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A count with all its steps, from which "why did she lose?" can be answered. Candidates and
 * projects are named by their numbers.
 */
public sealed interface Tally {
  /** Who won, in which order, and where a tie was broken. */
  Outcome outcome();

  /**
   * Of plurality, approval, Borda and points.
   *
   * @param scores votes or points at each standing candidate's number
   */
  record Scores(Outcome outcome, Map<Integer, BigDecimal> scores) implements Tally {
    public Scores {
      scores = Map.copyOf(scores);
    }
  }

  /**
   * Of instant run-off and the single transferable vote.
   *
   * @param quota the votes that elect; none in an instant run-off
   */
  record Stages(Outcome outcome, Optional<BigDecimal> quota, List<Stage> stages) implements Tally {
    public Stages {
      stages = List.copyOf(stages);
    }
  }

  /**
   * Of Schulze's method.
   *
   * @param pairs how many prefer whom to whom
   * @param strengths at a pair the strength of the strongest path between the two, in votes
   */
  record Paths(Outcome outcome, Pairs pairs, Pairs strengths) implements Tally {}

  /**
   * Of ranked pairs.
   *
   * @param pairs how many prefer whom to whom
   * @param majorities in the order in which they were looked at
   */
  record Locked(Outcome outcome, Pairs pairs, List<Majority> majorities) implements Tally {
    public Locked {
      majorities = List.copyOf(majorities);
    }
  }

  /**
   * More prefer one candidate to another than the other way round.
   *
   * @param votes who prefer the winner
   * @param against who prefer the loser
   * @param locked whether it counts; it does not where stronger ones say the contrary
   */
  record Majority(int winner, int loser, long votes, long against, boolean locked) {}

  /**
   * Of Equal Shares.
   *
   * @param share what each voter could spend in the end
   * @param purchases in the order in which they were made
   * @param refusals the projects that were not bought
   */
  record Purchases(
      Outcome outcome, Fraction share, List<Purchase> purchases, List<Refusal> refusals)
      implements Tally {
    public Purchases {
      purchases = List.copyOf(purchases);
      refusals = List.copyOf(refusals);
    }
  }

  /**
   * A project that is funded.
   *
   * @param votes its supporters
   * @param most what each supporter pays, or all that is left where that is less; nothing where the
   *     supporters did not pay, and what was left of the budget was filled by votes
   */
  record Purchase(int project, long votes, Optional<Fraction> most) {}

  /**
   * A project that is not funded.
   *
   * @param votes its supporters
   * @param supportersLeft what these had left together, in the end
   */
  record Refusal(int project, Reason reason, long votes, Fraction supportersLeft) {
    /** Why not. */
    public enum Reason {
      /** It costs more than the whole budget. */
      ABOVE_BUDGET,
      /** Nobody voted for it. */
      NO_VOTES,
      /** Its supporters could not pay for it, and it did not fit into what was left either. */
      NOT_ENOUGH_LEFT
    }
  }
}
