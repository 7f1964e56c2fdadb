package org.answerable.ballot;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Equal Shares once more, slow and straight from the definition: every voter has a purse, the share
 * is raised one unit at a time, each project's largest payment is found by trying how many cannot
 * pay it. Shares no counting code with the real one.
 */
final class NaiveShares {
  private final BudgetPoll poll;
  private final EqualShares.Variant variant;
  private final List<Set<Integer>> voters = new ArrayList<>();
  private List<Ratio> purses = List.of();
  Ratio share = Ratio.of(0);
  List<Integer> bought = List.of();
  List<Ratio> payments = List.of();

  /** A fraction without frills. */
  record Ratio(BigInteger over, BigInteger under) implements Comparable<Ratio> {
    static Ratio of(long whole) {
      return new Ratio(BigInteger.valueOf(whole), BigInteger.ONE);
    }

    static Ratio of(BigDecimal decimal) {
      return new Ratio(decimal.movePointRight(6).toBigIntegerExact(), BigInteger.TEN.pow(6));
    }

    Ratio plus(Ratio other) {
      return new Ratio(
          over.multiply(other.under).add(other.over.multiply(under)), under.multiply(other.under));
    }

    Ratio minus(Ratio other) {
      return plus(new Ratio(other.over.negate(), other.under));
    }

    Ratio times(Ratio other) {
      return new Ratio(over.multiply(other.over), under.multiply(other.under));
    }

    Ratio dividedBy(long whole) {
      return new Ratio(over, under.multiply(BigInteger.valueOf(whole)));
    }

    Ratio inverse() {
      return new Ratio(under, over);
    }

    Ratio floor() {
      return new Ratio(over.divide(under), BigInteger.ONE);
    }

    @Override
    public int compareTo(Ratio other) {
      return over.multiply(other.under).compareTo(other.over.multiply(under));
    }
  }

  NaiveShares(BudgetPoll poll, EqualShares.Variant variant) {
    this.poll = poll;
    this.variant = variant;
    for (Ballot ballot : poll.ballots()) {
      Set<Integer> approved = new HashSet<>();
      ballot.ranks().forEach(approved::addAll);
      for (long voter = 0; voter < ballot.weight() && !approved.isEmpty(); voter++) {
        voters.add(approved);
      }
    }
  }

  /** Counts; what came of it is in the fields. */
  NaiveShares count(boolean integral) {
    if (voters.isEmpty()) {
      return this;
    }
    Ratio budget = Ratio.of(poll.budget());
    share = budget.dividedBy(voters.size());
    if (integral || variant == EqualShares.Variant.STD) {
      share = share.floor();
    }
    run(share);
    boolean raises = variant == EqualShares.Variant.STD || variant == EqualShares.Variant.ADD1;
    while (raises && !rest().isEmpty() && share.compareTo(budget) < 0) {
      if (variant == EqualShares.Variant.STD && rest().stream().noneMatch(this::fits)) {
        break;
      }
      List<Integer> boughtBefore = bought;
      List<Ratio> paymentsBefore = payments;
      run(share.plus(Ratio.of(1)));
      if (spent().compareTo(poll.budget()) > 0) {
        bought = boughtBefore;
        payments = paymentsBefore;
        break;
      }
      share = share.plus(Ratio.of(1));
    }
    if (variant == EqualShares.Variant.STD || variant == EqualShares.Variant.U) {
      fill();
    }
    return this;
  }

  private void run(Ratio each) {
    purses = new ArrayList<>(voters.stream().map(voter -> each).toList());
    bought = new ArrayList<>();
    payments = new ArrayList<>();
    while (true) {
      Integer best = null;
      Ratio least = Ratio.of(0);
      for (int project : rest()) {
        Ratio payment = payment(project);
        if (payment != null && (best == null || isBetter(project, payment, best, least))) {
          best = project;
          least = payment;
        }
      }
      if (best == null) {
        return;
      }
      for (int voter = 0; voter < voters.size(); voter++) {
        if (voters.get(voter).contains(best)) {
          Ratio purse = purses.get(voter);
          purses.set(voter, purse.minus(purse.compareTo(least) < 0 ? purse : least));
        }
      }
      bought.add(best);
      payments.add(least);
    }
  }

  private boolean isBetter(int project, Ratio payment, int best, Ratio least) {
    int byWorth = worth(project, payment).compareTo(worth(best, least));
    return byWorth > 0 || byWorth == 0 && tieBreak().compare(project, best) < 0;
  }

  private Ratio worth(int project, Ratio payment) {
    Ratio utility = variant == EqualShares.Variant.U ? Ratio.of(1) : Ratio.of(cost(project));
    return utility.times(payment.inverse());
  }

  private Comparator<Integer> tieBreak() {
    return Comparator.comparing(this::cost)
        .thenComparing(project -> -votes(project))
        .thenComparing(poll.ties().order()::indexOf);
  }

  /** The largest payment: with the poorest paying all they have, for every number of poorest. */
  private @Nullable Ratio payment(int project) {
    List<Ratio> owned = new ArrayList<>();
    for (int voter = 0; voter < voters.size(); voter++) {
      if (voters.get(voter).contains(project)) {
        owned.add(purses.get(voter));
      }
    }
    owned.sort(Comparator.naturalOrder());
    Ratio missing = Ratio.of(cost(project));
    for (int poor = 0; poor < owned.size(); poor++) {
      Ratio payment = missing.dividedBy(owned.size() - poor);
      if (payment.compareTo(owned.get(poor)) <= 0) {
        return payment;
      }
      missing = missing.minus(owned.get(poor));
    }
    return null;
  }

  private void fill() {
    Comparator<Integer> byVotes = Comparator.comparing(project -> -votes(project));
    for (int project : rest().stream().sorted(byVotes.thenComparing(tieBreak())).toList()) {
      if (fits(project)) {
        bought.add(project);
      }
    }
  }

  private List<Integer> rest() {
    return poll.projects().stream()
        .map(Project::number)
        .filter(project -> votes(project) > 0 && cost(project).compareTo(poll.budget()) <= 0)
        .filter(project -> !bought.contains(project))
        .toList();
  }

  private boolean fits(int project) {
    return spent().add(cost(project)).compareTo(poll.budget()) <= 0;
  }

  private BigDecimal spent() {
    return bought.stream().map(this::cost).reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private BigDecimal cost(int project) {
    return poll.projects().get(project - 1).cost();
  }

  private long votes(int project) {
    return voters.stream().filter(approved -> approved.contains(project)).count();
  }
}
