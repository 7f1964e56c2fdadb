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
import java.util.Set;
import java.util.function.BiPredicate;

/**
 * The methods that score or compare pairs, once more, slow and straight from their definitions, to
 * compare the real ones with. Shares no counting code with them.
 */
final class NaiveRankings {
  private final RankedPoll poll;
  private final List<Integer> standing;
  private final List<Vote> votes;

  /** A ballot as the rules leave it: ranks of standing candidates, each once. */
  record Vote(BigInteger weight, List<List<Integer>> ranks) {
    int rankOf(int candidate) {
      for (int rank = 0; rank < ranks.size(); rank++) {
        if (ranks.get(rank).contains(candidate)) {
          return rank;
        }
      }
      return Integer.MAX_VALUE;
    }
  }

  NaiveRankings(RankedPoll poll) {
    this.poll = poll;
    this.standing =
        poll.candidates().stream().filter(c -> !c.withdrawn()).map(Candidate::number).toList();
    this.votes =
        poll.ballots().stream()
            .map(ballot -> new Vote(BigInteger.valueOf(ballot.weight()), cleaned(ballot)))
            .filter(vote -> !vote.ranks().isEmpty())
            .toList();
  }

  List<Vote> votes() {
    return votes;
  }

  List<Integer> standing() {
    return standing;
  }

  /** Rules 1 to 3. */
  private List<List<Integer>> cleaned(Ballot ballot) {
    Set<Integer> mentioned = new HashSet<>();
    List<List<Integer>> ranks = new ArrayList<>();
    for (List<Integer> rank : ballot.ranks()) {
      List<Integer> kept = new ArrayList<>();
      for (int candidate : rank) {
        if (standing.contains(candidate) && mentioned.add(candidate)) {
          kept.add(candidate);
        }
      }
      if (!kept.isEmpty()) {
        ranks.add(kept);
      }
    }
    return ranks;
  }

  Map<Integer, BigDecimal> plurality() {
    return scores(
        (vote, candidate) ->
            vote.ranks().getFirst().equals(List.of(candidate)) ? BigDecimal.ONE : BigDecimal.ZERO);
  }

  Map<Integer, BigDecimal> approval() {
    return scores(
        (vote, candidate) ->
            vote.rankOf(candidate) == Integer.MAX_VALUE ? BigDecimal.ZERO : BigDecimal.ONE);
  }

  /** A point for each whom the candidate is above, half a one for each equal. */
  Map<Integer, BigDecimal> borda() {
    return scores(
        (vote, candidate) -> {
          BigDecimal points = BigDecimal.ZERO;
          for (int other : standing) {
            int comparison = Integer.compare(vote.rankOf(candidate), vote.rankOf(other));
            if (other != candidate && comparison <= 0) {
              points = points.add(new BigDecimal(comparison < 0 ? "1" : "0.5"));
            }
          }
          return points;
        });
  }

  /** What a vote gives a candidate. */
  private interface Points {
    BigDecimal of(Vote vote, int candidate);
  }

  private Map<Integer, BigDecimal> scores(Points points) {
    Map<Integer, BigDecimal> scores = new HashMap<>();
    for (int candidate : standing) {
      BigDecimal sum = BigDecimal.ZERO;
      for (Vote vote : votes) {
        sum = sum.add(new BigDecimal(vote.weight()).multiply(points.of(vote, candidate)));
      }
      scores.put(candidate, sum);
    }
    return scores;
  }

  /** A candidate's place is the number of those with a better score. */
  List<List<Integer>> ranking(Map<Integer, BigDecimal> scores) {
    return votes.isEmpty()
        ? List.of()
        : levels((a, b) -> of(scores, a).compareTo(of(scores, b)) > 0);
  }

  /** What stands in a map for a key that has an entry. */
  static <K, V> V of(Map<K, V> map, K key) {
    return Objects.requireNonNull(map.get(key));
  }

  List<List<Integer>> schulze() {
    Map<List<Integer>, BigInteger> strength = new HashMap<>();
    for (int a : standing) {
      for (int b : standing) {
        strength.put(List.of(a, b), strongest(List.of(a), b));
      }
    }
    return votes.isEmpty()
        ? List.of()
        : levels((a, b) -> of(strength, List.of(a, b)).compareTo(of(strength, List.of(b, a))) > 0);
  }

  /** Tries every path that begins in this way and visits nobody twice. */
  private BigInteger strongest(List<Integer> begun, int goal) {
    BigInteger best = BigInteger.ZERO;
    int last = begun.getLast();
    for (int next : standing) {
      boolean isLink = prefer(last, next).compareTo(prefer(next, last)) > 0;
      if (isLink && !begun.contains(next)) {
        List<Integer> longer = new ArrayList<>(begun);
        longer.add(next);
        BigInteger rest = next == goal ? prefer(last, next) : strongest(longer, goal);
        best = best.max(rest.min(prefer(last, next)));
      }
    }
    return best;
  }

  List<List<Integer>> rankedPairs() {
    List<List<Integer>> majorities = new ArrayList<>();
    for (int a : standing) {
      for (int b : standing) {
        if (prefer(a, b).compareTo(prefer(b, a)) > 0) {
          majorities.add(List.of(a, b));
        }
      }
    }
    List<Integer> order = poll.ties().order();
    majorities.sort(
        Comparator.<List<Integer>, BigInteger>comparing(m -> prefer(m.get(0), m.get(1)).negate())
            .thenComparing(m -> prefer(m.get(1), m.get(0)))
            .thenComparing(m -> order.indexOf(m.get(0)))
            .thenComparing(m -> -order.indexOf(m.get(1))));
    List<List<Integer>> locked = new ArrayList<>();
    for (List<Integer> majority : majorities) {
      if (!leads(locked, majority.get(1), majority.get(0))) {
        locked.add(majority);
      }
    }
    return votes.isEmpty() ? List.of() : levels((a, b) -> leads(locked, a, b));
  }

  /** Whether a way leads from one to the other; there are no cycles to get lost in. */
  private static boolean leads(List<List<Integer>> locked, int from, int to) {
    return from == to
        || locked.stream().anyMatch(m -> m.get(0) == from && leads(locked, m.get(1), to));
  }

  private BigInteger prefer(int a, int b) {
    return votes.stream()
        .filter(vote -> vote.rankOf(a) < vote.rankOf(b))
        .map(Vote::weight)
        .reduce(BigInteger.ZERO, BigInteger::add);
  }

  private List<List<Integer>> levels(BiPredicate<Integer, Integer> beats) {
    List<List<Integer>> levels = new ArrayList<>();
    List<Integer> left = standing;
    while (!left.isEmpty()) {
      List<Integer> now = left;
      List<Integer> unbeaten =
          now.stream()
              .filter(a -> now.stream().noneMatch(b -> !b.equals(a) && beats.test(b, a)))
              .toList();
      levels.add(unbeaten);
      left = now.stream().filter(a -> !unbeaten.contains(a)).toList();
    }
    return levels;
  }

  /** Level by level, within a level by the tie order. */
  List<Integer> winners(List<List<Integer>> ranking) {
    return ranking.stream()
        .flatMap(level -> level.stream().sorted(Comparator.comparing(poll.ties().order()::indexOf)))
        .limit(poll.seats())
        .toList();
  }
}
