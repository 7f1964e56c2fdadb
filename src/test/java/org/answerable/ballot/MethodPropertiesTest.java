package org.answerable.ballot;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * What the literature proves of the methods, on random polls. What a method lacks stands in {@link
 * MissingPropertiesTest}, with an example each.
 *
 * @see <a href="https://doi.org/10.1017/CBO9781107446984">Handbook of Computational Social Choice,
 *     2016, chapters 2 and 4</a>
 */
class MethodPropertiesTest {
  private static final int POLLS = Integer.getInteger("polls", 3_000);
  private static final long SEED = Long.getLong("seed", 42);
  private static final List<CountingMethod.OfRankings> ALL =
      List.of(
          new Plurality(),
          new Approval(),
          new Borda(),
          new InstantRunoff(),
          new Schulze(),
          new RankedPairs(),
          new ScottishStv());

  @Test
  void whoeverBeatsEachOtherCandidateIsElectedBySchulzeAndRankedPairs() {
    int found = 0;
    for (RankedPoll poll : strictPolls()) {
      Pairs pairs = Pairs.of(Papers.of(poll));
      for (int winner : pairs.standing()) {
        if (pairs.standing().stream()
            .allMatch(b -> b == winner || pairs.prefer(winner, b) > pairs.prefer(b, winner))) {
          found++;
          assertTopLevel(new Schulze(), poll, List.of(winner));
          assertTopLevel(new RankedPairs(), poll, List.of(winner));
        }
      }
    }
    assertThat(found).isGreaterThan(POLLS / 2);
  }

  @Test
  void whoeverMoreThanHalfPutFirstIsElected() {
    int found = 0;
    for (RankedPoll poll : strictPolls()) {
      long[] first = new long[poll.candidates().size() + 1];
      poll.ballots().forEach(ballot -> first[ballot.candidate(0)] += ballot.weight());
      for (int number = 1; number < first.length; number++) {
        if (2 * first[number] > IntStream.range(0, first.length).mapToLong(i -> first[i]).sum()) {
          found++;
          for (var method :
              List.of(
                  new Plurality(),
                  new InstantRunoff(),
                  new Schulze(),
                  new RankedPairs(),
                  new ScottishStv())) {
            assertThat(Polls.winners(method, poll)).as(method + seed(poll)).containsExactly(number);
          }
        }
      }
    }
    assertThat(found).isGreaterThan(POLLS / 5);
  }

  @Test
  void moreSupportNeverMakesAWinnerLose() {
    RandomPolls chance = new RandomPolls(SEED);
    for (RankedPoll poll : strictPolls()) {
      for (var method : List.of(new Plurality(), new Borda(), new Schulze(), new RankedPairs())) {
        int winner = method.count(poll).outcome().winners().getFirst();
        RankedPoll raised = raised(poll, winner, chance.upTo(poll.ballots().size()) - 1);
        assertThat(Polls.winners(method, raised)).as(method + seed(poll)).containsExactly(winner);
      }
    }
  }

  @Test
  void clonesOfACandidateDoNotChangeWhoElseWinsBySchulzeAndRankedPairs() {
    RandomPolls chance = new RandomPolls(SEED);
    int compared = 0;
    for (RankedPoll poll : strictPolls()) {
      int cloned = chance.upTo(poll.candidates().size());
      RankedPoll larger = withClone(poll, cloned, chance);
      for (CountingMethod.OfRankings method : List.of(new Schulze(), new RankedPairs())) {
        if (isDecided(poll)) {
          compared++;
          int clone = poll.candidates().size() + 1;
          Set<Integer> after = new HashSet<>();
          method
              .count(larger)
              .outcome()
              .ranking()
              .getFirst()
              .forEach(number -> after.add(number == clone ? cloned : number));
          assertThat(after)
              .as(method + " " + cloned + seed(poll))
              .isEqualTo(Set.copyOf(method.count(poll).outcome().ranking().getFirst()));
        }
      }
    }
    assertThat(compared).isGreaterThan(POLLS / 10);
  }

  @Test
  void noMethodLooksAtTheCandidatesNumbers() {
    RandomPolls chance = new RandomPolls(SEED);
    for (int i = 0; i < POLLS; i++) {
      RankedPoll poll = chance.any();
      List<Integer> names = chance.shuffled(poll.candidates().size());
      RankedPoll renamed = renamed(poll, names);
      for (CountingMethod.OfRankings method : ALL) {
        Outcome before = method.count(poll).outcome();
        Outcome after = method.count(renamed).outcome();
        assertThat(after.winners())
            .as(method + seed(poll))
            .isEqualTo(before.winners().stream().map(number -> names.get(number - 1)).toList());
        assertThat(after.ranking().stream().map(Set::copyOf).toList())
            .as(method + seed(poll))
            .isEqualTo(
                before.ranking().stream()
                    .map(level -> Set.copyOf(level.stream().map(n -> names.get(n - 1)).toList()))
                    .toList());
      }
    }
  }

  @Test
  void theOrderOfTheBallotsAndHowTheyAreBundledChangeNothing() {
    RandomPolls chance = new RandomPolls(SEED);
    for (int i = 0; i < POLLS; i++) {
      RankedPoll poll = chance.any();
      List<Ballot> split = new ArrayList<>();
      for (Ballot ballot : poll.ballots().reversed()) {
        long part = 1 + ballot.weight() / 2;
        split.addFirst(Ballot.ranked(part, ballot.ranks()));
        if (ballot.weight() > part) {
          split.addLast(Ballot.ranked(ballot.weight() - part, ballot.ranks()));
        }
      }
      RankedPoll other =
          new RankedPoll(poll.title(), poll.seats(), poll.candidates(), poll.ties(), split);
      for (CountingMethod.OfRankings method : ALL) {
        assertThat(method.count(other).outcome())
            .as(method + seed(poll))
            .isEqualTo(method.count(poll).outcome());
      }
    }
  }

  @Test
  void noVoteIsLostOrMadeInAnyStageOfScottishStv() {
    RandomPolls chance = new RandomPolls(SEED);
    for (int i = 0; i < POLLS; i++) {
      RankedPoll poll = chance.any();
      Tally.Stages tally = new ScottishStv().count(poll);
      for (Stage stage : tally.stages()) {
        BigDecimal votes =
            stage.totals().values().stream().reduce(stage.nonTransferable(), BigDecimal::add);
        assertThat(votes).as(seed(poll)).isEqualByComparingTo("" + tally.outcome().valid());
        assertThat(stage.nonTransferable().signum()).as(seed(poll)).isNotNegative();
      }
      long standing = poll.candidates().stream().filter(c -> !c.withdrawn()).count();
      long expected = tally.outcome().valid() == 0 ? 0 : Math.min(standing, poll.seats());
      assertThat(tally.outcome().winners()).as(seed(poll)).hasSize((int) expected);
    }
  }

  @Test
  void equalSharesSpendsNoMoreThanTheBudgetAndNobodyPaysMoreThanTheShare() {
    RandomPolls chance = new RandomPolls(SEED);
    for (int i = 0; i < POLLS; i++) {
      BudgetPoll poll = chance.budget();
      for (EqualShares.Variant variant : EqualShares.Variant.values()) {
        Tally.Purchases tally = new EqualShares(variant, false).count(poll);
        BigDecimal spent =
            tally.outcome().winners().stream()
                .map(number -> poll.projects().get(number - 1).cost())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        assertThat(spent).as(variant + " " + poll).isLessThanOrEqualTo(poll.budget());
        assertPaidFromShares(poll, tally);
      }
    }
  }

  /** Each supporter pays the same, or all that is left; together they pay the cost exactly. */
  private static void assertPaidFromShares(BudgetPoll poll, Tally.Purchases tally) {
    List<NaiveShares.Ratio> purses = new ArrayList<>();
    List<Ballot> voters = new ArrayList<>();
    for (Ballot ballot : poll.ballots()) {
      for (long voter = 0; voter < ballot.weight(); voter++) {
        voters.add(ballot);
        purses.add(ratio(tally.share()));
      }
    }
    for (Tally.Purchase purchase : tally.purchases()) {
      if (purchase.most().isEmpty()) {
        continue;
      }
      NaiveShares.Ratio most = ratio(purchase.most().get());
      NaiveShares.Ratio paid = NaiveShares.Ratio.of(0);
      for (int voter = 0; voter < voters.size(); voter++) {
        if (voters.get(voter).ranks().stream().anyMatch(r -> r.contains(purchase.project()))) {
          NaiveShares.Ratio purse = purses.get(voter);
          NaiveShares.Ratio pays = purse.compareTo(most) < 0 ? purse : most;
          purses.set(voter, purse.minus(pays));
          paid = paid.plus(pays);
        }
      }
      assertThat(paid)
          .isEqualByComparingTo(
              NaiveShares.Ratio.of(poll.projects().get(purchase.project() - 1).cost()));
    }
  }

  private static NaiveShares.Ratio ratio(Fraction fraction) {
    return new NaiveShares.Ratio(fraction.numerator(), fraction.denominator());
  }

  private static List<RankedPoll> strictPolls() {
    RandomPolls chance = new RandomPolls(SEED);
    return IntStream.range(0, POLLS)
        .mapToObj(i -> chance.strict(2 + chance.upTo(3), chance.upTo(6)))
        .toList();
  }

  /** No two equal pairs, so that no tie order has a say. */
  private static boolean isDecided(RankedPoll poll) {
    Pairs pairs = Pairs.of(Papers.of(poll));
    Set<Long> seen = new HashSet<>();
    for (int a : pairs.standing()) {
      for (int b : pairs.standing()) {
        if (a != b && !seen.add(pairs.prefer(a, b))) {
          return false;
        }
      }
    }
    return true;
  }

  private static RankedPoll raised(RankedPoll poll, int candidate, int ballot) {
    List<Ballot> ballots = new ArrayList<>(poll.ballots());
    List<Integer> order =
        new ArrayList<>(ballots.get(ballot).ranks().stream().map(List::getFirst).toList());
    int place = order.indexOf(candidate);
    if (place > 0) {
      order.remove(place);
      order.add(place - 1, candidate);
    }
    ballots.set(
        ballot,
        Ballot.of(
            ballots.get(ballot).weight(), order.stream().mapToInt(Integer::intValue).toArray()));
    return new RankedPoll("", 1, poll.candidates(), poll.ties(), ballots);
  }

  /** The clone stands beside the candidate on each ballot and in the tie order. */
  private static RankedPoll withClone(RankedPoll poll, int cloned, RandomPolls chance) {
    int clone = poll.candidates().size() + 1;
    List<Candidate> candidates = new ArrayList<>(poll.candidates());
    candidates.add(new Candidate(clone, "clone", false));
    List<Ballot> ballots = new ArrayList<>();
    for (Ballot ballot : poll.ballots()) {
      List<Integer> order = new ArrayList<>(ballot.ranks().stream().map(List::getFirst).toList());
      order.add(order.indexOf(cloned) + chance.upTo(2) - 1, clone);
      ballots.add(Ballot.of(ballot.weight(), order.stream().mapToInt(Integer::intValue).toArray()));
    }
    List<Integer> ties = new ArrayList<>(poll.ties().order());
    ties.add(ties.indexOf(cloned), clone);
    return new RankedPoll("", 1, candidates, TieOrder.given(ties), ballots);
  }

  private static RankedPoll renamed(RankedPoll poll, List<Integer> names) {
    Candidate[] candidates = new Candidate[names.size()];
    for (Candidate candidate : poll.candidates()) {
      int number = names.get(candidate.number() - 1);
      candidates[number - 1] = new Candidate(number, candidate.name(), candidate.withdrawn());
    }
    List<Ballot> ballots = new ArrayList<>();
    for (Ballot ballot : poll.ballots()) {
      ballots.add(
          Ballot.ranked(
              ballot.weight(),
              ballot.ranks().stream()
                  .map(rank -> rank.stream().map(number -> names.get(number - 1)).toList())
                  .toList()));
    }
    List<Integer> ties = poll.ties().order().stream().map(n -> names.get(n - 1)).toList();
    return new RankedPoll(
        poll.title(), poll.seats(), List.of(candidates), TieOrder.given(ties), ballots);
  }

  private static void assertTopLevel(
      CountingMethod.OfRankings method, RankedPoll poll, List<Integer> expected) {
    assertThat(method.count(poll).outcome().ranking().getFirst())
        .as(method + seed(poll))
        .isEqualTo(expected);
  }

  private static String seed(RankedPoll poll) {
    return " of seed " + SEED + ": " + poll;
  }
}
