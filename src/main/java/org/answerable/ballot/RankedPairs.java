package org.answerable.ballot;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;

/**
 * Ranked pairs: majorities are taken from the strongest to the weakest, and each is locked unless
 * it would close a cycle with those locked before.
 *
 * <pre>
 * order: more winning votes; then fewer losing votes; then the winner earlier in the tie order;
 *        then the loser later in it</pre>
 *
 * The ranking has levels of what is locked, directly or by way of others.
 *
 * @see <a href="https://doi.org/10.1007/BF00433944">Tideman, Independence of clones as a criterion
 *     for voting rules, Social Choice and Welfare 4, 1987</a>
 * @see <a href="https://doi.org/10.1007/BF00303170">Zavist and Tideman, Complete independence of
 *     clones in the ranked pairs rule, Social Choice and Welfare 6, 1989: why ties need one
 *     order</a>
 */
public record RankedPairs() implements CountingMethod.OfRankings {
  @Override
  public String word() {
    return "ranked-pairs";
  }

  @Override
  public Tally.Locked count(RankedPoll poll) {
    Papers papers = Papers.of(poll);
    Pairs pairs = Pairs.of(papers);
    return papers.areBlank()
        ? new Tally.Locked(Outcome.none(papers), pairs, List.of())
        : new Count(papers, pairs).tally();
  }

  /** One count, as far as it has come. */
  private static final class Count {
    private final Papers papers;
    private final Pairs pairs;
    private final BitSet[] below; // at a candidate: all whom locked majorities put below
    private final List<Tally.Majority> majorities = new ArrayList<>();
    private final List<TieBreak> ties = new ArrayList<>();

    Count(Papers papers, Pairs pairs) {
      this.papers = papers;
      this.pairs = pairs;
      this.below = new BitSet[papers.arraySize()];
      papers.standing().forEach(number -> below[number] = new BitSet());
    }

    Tally.Locked tally() {
      List<Tally.Majority> sorted = sorted(pairs, papers.ties());
      int first = 0;
      while (first < sorted.size()) {
        int end = endOfEqual(sorted, first);
        lockEqual(sorted.subList(first, end));
        first = end;
      }
      List<List<Integer>> ranking =
          Levels.of(papers.standing(), papers.arraySize(), (a, b) -> below[a].get(b));
      return new Tally.Locked(Outcome.seating(papers, ranking, ties), pairs, majorities);
    }

    /** Majorities of one strength: among these the tie order has decided which is first. */
    private void lockEqual(List<Tally.Majority> equal) {
      BitSet[] stronger = equal.size() == 1 ? below : copy(below);
      for (Tally.Majority majority : equal) {
        boolean locks = !below[majority.loser()].get(majority.winner());
        if (locks) {
          lock(majority.winner(), majority.loser());
        } else if (!stronger[majority.loser()].get(majority.winner())) {
          ties.add(decidedByOrder(majority));
        }
        majorities.add(
            new Tally.Majority(
                majority.winner(), majority.loser(), majority.votes(), majority.against(), locks));
      }
    }

    private void lock(int winner, int loser) {
      if (below[winner].get(loser)) {
        return;
      }
      for (int number : papers.standing()) {
        if (number == winner || below[number].get(winner)) {
          below[number].set(loser);
          below[number].or(below[loser]);
        }
      }
    }

    private static TieBreak decidedByOrder(Tally.Majority majority) {
      return TieBreak.byOrder(
          0,
          TieBreak.Question.MAJORITY,
          List.of(majority.winner(), majority.loser()),
          List.of(majority.loser()));
    }
  }

  private static List<Tally.Majority> sorted(Pairs pairs, TieOrder ties) {
    List<Tally.Majority> sorted = new ArrayList<>();
    for (int a : pairs.standing()) {
      for (int b : pairs.standing()) {
        if (pairs.prefer(a, b) > pairs.prefer(b, a)) {
          sorted.add(new Tally.Majority(a, b, pairs.prefer(a, b), pairs.prefer(b, a), false));
        }
      }
    }
    int[] place = ties.places();
    sorted.sort(
        Comparator.comparingLong(Tally.Majority::votes)
            .reversed()
            .thenComparingLong(Tally.Majority::against)
            .thenComparingInt(majority -> place[majority.winner()])
            .thenComparingInt(majority -> -place[majority.loser()]));
    return sorted;
  }

  private static int endOfEqual(List<Tally.Majority> sorted, int first) {
    Tally.Majority model = sorted.get(first);
    int end = first + 1;
    while (end < sorted.size()
        && sorted.get(end).votes() == model.votes()
        && sorted.get(end).against() == model.against()) {
      end++;
    }
    return end;
  }

  private static BitSet[] copy(BitSet[] sets) {
    BitSet[] copy = new BitSet[sets.length];
    for (int i = 0; i < sets.length; i++) {
      copy[i] = sets[i] == null ? new BitSet() : (BitSet) sets[i].clone();
    }
    return copy;
  }
}
