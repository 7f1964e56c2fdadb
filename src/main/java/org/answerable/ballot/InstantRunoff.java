package org.answerable.ballot;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Instant run-off (the alternative vote): each ballot is with its first choice still in the count;
 * whoever has the fewest is excluded, one at a time, to the last one. The ranking is the reverse of
 * exclusion, so that it goes on below the winner.
 *
 * <p>A ballot that finds several who share a rank is with nobody as long as they do: each round
 * looks again, and once all but one of them are excluded it is with that one.
 *
 * <p>Equal at the bottom: the most recent earlier round where they differ decides, then the tie
 * order; see {@link EarlierStages}.
 *
 * @see <a href="https://doi.org/10.1017/CBO9781107446984.003">Zwicker, Introduction to the theory
 *     of voting, Handbook of Computational Social Choice, 2016, section 2.4</a>
 */
public record InstantRunoff() implements CountingMethod.OfRankings {
  @Override
  public String word() {
    return "irv";
  }

  @Override
  public Tally.Stages count(RankedPoll poll) {
    Papers papers = Papers.of(poll);
    return papers.areBlank()
        ? new Tally.Stages(Outcome.none(papers), Optional.empty(), List.of())
        : new Count(papers).tally();
  }

  /** One count, as far as it has come. */
  private static final class Count {
    /** No candidate has this number. */
    private static final int NOBODY = 0;

    private final Papers papers;
    private final boolean[] continuing;
    private final long[] votes;
    private final Map<Integer, List<Ballot>> piles = new HashMap<>();
    private final List<Stage> rounds = new ArrayList<>();
    private final List<TieBreak> ties = new ArrayList<>();
    private final List<List<Integer>> ranking = new ArrayList<>();

    Count(Papers papers) {
      this.papers = papers;
      this.continuing = papers.continuing();
      this.votes = new long[papers.arraySize()];
    }

    Tally.Stages tally() {
      List<Integer> left = new ArrayList<>(papers.standing());
      distribute(papers.ballots());
      close(new Stage.Action.FirstPreferences());
      while (left.size() > 1) {
        int excluded = lowest(left);
        left.remove(Integer.valueOf(excluded));
        ranking.addFirst(List.of(excluded));
        exclude(excluded);
      }
      ranking.addFirst(left);
      return new Tally.Stages(Outcome.seating(papers, ranking, ties), Optional.empty(), rounds);
    }

    private int lowest(List<Integer> left) {
      long fewest = left.stream().mapToLong(number -> votes[number]).min().orElseThrow();
      List<Integer> tied = left.stream().filter(number -> votes[number] == fewest).toList();
      if (tied.size() == 1) {
        return tied.getFirst();
      }
      TieBreak broken = EarlierStages.exclusion(rounds, tied, papers.ties());
      ties.add(broken);
      return broken.chosen().getFirst();
    }

    private void exclude(int number) {
      BigDecimal had = BigDecimal.valueOf(votes[number]);
      continuing[number] = false;
      for (int from : new int[] {number, NOBODY}) {
        votes[from] = 0;
        List<Ballot> pile = piles.remove(from);
        distribute(pile == null ? List.of() : pile);
      }
      close(new Stage.Action.Exclusion(number, had));
    }

    private void distribute(List<Ballot> ballots) {
      for (Ballot ballot : ballots) {
        int choice = ballot.choice(continuing); // or NOBODY
        votes[choice] += ballot.weight();
        piles.computeIfAbsent(choice, number -> new ArrayList<>()).add(ballot);
      }
    }

    private void close(Stage.Action action) {
      Map<Integer, BigDecimal> totals =
          Scoring.scores(papers, number -> BigDecimal.valueOf(votes[number]));
      rounds.add(new Stage(action, totals, BigDecimal.valueOf(votes[NOBODY]), List.of()));
    }
  }
}
