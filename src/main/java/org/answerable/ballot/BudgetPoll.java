package org.answerable.ballot;

import java.math.BigDecimal;
import java.util.List;

/**
 * A question that spends a budget, and the ballots that approve of its projects, as they were cast.
 *
 * @param budget in the poll's currency, above zero
 * @param projects numbered from 1 in this order
 * @param ties decides where everything else is equal
 * @param ballots who supports what; ranks on them are not looked at
 */
public record BudgetPoll(
    String title, BigDecimal budget, List<Project> projects, TieOrder ties, List<Ballot> ballots) {
  /**
   * Checks and copies.
   *
   * @throws IllegalArgumentException if a ballot names a project that is not there, the numbers do
   *     not run from 1, or a limit is passed
   * @throws ArithmeticException for more than {@link BallotLimits#VOTES}
   */
  public BudgetPoll {
    projects = List.copyOf(projects);
    ballots = List.copyOf(ballots);
    if (budget.signum() <= 0 || projects.size() > BallotLimits.PROJECTS) {
      throw new IllegalArgumentException("a budget is above zero");
    }
    for (int place = 0; place < projects.size(); place++) {
      if (projects.get(place).number() != place + 1) {
        throw new IllegalArgumentException("projects are numbered from 1 in their order");
      }
    }
    if (ties.order().size() != projects.size()) {
      throw new IllegalArgumentException("the tie order names all projects");
    }
    RankedPoll.requireKnown(ballots, projects.size());
  }

  /** The same ballots with another tie order. */
  public BudgetPoll withTies(TieOrder other) {
    return new BudgetPoll(title, budget, projects, other, ballots);
  }
}
