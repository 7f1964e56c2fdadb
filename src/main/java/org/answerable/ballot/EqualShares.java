package org.answerable.ballot;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Method of Equal Shares: the budget is split equally among the voters, and a project is bought
 * when its supporters can pay for it from their shares. Again and again the project is taken that
 * gives most for what its supporters pay.
 *
 * <pre>share = B / n                             n voters with a ballot that is not blank
 * ρ: Σ over supporters i of min(left(i), ρ) = cost       what each pays at most
 * effective votes = cost / ρ                most are taken; {@link Variant#U}: 1 / ρ</pre>
 *
 * Not all of the budget can be spent in this way; the variants say what happens with the rest.
 * Between two shares that are looked at, {@link Horizon} shows that all others buy the same.
 *
 * @param integral whether the first share is ⌊B / n⌋, as {@link Variant#STD} always has it
 * @see <a
 *     href="https://proceedings.neurips.cc/paper/2021/hash/69f8ea31de0c00502b2ae571fbab1f95-Abstract.html">
 *     Peters, Pierczyński and Skowron, Proportional participatory budgeting with additive
 *     utilities, NeurIPS 2021</a>
 * @see <a href="https://equalshares.net/implementation/completion/">the completions</a>
 */
public record EqualShares(Variant variant, boolean integral) implements CountingMethod.OfProjects {
  static final String WORD = "equal-shares";

  /** What a project is worth to a supporter, and what happens with the rest of the budget. */
  public enum Variant {
    /**
     * Worth its cost. The share is raised by one unit of the currency at a time, until nothing more
     * fits into the budget or the next share would pass it; then the rest is filled by votes.
     */
    STD,
    /**
     * As {@link #STD}, but on while the share can be raised at all, and nothing filled by votes.
     */
    ADD1,
    /** Worth its cost; the rest is not spent. */
    NONE,
    /**
     * Each project worth the same, whatever it costs; the share is not raised, and the rest is
     * filled by votes. So abcvoting counts committees: equal shares with approval completion.
     */
    U
  }

  @Override
  public String word() {
    return WORD + ":" + variant.name().toLowerCase(Locale.ROOT);
  }

  @Override
  public Tally.Purchases count(BudgetPoll poll) {
    Supporters supporters = new Supporters(poll);
    return supporters.valid() == 0
        ? nothing(supporters)
        : new Count(supporters, variant).tally(firstShare(supporters));
  }

  private Fraction firstShare(Supporters supporters) {
    BigDecimal budget = supporters.poll().budget();
    BigInteger units = supporters.units(budget);
    Fraction share =
        new Fraction(
            units, supporters.unitsOfCurrency().multiply(BigInteger.valueOf(supporters.valid())));
    return integral || variant == Variant.STD ? share.floor() : share;
  }

  private static Tally.Purchases nothing(Supporters supporters) {
    Outcome outcome = new Outcome(0, supporters.blank(), List.of(), List.of(), List.of());
    List<Tally.Refusal> refusals =
        supporters.poll().projects().stream()
            .map(
                project ->
                    new Tally.Refusal(
                        project.number(), Tally.Refusal.Reason.NO_VOTES, 0, Fraction.ZERO))
            .toList();
    return new Tally.Purchases(outcome, Fraction.ZERO, List.of(), refusals);
  }

  /** One count, as far as it has come. */
  private static final class Count {
    private final Supporters supporters;
    private final Variant variant;
    private final BigInteger budget;

    Count(Supporters supporters, Variant variant) {
      this.supporters = supporters;
      this.variant = variant;
      this.budget = supporters.units(supporters.poll().budget());
    }

    Tally.Purchases tally(Fraction firstShare) {
      Fraction share = firstShare;
      SharesRun run = run(share);
      while (!isDone(run) && isBelowBudget(share)) {
        Optional<Fraction> next = run.horizon().end().map(share::plus);
        if (next.isEmpty() || !isBelowBudget(next.get().minusOne())) {
          Fraction last = share.plus(raisesToBudget(share));
          return filled(last, run(last));
        }
        SharesRun nextRun = run(next.get());
        if (spent(nextRun.purchases()).compareTo(budget) > 0) {
          Fraction last = next.get().minusOne();
          return filled(last, run(last)); // what it buys is known, what for is not
        }
        share = next.get();
        run = nextRun;
      }
      return filled(share, run);
    }

    private SharesRun run(Fraction share) {
      return SharesRun.of(supporters, share, variant != Variant.U);
    }

    /** Whether the share is not to be raised further, whatever it is. */
    private boolean isDone(SharesRun run) {
      return switch (variant) {
        case NONE, U -> true;
        case ADD1 -> rest(run.purchases()).isEmpty();
        case STD ->
            rest(run.purchases()).stream().noneMatch(project -> fits(project, run.purchases()));
      };
    }

    private boolean isBelowBudget(Fraction share) {
      BigInteger shared = share.numerator().multiply(supporters.unitsOfCurrency());
      return shared.compareTo(budget.multiply(share.denominator())) < 0;
    }

    /** How often the share is raised until it is the budget or more. */
    private BigInteger raisesToBudget(Fraction share) {
      BigInteger missing =
          budget
              .multiply(share.denominator())
              .subtract(share.numerator().multiply(supporters.unitsOfCurrency()));
      return new Fraction(missing, share.denominator().multiply(supporters.unitsOfCurrency()))
          .ceiling();
    }

    /** Fundable projects that are not bought. */
    private List<Integer> rest(List<Tally.Purchase> purchases) {
      Set<Integer> bought = new HashSet<>(purchases.stream().map(Tally.Purchase::project).toList());
      return supporters.fundable().stream().filter(project -> !bought.contains(project)).toList();
    }

    private boolean fits(int project, List<Tally.Purchase> purchases) {
      return spent(purchases).add(supporters.cost(project)).compareTo(budget) <= 0;
    }

    private BigInteger spent(List<Tally.Purchase> purchases) {
      return purchases.stream()
          .map(purchase -> supporters.cost(purchase.project()))
          .reduce(BigInteger.ZERO, BigInteger::add);
    }

    private Tally.Purchases filled(Fraction share, SharesRun run) {
      List<Tally.Purchase> purchases = new ArrayList<>(run.purchases());
      List<TieBreak> ties = new ArrayList<>(run.ties());
      switch (variant) {
        case STD, U -> fillByVotes(purchases, ties);
        case ADD1, NONE -> {} // the rest is not spent
      }
      List<Integer> winners = purchases.stream().map(Tally.Purchase::project).toList();
      Outcome outcome =
          new Outcome(supporters.valid(), supporters.blank(), winners, List.of(), ties);
      return new Tally.Purchases(outcome, share, purchases, refusals(run, winners));
    }

    /** Most votes first, then lower cost, then the tie order; whatever fits. */
    private void fillByVotes(List<Tally.Purchase> purchases, List<TieBreak> ties) {
      Comparator<Integer> byVotes =
          Comparator.comparing(supporters::votes, Comparator.reverseOrder());
      Comparator<Integer> equal = byVotes.thenComparing(supporters::cost);
      List<Integer> rest = rest(purchases);
      for (int project :
          rest.stream().sorted(equal.thenComparing(supporters.poll().ties())).toList()) {
        if (fits(project, purchases)) {
          purchases.add(new Tally.Purchase(project, supporters.votes(project), Optional.empty()));
        } else {
          noteTie(project, rest, equal, purchases, ties);
        }
      }
    }

    /** A project that no longer fits, where an equal one was bought, has lost by the tie order. */
    private void noteTie(
        int refused,
        List<Integer> rest,
        Comparator<Integer> equal,
        List<Tally.Purchase> purchases,
        List<TieBreak> ties) {
      Set<Integer> bought = new HashSet<>(purchases.stream().map(Tally.Purchase::project).toList());
      List<Integer> tied =
          rest.stream().filter(project -> equal.compare(project, refused) == 0).toList();
      List<Integer> chosen = tied.stream().filter(bought::contains).toList();
      TieBreak tie = TieBreak.byOrder(purchases.size(), TieBreak.Question.PROJECT, tied, chosen);
      if (!chosen.isEmpty() && !ties.contains(tie)) {
        ties.add(tie);
      }
    }

    private List<Tally.Refusal> refusals(SharesRun run, List<Integer> winners) {
      return supporters.poll().projects().stream()
          .filter(project -> !winners.contains(project.number()))
          .map(project -> refusal(project, run))
          .toList();
    }

    private Tally.Refusal refusal(Project project, SharesRun run) {
      long votes = supporters.votes(project.number());
      Tally.Refusal.Reason reason = Tally.Refusal.Reason.NOT_ENOUGH_LEFT;
      if (supporters.isAboveBudget(project)) {
        reason = Tally.Refusal.Reason.ABOVE_BUDGET;
      } else if (votes == 0) {
        reason = Tally.Refusal.Reason.NO_VOTES;
      }
      return new Tally.Refusal(project.number(), reason, votes, run.left(project.number()));
    }
  }
}
