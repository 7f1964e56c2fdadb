package org.answerable.ballot;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Instant run-off and Scottish STV once more, slow and straight from the rules: every paper knows
 * its holder and its value, and all are looked through at every step. Shares no counting code with
 * the real ones.
 */
final class NaiveTransfers {
  static final int NOBODY = 0;

  private final RankedPoll poll;
  private final NaiveRankings rankings;
  private final List<Paper> papers = new ArrayList<>();
  private final List<Integer> continuing;
  final List<Map<Integer, BigDecimal>> stages = new ArrayList<>();
  final List<Integer> elected = new ArrayList<>();
  final List<Integer> excluded = new ArrayList<>();

  /** Equal papers. */
  private static final class Paper {
    private final NaiveRankings.Vote vote;
    private int holder;
    private BigDecimal value = BigDecimal.ONE;

    Paper(NaiveRankings.Vote vote) {
      this.vote = vote;
    }

    BigDecimal votes() {
      return new BigDecimal(vote.weight()).multiply(value);
    }
  }

  NaiveTransfers(RankedPoll poll) {
    this.poll = poll;
    this.rankings = new NaiveRankings(poll);
    this.continuing = new ArrayList<>(rankings.standing());
    for (NaiveRankings.Vote vote : rankings.votes()) {
      Paper paper = new Paper(vote);
      moveOn(paper);
      papers.add(paper);
    }
  }

  private void moveOn(Paper paper) {
    for (List<Integer> rank : paper.vote.ranks()) {
      List<Integer> live = rank.stream().filter(continuing::contains).toList();
      if (!live.isEmpty()) {
        paper.holder = live.size() == 1 ? live.getFirst() : NOBODY;
        return;
      }
    }
    paper.holder = NOBODY;
  }

  private Map<Integer, BigDecimal> totals() {
    Map<Integer, BigDecimal> totals = new HashMap<>();
    rankings.standing().forEach(candidate -> totals.put(candidate, BigDecimal.ZERO));
    for (Paper paper : papers) {
      if (paper.holder != NOBODY) {
        totals.merge(paper.holder, paper.votes(), BigDecimal::add);
      }
    }
    return totals;
  }

  /** Excludes to the last one. */
  NaiveTransfers instantRunoff() {
    stages.add(totals());
    while (!papers.isEmpty() && continuing.size() > 1) {
      exclude();
      papers.forEach(this::moveOn);
      stages.add(totals());
    }
    return this;
  }

  /** Elects. */
  NaiveTransfers scottish() {
    if (papers.isEmpty()) {
      return this;
    }
    BigDecimal valid = papers.stream().map(Paper::votes).reduce(BigDecimal.ZERO, BigDecimal::add);
    BigDecimal quota =
        valid.divideToIntegralValue(BigDecimal.valueOf(poll.seats() + 1L)).add(BigDecimal.ONE);
    List<Integer> withSurplus = new ArrayList<>();
    while (true) {
      Map<Integer, BigDecimal> totals = totals();
      stages.add(totals);
      List<Integer> reached =
          sorted(
              continuing.stream()
                  .filter(c -> NaiveRankings.of(totals, c).compareTo(quota) >= 0)
                  .toList());
      elected.addAll(reached);
      continuing.removeAll(reached);
      reached.stream()
          .filter(c -> NaiveRankings.of(totals, c).compareTo(quota) > 0)
          .forEach(withSurplus::add);
      if (elected.size() >= poll.seats()) {
        return this;
      }
      if (continuing.size() <= poll.seats() - elected.size()) {
        elected.addAll(sorted(continuing));
        return this;
      }
      if (withSurplus.isEmpty()) {
        exclude();
      } else {
        int most = extreme(withSurplus, 1);
        withSurplus.remove(Integer.valueOf(most));
        transfer(most, NaiveRankings.of(totals, most), quota);
      }
    }
  }

  private void transfer(int candidate, BigDecimal total, BigDecimal quota) {
    BigDecimal surplus = total.subtract(quota);
    for (Paper paper : papers) {
      if (paper.holder == candidate) {
        paper.value = surplus.multiply(paper.value).divide(total, 5, RoundingMode.DOWN);
        moveOn(paper);
      }
    }
    // what is left with the candidate: a paper of nobody else's, worth the quota
    Paper kept = new Paper(new NaiveRankings.Vote(quota.toBigIntegerExact(), List.of()));
    kept.holder = candidate;
    papers.add(kept);
  }

  private void exclude() {
    int lowest = extreme(continuing, -1);
    continuing.remove(Integer.valueOf(lowest));
    excluded.add(lowest);
    for (Paper paper : papers) {
      if (paper.holder == lowest) {
        moveOn(paper);
      }
    }
  }

  /** The most (1) or the fewest (−1) votes, now; then at the stages before; then the tie order. */
  private int extreme(List<Integer> candidates, int direction) {
    List<Integer> tied = candidates;
    for (int stage = stages.size() - 1; stage >= 0 && tied.size() > 1; stage--) {
      Map<Integer, BigDecimal> totals = stages.get(stage);
      BigDecimal best =
          tied.stream()
              .map(c -> NaiveRankings.of(totals, c))
              .max(direction > 0 ? Comparator.naturalOrder() : Comparator.reverseOrder())
              .orElseThrow();
      tied = tied.stream().filter(c -> NaiveRankings.of(totals, c).compareTo(best) == 0).toList();
    }
    Comparator<Integer> order = Comparator.comparing(poll.ties().order()::indexOf);
    return tied.stream().max(direction > 0 ? order.reversed() : order).orElseThrow();
  }

  private List<Integer> sorted(List<Integer> candidates) {
    Map<Integer, BigDecimal> totals = stages.getLast();
    return candidates.stream()
        .sorted(
            Comparator.<Integer, BigDecimal>comparing(c -> NaiveRankings.of(totals, c).negate())
                .thenComparing(poll.ties().order()::indexOf))
        .toList();
  }

  /** The reverse of exclusion. */
  List<Integer> runoffRanking() {
    if (papers.isEmpty()) {
      return List.of();
    }
    List<Integer> ranking = new ArrayList<>(continuing);
    excluded.forEach(candidate -> ranking.add(continuing.size(), candidate));
    return ranking;
  }
}
