package org.answerable.ballot;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.LongUnaryOperator;
import java.util.stream.Collectors;

/**
 * Single transferable vote as Scottish councils are elected (weighted inclusive Gregory).
 *
 * <pre>quota = ⌊valid / (seats + 1)⌋ + 1                              rule 46
 * surplus = total − quota                                       rule 48
 * new value of a paper = ⌊surplus · value · 10⁵ / total⌋ / 10⁵     rule 48(3)</pre>
 *
 * After each stage whoever has the quota is elected (47). Then either the largest surplus is
 * transferred (49) or the candidate with the fewest votes excluded (50, 51), all papers in one
 * stage, each to the next continuing candidate on it. It ends when the seats are full, or those who
 * continue are no more than the seats left (52).
 *
 * @see <a href="https://www.legislation.gov.uk/ssi/2007/42/schedule/1/made">The Scottish Local
 *     Government Elections Order 2007 (SSI 2007/42), schedule 1, rules 45 to 52</a>
 */
public record ScottishStv() implements CountingMethod.OfRankings {
  @Override
  public String word() {
    return "scottish-stv";
  }

  @Override
  public Tally.Stages count(RankedPoll poll) {
    Papers papers = Papers.of(poll);
    return papers.areBlank()
        ? new Tally.Stages(Outcome.none(papers), Optional.empty(), List.of())
        : new Count(papers).tally();
  }

  /** Rule 46, in votes. */
  static BigInteger quota(long valid, int seats) {
    return BigInteger.valueOf(valid / (seats + 1L) + 1);
  }

  /** One count, as far as it has come. Totals are in fifth decimals of a vote. */
  private static final class Count {
    private final Papers papers;
    private final BigInteger quota;
    private final boolean[] continuing;
    private final List<Integer> left;
    private final Map<Integer, Pile> piles = new HashMap<>();
    private final Map<Integer, BigInteger> totals = new HashMap<>();
    private final Set<Integer> withSurplus = new HashSet<>();
    private final List<Integer> elected = new ArrayList<>();
    private final List<Stage> stages = new ArrayList<>();
    private final List<TieBreak> ties = new ArrayList<>();
    private BigInteger nonTransferable = BigInteger.ZERO;

    Count(Papers papers) {
      this.papers = papers;
      this.quota = quota(papers.valid(), papers.seats()).multiply(units(Pile.WHOLE_VOTE));
      this.continuing = papers.continuing();
      this.left = new ArrayList<>(papers.standing());
      left.forEach(number -> piles.put(number, new Pile()));
    }

    Tally.Stages tally() {
      papers.ballots().forEach(ballot -> take(ballot, Pile.WHOLE_VOTE));
      close(new Stage.Action.FirstPreferences());
      while (elected.size() < papers.seats() && !left.isEmpty()) {
        if (withSurplus.isEmpty()) {
          exclude(lowest());
        } else {
          transferSurplus(largestSurplus());
        }
      }
      return new Tally.Stages(outcome(), Optional.of(votes(quota)), stages);
    }

    private void take(Ballot ballot, long value) {
      int choice = ballot.choice(continuing);
      if (choice == 0) {
        nonTransferable = nonTransferable.add(units(ballot.weight()).multiply(units(value)));
      } else {
        Objects.requireNonNull(piles.get(choice), "whoever continues has a pile")
            .add(ballot, value);
      }
    }

    private int lowest() {
      BigInteger fewest =
          left.stream().map(totals::get).min(Comparator.naturalOrder()).orElseThrow();
      List<Integer> tied = left.stream().filter(number -> total(number).equals(fewest)).toList();
      return tied.size() == 1
          ? tied.getFirst()
          : chosen(EarlierStages.exclusion(stages, tied, papers.ties()));
    }

    private int largestSurplus() {
      BigInteger most =
          withSurplus.stream().map(totals::get).max(Comparator.naturalOrder()).orElseThrow();
      List<Integer> tied =
          withSurplus.stream().filter(number -> total(number).equals(most)).sorted().toList();
      return tied.size() == 1
          ? tied.getFirst()
          : chosen(EarlierStages.surplus(stages, tied, papers.ties()));
    }

    private int chosen(TieBreak broken) {
      ties.add(broken);
      return broken.chosen().getFirst();
    }

    /** Rule 48. What truncation loses is with nobody, so that the votes add up at each stage. */
    private void transferSurplus(int number) {
      BigInteger total = total(number);
      BigInteger surplus = total.subtract(quota);
      LongUnaryOperator newValue =
          value -> surplus.multiply(units(value)).divide(total).longValueExact();
      withSurplus.remove(number);
      totals.put(number, quota);
      Pile pile = handIn(number);
      pile.handOn(newValue, this::take);
      nonTransferable = nonTransferable.add(surplus.subtract(pile.totalAt(newValue)));
      close(new Stage.Action.Surplus(number, votes(surplus), votes(total)));
    }

    /** Rules 50 and 51. */
    private void exclude(int number) {
      BigInteger had = total(number);
      left.remove(Integer.valueOf(number));
      continuing[number] = false;
      totals.put(number, BigInteger.ZERO);
      handIn(number).handOn(value -> value, this::take);
      close(new Stage.Action.Exclusion(number, votes(had)));
    }

    /** Adds up, elects, and writes the stage down. */
    private void close(Stage.Action action) {
      piles.forEach((number, pile) -> totals.put(number, pile.total()));
      int before = elected.size();
      elect(left.stream().filter(number -> total(number).compareTo(quota) >= 0).toList());
      if (left.size() <= papers.seats() - elected.size()) {
        elect(List.copyOf(left)); // rule 52
      }
      stages.add(
          new Stage(
              action,
              Scoring.scores(papers, number -> votes(total(number))),
              votes(nonTransferable),
              elected.subList(before, elected.size())));
    }

    /** Most votes first; where these are equal, the tie order's first. */
    private void elect(List<Integer> numbers) {
      noteTies(numbers);
      for (int number : inOrderOfVotes(numbers)) {
        elected.add(number);
        left.remove(Integer.valueOf(number));
        continuing[number] = false;
        if (total(number).compareTo(quota) > 0) {
          withSurplus.add(number);
        }
      }
    }

    /** Who of the equal comes first in the order of election. */
    private void noteTies(List<Integer> numbers) {
      TreeMap<BigInteger, List<Integer>> byVotes =
          numbers.stream()
              .collect(Collectors.groupingBy(this::total, TreeMap::new, Collectors.toList()));
      for (List<Integer> tied : byVotes.descendingMap().values()) {
        if (tied.size() > 1) {
          ties.add(
              TieBreak.byOrder(
                  stages.size() + 1, TieBreak.Question.ELECTION, tied, papers.ties().sorted(tied)));
        }
      }
    }

    private List<Integer> inOrderOfVotes(List<Integer> numbers) {
      Comparator<Integer> byVotes = Comparator.comparing(totals::get, Comparator.reverseOrder());
      return numbers.stream().sorted(byVotes.thenComparing(papers.ties())).toList();
    }

    private Outcome outcome() {
      List<List<Integer>> ranking = elected.stream().map(List::of).toList();
      return new Outcome(papers.valid(), papers.blank(), elected, ranking, ties);
    }

    private Pile handIn(int number) {
      return Objects.requireNonNull(piles.remove(number), "whoever counts has papers");
    }

    private BigInteger total(int number) {
      return Objects.requireNonNull(totals.get(number), "whoever stands has a total");
    }

    private static BigInteger units(long value) {
      return BigInteger.valueOf(value);
    }

    private static BigDecimal votes(BigInteger units) {
      return new BigDecimal(units, Pile.DECIMALS);
    }
  }
}
