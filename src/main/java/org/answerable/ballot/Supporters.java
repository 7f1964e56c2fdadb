package org.answerable.ballot;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The ballots of a poll with a budget as Equal Shares counts them: who says the same is one group,
 * money is in whole numbers of the smallest unit that the file uses. Projects are given by their
 * numbers; those that cost more than the budget or have no votes are not {@link #fundable}.
 */
final class Supporters {
  private final BudgetPoll poll;
  private final int decimals;
  private final BigInteger[] costs;
  private final long[] votes;
  private final int[][] groups;
  private final long[] weights;
  private final List<Integer> fundable;
  private long valid;
  private long blank;

  Supporters(BudgetPoll poll) {
    this.poll = poll;
    this.decimals =
        poll.projects().stream()
            .map(Project::cost)
            .mapToInt(BigDecimal::scale)
            .reduce(Math.max(0, poll.budget().scale()), Math::max);
    this.costs =
        poll.projects().stream().map(Project::cost).map(this::units).toArray(BigInteger[]::new);
    this.votes = new long[poll.projects().size() + 1];
    Map<Ballot, Long> equal = merged();
    this.fundable =
        poll.projects().stream()
            .filter(project -> votes[project.number()] > 0 && !isAboveBudget(project))
            .map(Project::number)
            .toList();
    this.weights = equal.values().stream().mapToLong(Long::longValue).toArray();
    this.groups = groupsByProject(equal.keySet().toArray(Ballot[]::new));
  }

  /** How many voters say the same; counts votes, valid and blank ballots on the way. */
  private Map<Ballot, Long> merged() {
    Map<Ballot, Long> equal = new LinkedHashMap<>();
    BitSet none = new BitSet();
    BitSet seen = new BitSet();
    for (Ballot cast : poll.ballots()) {
      Ballot ballot = cast.cleaned(none, seen);
      if (ballot.length() == 0) {
        blank += ballot.weight();
        continue;
      }
      valid += ballot.weight();
      int[] approved = new int[ballot.length()];
      for (int place = 0; place < approved.length; place++) {
        approved[place] = ballot.candidate(place);
        votes[approved[place]] += ballot.weight();
      }
      Arrays.sort(approved);
      equal.merge(Ballot.of(1, approved), ballot.weight(), Long::sum);
    }
    return equal;
  }

  private int[][] groupsByProject(Ballot[] equal) {
    int[] sizes = new int[votes.length];
    for (Ballot ballot : equal) {
      for (int place = 0; place < ballot.length(); place++) {
        sizes[ballot.candidate(place)]++;
      }
    }
    int[][] byProject = Arrays.stream(sizes).mapToObj(int[]::new).toArray(int[][]::new);
    for (int group = equal.length - 1; group >= 0; group--) {
      for (int place = 0; place < equal[group].length(); place++) {
        int project = equal[group].candidate(place);
        byProject[project][--sizes[project]] = group;
      }
    }
    return byProject;
  }

  boolean isAboveBudget(Project project) {
    return project.cost().compareTo(poll.budget()) > 0;
  }

  BudgetPoll poll() {
    return poll;
  }

  long valid() {
    return valid;
  }

  long blank() {
    return blank;
  }

  /** Numbers of the projects that can be bought at all, ascending. */
  List<Integer> fundable() {
    return fundable;
  }

  long votes(int project) {
    return votes[project];
  }

  /** How many voters each group has. */
  long[] weights() {
    return weights;
  }

  /** The groups that support a project. */
  int[] groups(int project) {
    return groups[project];
  }

  /** In smallest units. */
  BigInteger cost(int project) {
    return costs[project - 1];
  }

  BigInteger units(BigDecimal money) {
    return money.setScale(decimals).unscaledValue();
  }

  /** How many smallest units are one unit of the currency. */
  BigInteger unitsOfCurrency() {
    return BigInteger.TEN.pow(decimals);
  }
}
