package org.answerable.ballot;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * One run of Equal Shares with a given share: buys one project after the other, until no supporters
 * can pay for another one.
 *
 * <p>Voters who have the same left are one purse; purses are in order of what is in them. Money is
 * in whole parts of the smallest unit; a purchase makes the parts finer where its payment would not
 * be whole, so that all is exact.
 */
final class SharesRun {
  private static final int EMPTY = 0;
  private static final int FULL = 1;
  private static final int UNKNOWN = -1;

  private final Supporters supporters;
  private final boolean costIsUtility;
  private final Horizon horizon = new Horizon();
  private final List<Money> purses;
  private final int[] purseOf;
  private final List<Tally.Purchase> purchases = new ArrayList<>();
  private final List<TieBreak> ties = new ArrayList<>();
  private BigInteger parts;

  /**
   * What a project would cost its supporters.
   *
   * @param rest what is to be paid by those who pay equally
   * @param payers how many these are
   * @param parts the parts of the smallest unit that rest is in
   */
  private record Offer(int project, Money rest, BigInteger payers, BigInteger parts) {}

  /** Some voters of equal purse. */
  private record Holders(int purse, long voters) {}

  private SharesRun(Supporters supporters, Fraction share, boolean costIsUtility) {
    this.supporters = supporters;
    this.costIsUtility = costIsUtility;
    this.parts = share.denominator();
    BigInteger unit = supporters.unitsOfCurrency();
    Money full = new Money(share.numerator().multiply(unit), parts.multiply(unit));
    this.purses = new ArrayList<>(List.of(Money.ZERO, full));
    this.purseOf = new int[supporters.weights().length];
    Arrays.fill(purseOf, FULL);
  }

  /**
   * Buys.
   *
   * @param share what each voter may spend, in the currency
   * @param costIsUtility whether a project is worth its cost to a supporter, or the same as any
   *     other
   */
  static SharesRun of(Supporters supporters, Fraction share, boolean costIsUtility) {
    SharesRun run = new SharesRun(supporters, share, costIsUtility);
    List<Offer> offers = new ArrayList<>(supporters.fundable().stream().map(run::atMost).toList());
    Optional<Offer> next = run.best(offers);
    while (next.isPresent()) {
      run.buy(next.get());
      offers.remove(next.get());
      next = run.best(offers);
    }
    return run;
  }

  List<Tally.Purchase> purchases() {
    return purchases;
  }

  List<TieBreak> ties() {
    return ties;
  }

  Horizon horizon() {
    return horizon;
  }

  /** What the supporters of a project have left together, in the currency. */
  Fraction left(int project) {
    Money left = total(holders(project));
    return new Fraction(left.now(), parts.multiply(supporters.unitsOfCurrency()));
  }

  /** The best that a project can be: all supporters pay the same. */
  private Offer atMost(int project) {
    Money cost = Money.fixed(supporters.cost(project).multiply(parts));
    return new Offer(project, cost, BigInteger.valueOf(supporters.votes(project)), parts);
  }

  /**
   * The affordable project with most effective votes. Purses only get emptier, so an offer made
   * before is at least as good as it would be now: only those are made anew that could still be the
   * best. What nobody can afford any more is taken off the list.
   */
  private Optional<Offer> best(List<Offer> offers) {
    offers.sort((a, b) -> Integer.signum(worth(b, a).now().compareTo(worth(a, b).now())));
    List<Offer> best = new ArrayList<>();
    List<Offer> kept = new ArrayList<>();
    for (Offer before : offers) {
      if (!best.isEmpty() && compare(best.getFirst(), before) > 0) {
        kept.add(before);
        continue;
      }
      Optional<Offer> offer = offer(before.project());
      offer.ifPresent(kept::add);
      offer.ifPresent(fresh -> keepBest(best, fresh));
    }
    offers.clear();
    offers.addAll(kept);
    return best.isEmpty() ? Optional.empty() : Optional.of(firstOf(best));
  }

  private void keepBest(List<Offer> best, Offer offer) {
    int comparison = best.isEmpty() ? 1 : compare(offer, best.getFirst());
    if (comparison > 0) {
      best.clear();
    }
    if (comparison >= 0) {
      best.add(offer);
    }
  }

  /** By effective votes: cost (or 1) by the largest payment. */
  private int compare(Offer first, Offer second) {
    return horizon.compare(worth(first, second), worth(second, first));
  }

  /** The first offer's effective votes with the denominators of both multiplied away. */
  private Money worth(Offer first, Offer second) {
    BigInteger cost = supporters.cost(first.project());
    BigInteger utility = costIsUtility && cost.signum() > 0 ? cost : BigInteger.ONE;
    return second.rest().times(utility.multiply(first.payers()).multiply(first.parts()));
  }

  /** Of equal effective votes: lower cost, then more votes, then the tie order. */
  private Offer firstOf(List<Offer> tied) {
    if (tied.size() == 1) {
      return tied.getFirst();
    }
    Comparator<Integer> byCost = Comparator.comparing(supporters::cost);
    Comparator<Integer> byVotes =
        Comparator.comparing(supporters::votes, Comparator.reverseOrder());
    List<Integer> sorted =
        tied.stream()
            .map(Offer::project)
            .sorted(byCost.thenComparing(byVotes).thenComparing(supporters.poll().ties()))
            .toList();
    int first = sorted.get(0);
    TieBreak.Reason reason = TieBreak.Reason.TIE_ORDER;
    if (byCost.compare(first, sorted.get(1)) != 0) {
      reason = TieBreak.Reason.LOWER_COST;
    } else if (byVotes.compare(first, sorted.get(1)) != 0) {
      reason = TieBreak.Reason.MORE_VOTES;
    }
    ties.add(
        new TieBreak(
            purchases.size() + 1, TieBreak.Question.PROJECT, sorted, List.of(first), reason, 0));
    return tied.stream().filter(offer -> offer.project() == first).findFirst().orElseThrow();
  }

  /** What a project would cost its supporters now; nothing if they can't pay for it together. */
  private Optional<Offer> offer(int project) {
    List<Holders> holders = holders(project);
    Money rest = Money.fixed(supporters.cost(project).multiply(parts));
    if (horizon.compare(total(holders), rest) < 0) {
      return Optional.empty();
    }
    long payers = supporters.votes(project);
    for (Holders poorest : holders) {
      Money purse = purses.get(poorest.purse());
      if (purse.now().multiply(BigInteger.valueOf(payers)).compareTo(rest.now()) >= 0) {
        break;
      }
      rest = rest.minus(purse.times(poorest.voters()));
      payers -= poorest.voters();
    }
    if (!horizon.isNear()) {
      for (Holders holder : holders) {
        horizon.compare(purses.get(holder.purse()).times(payers), rest);
      }
    }
    return Optional.of(new Offer(project, rest, BigInteger.valueOf(payers), parts));
  }

  /** Who supports a project, the poorest first. */
  private List<Holders> holders(int project) {
    long[] voters = new long[purses.size()];
    for (int group : supporters.groups(project)) {
      voters[purseOf[group]] += supporters.weights()[group];
    }
    List<Holders> holders = new ArrayList<>();
    for (int purse = 0; purse < voters.length; purse++) {
      if (voters[purse] > 0) {
        holders.add(new Holders(purse, voters[purse]));
      }
    }
    return holders;
  }

  private Money total(List<Holders> holders) {
    Money total = Money.ZERO;
    for (Holders holder : holders) {
      total = total.plus(purses.get(holder.purse()).times(holder.voters()));
    }
    return total;
  }

  private void buy(Offer offer) {
    Money payment = payment(offer);
    int[] purseAfter = new int[purses.size()];
    Arrays.fill(purseAfter, UNKNOWN);
    for (int group : supporters.groups(offer.project())) {
      int before = purseOf[group];
      if (purseAfter[before] == UNKNOWN) {
        purseAfter[before] = purseAfter(before, payment);
      }
      purseOf[group] = purseAfter[before];
    }
    renumber();
    BigInteger unit = parts.multiply(supporters.unitsOfCurrency());
    purchases.add(
        new Tally.Purchase(
            offer.project(),
            supporters.votes(offer.project()),
            Optional.of(new Fraction(payment.now(), unit))));
  }

  /** What each payer pays; makes the parts finer until that is whole. */
  private Money payment(Offer offer) {
    Money rest = horizon.isNear() ? Money.fixed(offer.rest().now()) : offer.rest();
    BigInteger common = offer.payers().gcd(rest.now()).gcd(rest.slope());
    BigInteger finer = offer.payers().divide(common);
    if (!finer.equals(BigInteger.ONE)) {
      parts = parts.multiply(finer);
      purses.replaceAll(purse -> purse.times(finer));
    }
    return new Money(rest.now().divide(common), rest.slope().divide(common));
  }

  private int purseAfter(int before, Money payment) {
    Money purse = purses.get(before);
    if (purse.now().compareTo(payment.now()) <= 0) {
      return EMPTY;
    }
    purses.add(purse.minus(payment));
    return purses.size() - 1;
  }

  /** Numbers the purses anew, the poorest first, without those that nobody has any more. */
  private void renumber() {
    boolean[] isHeld = new boolean[purses.size()];
    for (int purse : purseOf) {
      isHeld[purse] = true;
    }
    List<Integer> held =
        IntStream.range(0, purses.size())
            .filter(purse -> isHeld[purse] && purse != EMPTY)
            .boxed()
            .sorted(Comparator.comparing(purse -> purses.get(purse).now()))
            .toList();
    int[] number = new int[purses.size()];
    List<Money> kept = new ArrayList<>(List.of(Money.ZERO));
    for (int purse : held) {
      number[purse] = kept.size();
      kept.add(purses.get(purse));
    }
    for (int group = 0; group < purseOf.length; group++) {
      purseOf[group] = number[purseOf[group]];
    }
    purses.clear();
    purses.addAll(kept);
  }
}
