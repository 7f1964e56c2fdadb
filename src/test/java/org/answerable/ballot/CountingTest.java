package org.answerable.ballot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Small polls that were counted by hand. */
class CountingTest {
  /** Tennessee chooses its capital: 1 Memphis, 2 Nashville, 3 Chattanooga, 4 Knoxville. */
  private static final RankedPoll TENNESSEE =
      Polls.ranked(
          4,
          1,
          Ballot.of(42, 1, 2, 3, 4),
          Ballot.of(26, 2, 3, 4, 1),
          Ballot.of(15, 3, 4, 2, 1),
          Ballot.of(17, 4, 3, 2, 1));

  @Test
  void theMethodsDisagreeAboutTennessee() {
    assertRanking(new Plurality(), TENNESSEE, "[[1], [2], [4], [3]]");
    assertRanking(new Approval(), TENNESSEE, "[[1, 2, 3, 4]]");
    assertRanking(new Borda(), TENNESSEE, "[[2], [3], [1], [4]]");
    assertRanking(new InstantRunoff(), TENNESSEE, "[[4], [1], [2], [3]]");
    assertRanking(new Schulze(), TENNESSEE, "[[2], [3], [4], [1]]");
    assertRanking(new RankedPairs(), TENNESSEE, "[[2], [3], [4], [1]]");
    assertRanking(new ScottishStv(), TENNESSEE, "[[4]]");
  }

  /** Those of {@code docs/counting.md} that {@link MissingPropertiesTest} does not count. */
  @Test
  void theExamplesForMembersAreCountedAsTheySay() {
    RankedPoll circle =
        Polls.ranked(3, 1, Ballot.of(7, 1, 2, 3), Ballot.of(6, 2, 3, 1), Ballot.of(5, 3, 1, 2));
    assertRanking(new Schulze(), circle, "[[1], [2], [3]]");
    assertRanking(new RankedPairs(), circle, "[[1], [2], [3]]");
    Tally.Stages stv =
        new ScottishStv()
            .count(Polls.ranked(3, 2, Ballot.of(6, 1, 2), Ballot.of(2, 3), Ballot.of(1, 2)));
    assertThat(stv.outcome().winners()).containsExactly(1, 2);
    assertThat(stv.quota()).contains(new BigDecimal("4.00000"));
    assertThat(stv.stages().get(1).totals().get(2)).isEqualTo(new BigDecimal("2.99998"));
    BudgetPoll projects =
        Polls.budget("100", List.of("30", "10", "55"), Ballot.of(3, 1, -2), Ballot.of(1, 3));
    assertThat(equalShares(EqualShares.Variant.NONE, projects).outcome().winners())
        .containsExactly(2, 1);
    Tally.Purchases std = equalShares(EqualShares.Variant.STD, projects);
    assertThat(std.outcome().winners()).containsExactlyInAnyOrder(1, 2, 3);
    assertThat(std.share()).hasToString("55");
  }

  @Test
  void eachMethodShowsItsSteps() {
    assertThat(new Borda().count(TENNESSEE).scores())
        .isEqualTo(Map.of(1, tenths(1260), 2, tenths(1940), 3, tenths(1730), 4, tenths(1070)));
    assertThat(new Schulze().count(TENNESSEE).strengths().prefer(2, 1)).isEqualTo(58);
    assertThat(new Schulze().count(TENNESSEE).strengths().prefer(1, 2)).isZero();
    assertThat(new Schulze().count(TENNESSEE).pairs().prefer(1, 2)).isEqualTo(42);
    assertThat(new RankedPairs().count(TENNESSEE).majorities().getFirst())
        .isEqualTo(new Tally.Majority(3, 4, 83, 17, true));
    assertThat(new InstantRunoff().count(TENNESSEE).stages().getLast().totals())
        .isEqualTo(
            Map.of(1, BigDecimal.ZERO, 2, BigDecimal.ZERO, 3, BigDecimal.ZERO, 4, votes(100)));
    assertThat(new ScottishStv().count(TENNESSEE).quota()).contains(new BigDecimal("51.00000"));
  }

  @Test
  void withoutAValidBallotNobodyWins() {
    for (RankedPoll poll :
        List.of(Polls.ranked(2, 1), Polls.ranked(1, 1), Polls.ranked(2, 3, Ballot.of(5)))) {
      for (CountingMethod method : CountingMethod.all()) {
        if (method instanceof CountingMethod.OfRankings ranked) {
          Outcome outcome = ranked.count(poll).outcome();
          assertThat(outcome.winners()).as(method.word()).isEmpty();
          assertThat(outcome.ranking()).as(method.word()).isEmpty();
          assertThat(outcome.valid()).isZero();
          assertThat(outcome.blank())
              .isEqualTo(poll.ballots().stream().mapToLong(Ballot::weight).sum());
        }
      }
    }
  }

  @Test
  void withOneCandidateOrMoreSeatsThanCandidatesAllAreElected() {
    for (CountingMethod method : CountingMethod.all()) {
      if (method instanceof CountingMethod.OfRankings ranked) {
        assertThat(Polls.winners(ranked, Polls.ranked(1, 1, Ballot.of(1, 1))))
            .as(method.word())
            .containsExactly(1);
        assertThat(Polls.winners(ranked, Polls.ranked(2, 9, Ballot.of(3, 2, 1))))
            .as(method.word())
            .containsExactlyInAnyOrder(1, 2);
      }
    }
  }

  @Test
  void aFirstRankThatIsSharedIsNoChoiceUntilOneOfThemHasGone() {
    RankedPoll poll =
        Polls.ranked(
            3, 1, Ballot.of(2, 1, -2), Ballot.of(3, 3, 1), Ballot.of(4, 1), Ballot.of(1, 3, 1, -2));
    assertThat(new Plurality().count(poll).scores())
        .isEqualTo(Map.of(1, votes(4), 2, votes(0), 3, votes(4)));
    Stage last = new InstantRunoff().count(poll).stages().getLast();
    assertThat(last.nonTransferable()).isEqualTo(votes(0));
    assertThat(last.totals().get(1)).as("2 has gone, so all are with 1").isEqualTo(votes(10));
  }

  @Test
  void aTieAtTheBottomIsBrokenByTheMostRecentRoundThatDiffersThenByTheTieOrder() {
    RankedPoll poll =
        Polls.ranked(
            5,
            2,
            Ballot.of(20, 3),
            Ballot.of(6, 1),
            Ballot.of(5, 2),
            Ballot.of(2, 4, 2),
            Ballot.of(1, 5, 1),
            Ballot.of(2, 5));
    for (CountingMethod.OfRankings method : List.of(new InstantRunoff(), new ScottishStv())) {
      Outcome outcome = method.count(poll).outcome();
      assertThat(outcome.winners()).containsExactly(3, 2);
      TieBreak broken = outcome.ties().getFirst();
      assertThat(broken.question()).isEqualTo(TieBreak.Question.EXCLUSION);
      assertThat(broken.tied()).containsExactly(1, 2);
      assertThat(broken.chosen()).containsExactly(1);
      assertThat(broken.reason()).isEqualTo(TieBreak.Reason.EARLIER_STAGE);
      assertThat(broken.earlierStage()).isEqualTo(broken.stage() - 1);
    }
    RankedPoll narrowed =
        Polls.ranked(
            5,
            1,
            Ballot.of(4, 1),
            Ballot.of(4, 2),
            Ballot.of(5, 3),
            Ballot.of(1, 4, 1),
            Ballot.of(1, 4, 2),
            Ballot.of(20, 5));
    assertThat(new InstantRunoff().count(narrowed).outcome().ties().getFirst())
        .as("3 is the last in the tie order, and had more at stage 1")
        .isEqualTo(
            new TieBreak(
                2,
                TieBreak.Question.EXCLUSION,
                List.of(1, 2, 3),
                List.of(2),
                TieBreak.Reason.TIE_ORDER,
                1));
    RankedPoll dead = Polls.ranked(2, 1, Ballot.of(4, 1), Ballot.of(4, 2));
    assertThat(new InstantRunoff().count(dead).outcome().ties())
        .containsExactly(
            new TieBreak(
                1,
                TieBreak.Question.EXCLUSION,
                List.of(1, 2),
                List.of(2),
                TieBreak.Reason.TIE_ORDER,
                0));
    assertThat(Polls.winners(new InstantRunoff(), dead.withTies(TieOrder.given(List.of(2, 1)))))
        .containsExactly(2);
  }

  @Test
  void equalSurplusesGoInTheTieOrderAndEqualSeatsToo() {
    RankedPoll poll =
        Polls.ranked(
            5,
            3,
            Ballot.of(7, 1, 3),
            Ballot.of(7, 2, 4),
            Ballot.of(2, 3),
            Ballot.of(2, 4),
            Ballot.of(2, 5));
    Tally.Stages stv = new ScottishStv().count(poll);
    assertThat(stv.outcome().winners()).containsExactly(1, 2, 3);
    assertThat(stv.outcome().ties().subList(0, 2))
        .containsExactly(
            TieBreak.byOrder(1, TieBreak.Question.ELECTION, List.of(1, 2), List.of(1, 2)),
            TieBreak.byOrder(1, TieBreak.Question.SURPLUS, List.of(1, 2), List.of(1)));
    Outcome approval = new Approval().count(poll).outcome();
    assertThat(approval.ranking().toString()).isEqualTo("[[3, 4], [1, 2], [5]]");
    assertThat(approval.winners()).containsExactly(3, 4, 1);
    assertThat(approval.ties())
        .containsExactly(TieBreak.byOrder(0, TieBreak.Question.SEAT, List.of(1, 2), List.of(1)));
  }

  @Test
  void rankedPairsSaysWhereOnlyTheTieOrderDecided() {
    RankedPoll circle =
        Polls.ranked(3, 1, Ballot.of(1, 1, 2, 3), Ballot.of(1, 2, 3, 1), Ballot.of(1, 3, 1, 2));
    Tally.Locked tally = new RankedPairs().count(circle);
    assertThat(tally.outcome().ranking().toString()).isEqualTo("[[1], [2], [3]]");
    assertThat(tally.outcome().ties())
        .containsExactly(
            TieBreak.byOrder(0, TieBreak.Question.MAJORITY, List.of(3, 1), List.of(1)));
    assertThat(tally.majorities())
        .extracting(Tally.Majority::locked)
        .containsExactly(true, true, false);
    RankedPoll uneven =
        Polls.ranked(3, 1, Ballot.of(4, 1, 2, 3), Ballot.of(3, 2, 3, 1), Ballot.of(2, 3, 1, 2));
    assertThat(new RankedPairs().count(uneven).outcome().ties()).isEmpty();
    assertThat(new Schulze().count(circle).outcome().ties())
        .containsExactly(TieBreak.byOrder(0, TieBreak.Question.SEAT, List.of(1, 2, 3), List.of(1)));
  }

  /** Of 300 × 10¹⁵ votes with a surplus the products have 68 bits and more. */
  @Test
  void numbersPastSixtyThreeBitsAreExact() {
    long third = 1_000_000_000_000_000_000L;
    RankedPoll poll =
        Polls.ranked(3, 2, Ballot.of(5 * third, 1, 2), Ballot.of(third, 2), Ballot.of(1, 3));
    Tally.Stages tally = new ScottishStv().count(poll);
    assertThat(tally.quota()).contains(new BigDecimal("2000000000000000001.00000"));
    Stage second = tally.stages().get(1);
    // ⌊(3·10¹⁸ − 1) / (5·10¹⁸) · 10⁵⌋ = 59 999 hundred-thousandths of each of 5·10¹⁸ papers
    assertThat(second.totals().get(2)).isEqualTo(new BigDecimal("3999950000000000000.00000"));
    assertThat(second.nonTransferable()).isEqualTo(new BigDecimal("49999999999999.00000"));
    assertThat(new Borda().count(poll).scores().get(1))
        .isEqualTo(new BigDecimal("10500000000000000000.5"));
  }

  @Test
  void moreVotesThanCanBeAddedAreRefused() {
    assertThatThrownBy(() -> Polls.ranked(1, 1, Ballot.of(Long.MAX_VALUE, 1), Ballot.of(1, 1)))
        .isInstanceOf(ArithmeticException.class);
  }

  @Test
  void equalSharesBuysWhatSupportersCanPayFor() {
    Ballot three = Ballot.of(3, 1, -2);
    Ballot one = Ballot.of(1, 3);
    BudgetPoll poll = Polls.budget("100", List.of("30", "10", "70", "101", "5"), three, one);
    Tally.Purchases none = equalShares(EqualShares.Variant.NONE, poll);
    assertThat(none.share()).isEqualTo(new Fraction(BigInteger.valueOf(25), BigInteger.ONE));
    assertThat(none.outcome().winners())
        .as("lower cost, for both are worth 3")
        .containsExactly(2, 1);
    assertThat(none.purchases().getFirst())
        .isEqualTo(
            new Tally.Purchase(
                2, 3, Optional.of(new Fraction(BigInteger.TEN, BigInteger.valueOf(3)))));
    assertThat(none.refusals())
        .extracting(Tally.Refusal::reason)
        .containsExactly(
            Tally.Refusal.Reason.NOT_ENOUGH_LEFT,
            Tally.Refusal.Reason.ABOVE_BUDGET,
            Tally.Refusal.Reason.NO_VOTES);
    assertThat(none.refusals().getFirst().supportersLeft())
        .isEqualTo(new Fraction(BigInteger.valueOf(25), BigInteger.ONE));
    assertThat(none.outcome().ties().getFirst().reason()).isEqualTo(TieBreak.Reason.LOWER_COST);
  }

  @Test
  void equalSharesFillsTheRestByVotesOnlyWhereItIsSaid() {
    BudgetPoll poll = Polls.budget("100", List.of("60", "60"), Ballot.of(2, 1), Ballot.of(2, 2));
    assertThat(equalShares(EqualShares.Variant.NONE, poll).outcome().winners()).isEmpty();
    assertThat(equalShares(EqualShares.Variant.ADD1, poll).outcome().winners()).isEmpty();
    Tally.Purchases std = equalShares(EqualShares.Variant.STD, poll);
    assertThat(std.outcome().winners()).containsExactly(1);
    assertThat(std.share()).hasToString("29");
    assertThat(std.purchases().getFirst().most()).isEmpty();
    assertThat(std.outcome().ties().getFirst().reason()).isEqualTo(TieBreak.Reason.TIE_ORDER);
    assertThat(equalShares(EqualShares.Variant.U, poll).outcome().winners()).containsExactly(1);
  }

  @Test
  void equalSharesRaisesTheShareUnitByUnit() {
    BudgetPoll poll =
        Polls.budget("100", List.of("30", "10", "70"), Ballot.of(3, 1), Ballot.of(1, 3));
    Tally.Purchases std = equalShares(EqualShares.Variant.STD, poll);
    assertThat(std.outcome().winners()).containsExactly(1, 3);
    assertThat(std.share()).hasToString("70");
  }

  @Test
  void aMillionTimesTheMoneyTakesNoMoreSteps() {
    BudgetPoll poll =
        Polls.budget(
            "100000000000000000",
            List.of("60000000000000000", "70000000000000000", "1"),
            Ballot.of(2, 1),
            Ballot.of(1, 2),
            Ballot.of(1, 3));
    assertThat(equalShares(EqualShares.Variant.ADD1, poll).share())
        .hasToString("69999999999999999");
    assertThat(equalShares(EqualShares.Variant.STD, poll).outcome().winners())
        .containsExactly(1, 3);
  }

  @Test
  void aProjectThatCostsNothingIsFundedIfAnybodyWantsIt() {
    BudgetPoll poll = Polls.budget("10", List.of("9", "0", "0"), Ballot.of(1, 1), Ballot.of(1, 2));
    assertThat(equalShares(EqualShares.Variant.STD, poll).outcome().winners())
        .containsExactly(2, 1);
  }

  @Test
  void withoutAValidBallotNothingIsFunded() {
    for (EqualShares.Variant variant : EqualShares.Variant.values()) {
      Tally.Purchases tally = equalShares(variant, Polls.budget("10", List.of("5"), Ballot.of(3)));
      assertThat(tally.outcome().winners()).isEmpty();
      assertThat(tally.outcome().blank()).isEqualTo(3);
      assertThat(tally.refusals().getFirst().reason()).isEqualTo(Tally.Refusal.Reason.NO_VOTES);
    }
  }

  @Test
  void aWrongPollCanNotBeMade() {
    assertThatThrownBy(() -> Polls.ranked(2, 0)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Polls.ranked(0, 1)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Polls.ranked(1_001, 1)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Polls.ranked(2, 1, Ballot.of(1, 3))).hasMessage("a ballot names 3");
    assertThatThrownBy(() -> Polls.ranked(2, 1).withTies(TieOrder.listed(3)))
        .hasMessage("the tie order names all candidates");
    assertThatThrownBy(() -> Polls.budget("0", List.of())).hasMessage("a budget is above zero");
    assertThatThrownBy(() -> Polls.budget("1", List.of("-1")))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Polls.budget("1", List.of("1")).withTies(TieOrder.listed(2)))
        .hasMessage("the tie order names all projects");
    assertThatThrownBy(() -> Ballot.of(0, 1)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Ballot.of(1, -1)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Ballot.of(1, 1, 0)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Candidate(0, "", false))
        .isInstanceOf(IllegalArgumentException.class);
    List<Candidate> skipped = List.of(new Candidate(2, "", false));
    assertThatThrownBy(() -> new RankedPoll("", 1, skipped, TieOrder.listed(1), List.of()))
        .hasMessage("candidates are numbered from 1 in their order");
    List<Project> late = List.of(new Project(2, "", "", BigDecimal.ONE));
    assertThatThrownBy(
            () -> new BudgetPoll("", BigDecimal.ONE, late, TieOrder.listed(1), List.of()))
        .hasMessage("projects are numbered from 1 in their order");
  }

  @Test
  void methodsAreFoundByTheirWords() {
    assertThat(CountingMethod.all())
        .extracting(CountingMethod::word)
        .containsExactly(
            "plurality",
            "approval",
            "borda",
            "points",
            "irv",
            "schulze",
            "ranked-pairs",
            "scottish-stv",
            "equal-shares:std",
            "equal-shares:add1",
            "equal-shares:none",
            "equal-shares:u");
    CountingMethod.all()
        .forEach(method -> assertThat(CountingMethod.named(method.word())).contains(method));
    assertThat(CountingMethod.named("equal-shares"))
        .contains(new EqualShares(EqualShares.Variant.STD, false));
    assertThat(CountingMethod.named("condorcet")).isEmpty();
  }

  private static Tally.Purchases equalShares(EqualShares.Variant variant, BudgetPoll poll) {
    return new EqualShares(variant, false).count(poll);
  }

  private static BigDecimal votes(long votes) {
    return BigDecimal.valueOf(votes);
  }

  private static BigDecimal tenths(long tenths) {
    return BigDecimal.valueOf(tenths, 1);
  }

  private static void assertRanking(
      CountingMethod.OfRankings method, RankedPoll poll, String ranking) {
    assertThat(method.count(poll).outcome().ranking()).as(method.word()).hasToString(ranking);
  }
}
