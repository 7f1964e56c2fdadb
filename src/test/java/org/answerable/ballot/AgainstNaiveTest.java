package org.answerable.ballot;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * Ten thousand random polls by each method, against the second implementations beside this. A
 * difference prints the seed and the poll; {@code -Dseed=…} begins with that seed again.
 */
class AgainstNaiveTest {
  private static final int POLLS = Integer.getInteger("polls", 10_000);
  private static final long SEED = Long.getLong("seed", 20_261_125L);

  @Test
  void pluralityApprovalAndBordaCountAsTheirDefinitionsDo() {
    forEachPoll(
        (poll, naive) -> {
          assertScores(new Plurality().count(poll), naive.plurality(), naive);
          assertScores(new Approval().count(poll), naive.approval(), naive);
          assertScores(new Borda().count(poll), naive.borda(), naive);
        });
  }

  @Test
  void schulzeRanksAsAllPathsDo() {
    forEachPoll((poll, naive) -> assertRanking(new Schulze().count(poll), naive.schulze(), naive));
  }

  @Test
  void rankedPairsRanksAsExhaustiveReachabilityDoes() {
    forEachPoll(
        (poll, naive) -> assertRanking(new RankedPairs().count(poll), naive.rankedPairs(), naive));
  }

  @Test
  void instantRunoffExcludesAsItsDefinitionDoes() {
    forEachPoll(
        (poll, naive) -> {
          Tally.Stages tally = new InstantRunoff().count(poll);
          NaiveTransfers expected = new NaiveTransfers(poll).instantRunoff();
          assertRanking(tally, expected.runoffRanking().stream().map(List::of).toList(), naive);
          assertStages(tally, expected);
        });
  }

  @Test
  void scottishStvElectsAndTruncatesAsTheRulesDo() {
    forEachPoll(
        (poll, naive) -> {
          Tally.Stages tally = new ScottishStv().count(poll);
          NaiveTransfers expected = new NaiveTransfers(poll).scottish();
          assertThat(tally.outcome().winners()).isEqualTo(expected.elected);
          assertStages(tally, expected);
        });
  }

  @Test
  void equalSharesBuysAsItsDefinitionDoes() {
    RandomPolls polls = new RandomPolls(SEED);
    for (int i = 0; i < POLLS; i++) {
      BudgetPoll poll = polls.budget();
      for (EqualShares.Variant variant : EqualShares.Variant.values()) {
        for (boolean integral : List.of(true, false)) {
          Tally.Purchases tally = new EqualShares(variant, integral).count(poll);
          NaiveShares expected = new NaiveShares(poll, variant).count(integral);
          assertThat(tally.outcome().winners())
              .as(variant + " " + integral + " " + i + " of seed " + SEED + ": " + poll)
              .isEqualTo(expected.bought);
          assertThat(ratio(tally.share()))
              .as("share of " + poll)
              .isEqualByComparingTo(expected.share);
          assertPayments(tally, expected);
        }
      }
    }
  }

  private static void assertPayments(Tally.Purchases tally, NaiveShares expected) {
    List<NaiveShares.Ratio> paid =
        tally.purchases().stream()
            .flatMap(purchase -> purchase.most().stream())
            .map(AgainstNaiveTest::ratio)
            .toList();
    assertThat(paid).hasSameSizeAs(expected.payments);
    for (int i = 0; i < paid.size(); i++) {
      assertThat(paid.get(i)).isEqualByComparingTo(expected.payments.get(i));
    }
  }

  private static NaiveShares.Ratio ratio(Fraction fraction) {
    return new NaiveShares.Ratio(fraction.numerator(), fraction.denominator());
  }

  private interface Check {
    void of(RankedPoll poll, NaiveRankings naive);
  }

  private static void forEachPoll(Check check) {
    RandomPolls polls = new RandomPolls(SEED);
    for (int i = 0; i < POLLS; i++) {
      RankedPoll poll = polls.any();
      try {
        check.of(poll, new NaiveRankings(poll));
      } catch (AssertionError | RuntimeException different) {
        throw new AssertionError("poll " + i + " of seed " + SEED + ": " + poll, different);
      }
    }
  }

  private static void assertScores(
      Tally.Scores tally, Map<Integer, BigDecimal> expected, NaiveRankings naive) {
    assertThat(stripped(tally.scores())).isEqualTo(stripped(expected));
    assertRanking(tally, naive.ranking(expected), naive);
  }

  private static void assertRanking(
      Tally tally, List<List<Integer>> expected, NaiveRankings naive) {
    assertThat(tally.outcome().ranking()).isEqualTo(expected);
    assertThat(tally.outcome().winners()).isEqualTo(naive.winners(expected));
  }

  private static void assertStages(Tally.Stages tally, NaiveTransfers expected) {
    if (!expected.stages.isEmpty() && tally.outcome().valid() > 0) {
      assertThat(
              tally.stages().stream().map(Stage::totals).map(AgainstNaiveTest::stripped).toList())
          .isEqualTo(expected.stages.stream().map(AgainstNaiveTest::stripped).toList());
    }
  }

  private static Map<Integer, BigDecimal> stripped(Map<Integer, BigDecimal> numbers) {
    Function<Map.Entry<Integer, BigDecimal>, BigDecimal> value =
        entry -> entry.getValue().stripTrailingZeros();
    return numbers.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, value));
  }
}
