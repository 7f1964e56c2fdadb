package org.answerable.ballot;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What is only nearly equal is no tie; the tie order has no say in it. */
class NearTiesTest {
  @Test
  void theLargerSurplusGoesFirstWhateverTheTieOrderSays() {
    RankedPoll poll =
        Polls.ranked(4, 3, Ballot.of(7, 1, 3), Ballot.of(8, 2, 4), Ballot.of(1, 3), Ballot.of(1, 4))
            .withTies(TieOrder.given(List.of(1, 2, 3, 4)));
    Tally.Stages tally = new ScottishStv().count(poll);
    assertThat(tally.stages().get(1).action())
        .isInstanceOfSatisfying(
            Stage.Action.Surplus.class, surplus -> assertThat(surplus.candidate()).isEqualTo(2));
    assertThat(tally.outcome().ties()).isEmpty();
  }

  @Test
  void onlyProjectsOfEqualVotesAndCostAreTiedWhereTheRestIsFilled() {
    BudgetPoll poll =
        Polls.budget(
            "100",
            List.of("60", "60", "59", "60"),
            Ballot.of(2, 1),
            Ballot.of(2, 2),
            Ballot.of(1, 3),
            Ballot.of(1, 4));
    Tally.Purchases tally = new EqualShares(EqualShares.Variant.STD, false).count(poll);
    assertThat(tally.outcome().winners()).containsExactly(1);
    assertThat(tally.outcome().ties())
        .containsExactly(TieBreak.byOrder(1, TieBreak.Question.PROJECT, List.of(1, 2), List.of(1)));
  }
}
