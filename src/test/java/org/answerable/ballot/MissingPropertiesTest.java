package org.answerable.ballot;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * No method has every property that one would wish for. What each lacks, with the smallest example
 * that was found; {@code docs/counting.md} tells them to those who choose.
 */
class MissingPropertiesTest {
  @Test
  void pluralityElectsWhomMostPutLastAndChangesWithASpoiler() {
    RankedPoll poll =
        Polls.ranked(3, 1, Ballot.of(4, 1, 2, 3), Ballot.of(3, 2, 3, 1), Ballot.of(2, 3, 2, 1));
    assertThat(Polls.winners(new Plurality(), poll)).containsExactly(1);
    assertThat(Polls.winners(new Plurality(), without(poll, 3))).containsExactly(2);
  }

  @Test
  void approvalDoesNotAlwaysElectTheFirstChoiceOfMoreThanHalf() {
    RankedPoll poll = Polls.ranked(2, 1, Ballot.of(3, 1, 2), Ballot.of(2, 2));
    assertThat(Polls.winners(new Approval(), poll)).containsExactly(2);
  }

  @Test
  void bordaDoesNotAlwaysElectTheFirstChoiceOfMoreThanHalfAndChangesWithAClone() {
    RankedPoll poll = Polls.ranked(3, 1, Ballot.of(3, 1, 2, 3), Ballot.of(2, 2, 3, 1));
    assertThat(Polls.winners(new Borda(), poll)).containsExactly(2);
    assertThat(Polls.winners(new Borda(), without(poll, 3))).containsExactly(1);
  }

  @Test
  void instantRunoffMayExcludeWhoeverBeatsEachOther() {
    RankedPoll poll =
        Polls.ranked(3, 1, Ballot.of(4, 1, 2, 3), Ballot.of(3, 3, 2, 1), Ballot.of(2, 2, 1, 3));
    assertThat(Polls.winners(new InstantRunoff(), poll)).containsExactly(1);
    assertThat(Polls.winners(new Schulze(), poll)).containsExactly(2);
  }

  @Test
  void moreSupportCanMakeAWinnerLoseInInstantRunoffAndScottishStv() {
    RankedPoll poll =
        Polls.ranked(3, 1, Ballot.of(39, 1, 2, 3), Ballot.of(35, 2, 3, 1), Ballot.of(26, 3, 1, 2));
    RankedPoll tenRaiseTheWinner =
        Polls.ranked(3, 1, Ballot.of(49, 1, 2, 3), Ballot.of(25, 2, 3, 1), Ballot.of(26, 3, 1, 2));
    for (CountingMethod.OfRankings method : List.of(new InstantRunoff(), new ScottishStv())) {
      assertThat(Polls.winners(method, poll)).containsExactly(1);
      assertThat(Polls.winners(method, tenRaiseTheWinner)).containsExactly(3);
    }
  }

  /** No method that elects whoever beats each other can have this (Moulin 1988). */
  @Test
  void votersMayDoBetterToStayAtHomeInSchulzeRankedPairsAndInstantRunoff() {
    assertStayingAtHomeHelps(
        new Schulze(),
        Polls.ranked(
            4, 1, Ballot.of(4, 2, 3, 1, 4), Ballot.of(2, 3, 1, 4, 2), Ballot.of(3, 1, 4, 2, 3)),
        Ballot.of(2, 4, 2, 1, 3),
        2,
        1);
    assertStayingAtHomeHelps(
        new RankedPairs(),
        Polls.ranked(
            4, 1, Ballot.of(4, 2, 1, 4, 3), Ballot.of(3, 4, 3, 2, 1), Ballot.of(3, 1, 4, 3, 2)),
        Ballot.of(2, 3, 2, 4, 1),
        2,
        4);
    assertStayingAtHomeHelps(
        new InstantRunoff(),
        Polls.ranked(3, 1, Ballot.of(2, 3, 1, 2), Ballot.of(4, 2, 3, 1), Ballot.of(3, 1, 2, 3)),
        Ballot.of(2, 3, 1, 2),
        1,
        2);
  }

  @Test
  void anotherSeatCanCostAWinnerTheSeatInScottishStv() {
    RankedPoll poll =
        Polls.ranked(3, 1, Ballot.of(5, 2, 1, 3), Ballot.of(4, 1, 2, 3), Ballot.of(8, 3, 1, 2));
    assertThat(Polls.winners(new ScottishStv(), poll)).containsExactly(2);
    assertThat(Polls.winners(new ScottishStv(), poll.withSeats(2))).containsExactly(3, 1);
  }

  @Test
  void aLargerBudgetCanCostAProjectItsPlaceInEqualShares() {
    EqualShares std = new EqualShares(EqualShares.Variant.STD, false);
    Ballot[] most = {Ballot.of(3, 1), Ballot.of(3, 1, -2)};
    assertThat(funded(std, "4", List.of("5", "4"), most)).containsExactly(2);
    assertThat(funded(std, "5", List.of("5", "4"), most)).containsExactly(1);
    EqualShares u = new EqualShares(EqualShares.Variant.U, false);
    Ballot[] more = {Ballot.of(3, 1), Ballot.of(1, 1, -2)};
    assertThat(funded(u, "4", List.of("5", "4"), more)).containsExactly(2);
    assertThat(funded(u, "5", List.of("5", "4"), more)).containsExactly(1);
    EqualShares none = new EqualShares(EqualShares.Variant.NONE, false);
    Ballot both = Ballot.of(1, 1, -2);
    assertThat(funded(none, "4", List.of("1", "5"), both, Ballot.of(2, 2))).containsExactly(1);
    assertThat(funded(none, "5", List.of("1", "5"), both, Ballot.of(2, 2))).containsExactly(2);
    EqualShares add1 = new EqualShares(EqualShares.Variant.ADD1, false);
    assertThat(funded(add1, "4", List.of("2", "5"), Ballot.of(1, 1), Ballot.of(3, 2)))
        .containsExactly(1);
    assertThat(funded(add1, "5", List.of("2", "5"), Ballot.of(1, 1), Ballot.of(3, 2))).isEmpty();
  }

  @Test
  void withoutCompletionEqualSharesMayLeaveMostOfTheBudget() {
    EqualShares none = new EqualShares(EqualShares.Variant.NONE, false);
    BudgetPoll apart = Polls.budget("100", List.of("60", "60"), Ballot.of(1, 1), Ballot.of(1, 2));
    assertThat(none.count(apart).outcome().winners()).isEmpty();
    assertThat(new EqualShares(EqualShares.Variant.STD, false).count(apart).outcome().winners())
        .containsExactly(1);
  }

  private static void assertStayingAtHomeHelps(
      CountingMethod.OfRankings method, RankedPoll poll, Ballot voters, int before, int after) {
    List<Ballot> ballots = new ArrayList<>(poll.ballots());
    ballots.add(voters);
    RankedPoll withThem = new RankedPoll("", 1, poll.candidates(), poll.ties(), ballots);
    assertThat(Polls.winners(method, poll)).containsExactly(before);
    assertThat(Polls.winners(method, withThem)).containsExactly(after);
    assertThat(voters.ranks().indexOf(List.of(before)))
        .as("they like the first better")
        .isLessThan(voters.ranks().indexOf(List.of(after)));
  }

  private static RankedPoll without(RankedPoll poll, int withdrawn) {
    return new RankedPoll(
        "",
        1,
        poll.candidates().stream()
            .map(c -> new Candidate(c.number(), c.name(), c.number() == withdrawn))
            .toList(),
        poll.ties(),
        poll.ballots());
  }

  private static List<Integer> funded(
      EqualShares method, String budget, List<String> costs, Ballot... ballots) {
    return method.count(Polls.budget(budget, costs, ballots)).outcome().winners();
  }
}
