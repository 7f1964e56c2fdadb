package org.answerable.poll;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.answerable.ballot.Fraction;
import org.answerable.ballot.Loss;
import org.answerable.ballot.Pairs;
import org.answerable.ballot.Stage;
import org.answerable.ballot.Tally;

/** Makes the figures of a tally, told as they may be. */
final class Figuring {
  private static final int SHOWN_DECIMALS = 2;

  private final Tally tally;
  private final int options;
  private final Suppression suppression;

  private Figuring(Tally tally, int options, Suppression suppression) {
    this.tally = tally;
    this.options = options;
    this.suppression = suppression;
  }

  /**
   * Of a tally.
   *
   * @param method by which it was counted
   * @param votes how many ballots there are
   * @param ballots whether each of them is public, and so everything
   */
  static Figures of(Tally tally, String method, int options, long votes, boolean ballots) {
    Suppression suppression =
        ballots ? Suppression.EXACTLY : suppression(tally, method, options, votes);
    return new Figuring(tally, options, suppression).figures();
  }

  private static Suppression suppression(Tally tally, String method, int options, long votes) {
    return switch (tally) {
      case Tally.Scores all ->
          switch (method) {
            case "plurality" -> Suppression.sums(votes, votes, 1, List.of(all.scores().values()));
            case "borda" ->
                Suppression.sums(
                    votes,
                    votes * options * (options - 1) / 2,
                    options - 1,
                    List.of(all.scores().values()));
            case "points" ->
                Suppression.sums(
                    votes,
                    votes * PollLimits.POINTS,
                    PollLimits.POINTS,
                    List.of(all.scores().values()));
            default -> Suppression.each(votes);
          };
      case Tally.Stages all ->
          Suppression.sums(
              votes,
              votes,
              1,
              all.stages().stream().map(stage -> stage.totals().values()).toList());
      case Tally.Paths all -> Suppression.each(votes);
      case Tally.Locked all -> Suppression.each(votes);
      case Tally.Purchases all -> Suppression.each(votes);
    };
  }

  private Figures figures() {
    var outcome = tally.outcome();
    Figures.Kind kind =
        switch (tally) {
          case Tally.Scores all -> Figures.Kind.SCORES;
          case Tally.Stages all -> Figures.Kind.ROUNDS;
          case Tally.Paths all -> Figures.Kind.PAIRS;
          case Tally.Locked all -> Figures.Kind.PAIRS;
          case Tally.Purchases all -> Figures.Kind.PURCHASES;
        };
    return new Figures(
        kind,
        numbers().mapToObj(this::row).toList(),
        tally instanceof Tally.Stages all
            ? all.stages().stream().map(this::round).toList()
            : List.of(),
        ranking(),
        reasons(),
        measure(),
        suppression.isExact() && !outcome.ties().isEmpty());
  }

  /** Who is equal to whom tells too much where not every ballot is public. */
  private List<List<Integer>> ranking() {
    var outcome = tally.outcome();
    if (suppression.isExact()) {
      return outcome.ranking();
    }
    return Stream.concat(
            outcome.winners().stream(), outcome.ranking().stream().flatMap(List::stream))
        .distinct()
        .map(List::of)
        .toList();
  }

  private IntStream numbers() {
    return IntStream.rangeClosed(1, options);
  }

  private List<String> row(int number) {
    return switch (tally) {
      case Tally.Scores all ->
          List.of(suppression.text(all.scores().getOrDefault(number, BigDecimal.ZERO)));
      case Tally.Stages all -> stages(all.stages(), number);
      case Tally.Paths all -> pairs(all.pairs(), number);
      case Tally.Locked all -> pairs(all.pairs(), number);
      case Tally.Purchases all -> purchase(all, number);
    };
  }

  private List<String> stages(List<Stage> stages, int number) {
    List<String> votes = new ArrayList<>();
    boolean out = false;
    for (Stage stage : stages) {
      out |= stage.excluded().filter(excluded -> excluded == number).isPresent();
      BigDecimal total = stage.totals().getOrDefault(number, BigDecimal.ZERO);
      votes.add(out ? Figures.NONE : suppression.text(total));
    }
    return votes;
  }

  /** Where not every ballot is public, only the larger side: what is missing to all stays open. */
  private List<String> pairs(Pairs pairs, int number) {
    return numbers()
        .mapToObj(
            other ->
                other == number
                    ? Figures.NONE
                    : pair(pairs.prefer(number, other), pairs.prefer(other, number)))
        .toList();
  }

  private String pair(long here, long there) {
    if (here > there) {
      return suppression.text(here);
    }
    return suppression.onlyExactly(String.valueOf(here));
  }

  private List<String> purchase(Tally.Purchases all, int number) {
    for (Tally.Purchase bought : all.purchases()) {
      if (bought.project() == number) {
        String paid =
            bought.most().map(most -> suppression.onlyExactly(cut(most))).orElse(Figures.REST);
        return List.of(suppression.text(bought.votes()), Figures.BOUGHT, paid);
      }
    }
    long votes =
        all.refusals().stream()
            .filter(refused -> refused.project() == number)
            .mapToLong(Tally.Refusal::votes)
            .sum();
    return List.of(suppression.text(votes), "", "");
  }

  private Figures.Round round(Stage stage) {
    return switch (stage.action()) {
      case Stage.Action.FirstPreferences() -> round(Figures.Round.Step.FIRST, 0, stage);
      case Stage.Action.Surplus(int option, BigDecimal surplus, BigDecimal total) ->
          round(Figures.Round.Step.SURPLUS, option, stage);
      case Stage.Action.Exclusion(int option, BigDecimal votes) ->
          round(Figures.Round.Step.EXCLUDED, option, stage);
    };
  }

  private static Figures.Round round(Figures.Round.Step step, int option, Stage stage) {
    return new Figures.Round(step, option, stage.elected());
  }

  private String measure() {
    return switch (tally) {
      case Tally.Stages all ->
          all.quota().map(quota -> quota.stripTrailingZeros().toPlainString()).orElse("");
      case Tally.Purchases all -> suppression.onlyExactly(cut(all.share()));
      case Tally.Scores all -> "";
      case Tally.Paths all -> "";
      case Tally.Locked all -> "";
    };
  }

  private List<Reason> reasons() {
    return tally.outcome().winners().isEmpty()
        ? List.of()
        : numbers()
            .filter(number -> !tally.outcome().winners().contains(number))
            .mapToObj(number -> reason(number, Loss.of(tally, number)))
            .toList();
  }

  private Reason reason(int number, Loss loss) {
    return switch (loss) {
      case Loss.ByTieOrder(List<Integer> chosen) ->
          suppression.isExact()
              ? new Reason(number, Reason.Why.TIE, chosen, List.of())
              : untold(number);
      case Loss.FewerVotes fewer -> fewer(number, fewer);
      case Loss.Excluded(int stage, BigDecimal votes, Optional<Loss.Standing> next) ->
          excluded(number, stage, votes, next);
      case Loss.Unseated(BigDecimal votes, Optional<BigDecimal> quota) ->
          new Reason(
              number,
              Reason.Why.UNSEATED,
              List.of(),
              quota.isPresent()
                  ? List.of(suppression.text(votes), measure())
                  : List.of(suppression.text(votes)));
      case Loss.Beaten beaten -> beaten(number, beaten);
      case Loss.NotFunded(Tally.Refusal refusal) -> notFunded(number, refusal);
    };
  }

  private static Reason untold(int number) {
    return new Reason(number, Reason.Why.UNTOLD, List.of(), List.of());
  }

  /** Of two that are told alike nobody learns if they were equal. */
  private Reason fewer(int number, Loss.FewerVotes loss) {
    String own = suppression.text(loss.votes());
    String last = suppression.text(loss.lastVotes());
    return own.equals(last)
        ? untold(number)
        : new Reason(number, Reason.Why.FEWER, List.of(loss.last()), List.of(own, last));
  }

  private Reason excluded(int number, int stage, BigDecimal votes, Optional<Loss.Standing> next) {
    List<String> numbers = new ArrayList<>(List.of(String.valueOf(stage), suppression.text(votes)));
    next.ifPresent(other -> numbers.add(suppression.text(other.votes())));
    return new Reason(
        number, Reason.Why.EXCLUDED, next.map(Loss.Standing::option).stream().toList(), numbers);
  }

  private Reason beaten(int number, Loss.Beaten beaten) {
    List<String> numbers = new ArrayList<>(beaten.links().stream().map(suppression::text).toList());
    if (beaten.way().size() > 2) {
      return new Reason(number, Reason.Why.WAY, beaten.way(), numbers);
    }
    numbers.add(suppression.onlyExactly(String.valueOf(beaten.against())));
    return new Reason(number, Reason.Why.BEATEN, List.of(beaten.way().getFirst()), numbers);
  }

  /** That nobody at all voted for something is told only where every ballot is public. */
  private Reason notFunded(int number, Tally.Refusal refusal) {
    boolean none = refusal.reason() == Tally.Refusal.Reason.NO_VOTES;
    if (refusal.reason() == Tally.Refusal.Reason.ABOVE_BUDGET) {
      return new Reason(number, Reason.Why.ABOVE_BUDGET, List.of(), List.of());
    }
    return none && suppression.isExact()
        ? new Reason(number, Reason.Why.NO_VOTES, List.of(), List.of())
        : new Reason(
            number,
            Reason.Why.SHORT,
            List.of(),
            List.of(
                suppression.text(refusal.votes()),
                suppression.onlyExactly(cut(refusal.supportersLeft()))));
  }

  /** For people to read: what is no decimal is cut off. */
  private static String cut(Fraction amount) {
    return amount.cutTo(SHOWN_DECIMALS).stripTrailingZeros().toPlainString();
  }
}
