package org.answerable.poll;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.answerable.ballot.Pairs;
import org.answerable.ballot.Stage;
import org.answerable.ballot.Tally;
import tools.jackson.databind.json.JsonMapper;

/**
 * The figures that lead to a result, as a table with a row for each option.
 *
 * @param kind what its columns are
 * @param rows texts, so that nothing is rounded; empty where there is nothing to say
 * @param ranking levels of options, the best first; empty where a method ranks none
 * @param tied whether the order for ties decided anything
 */
public record Figures(
    Kind kind, List<List<String>> rows, List<List<Integer>> ranking, boolean tied) {
  private static final JsonMapper JSON = JsonMapper.shared();

  /** What the columns of a table are. */
  public enum Kind {
    /** Votes or points: one column. */
    SCORES,
    /** The votes of each round. */
    ROUNDS,
    /** How many prefer the row's option to that of the column. */
    PAIRS,
    /** Who voted for it, and whether it is paid for: {@code bought}, or empty. */
    PURCHASES;

    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  public Figures {
    rows = rows.stream().map(List::copyOf).toList();
    ranking = ranking.stream().map(List::copyOf).toList();
  }

  static Figures of(Tally tally, int options) {
    Kind kind =
        switch (tally) {
          case Tally.Scores all -> Kind.SCORES;
          case Tally.Stages all -> Kind.ROUNDS;
          case Tally.Paths all -> Kind.PAIRS;
          case Tally.Locked all -> Kind.PAIRS;
          case Tally.Purchases all -> Kind.PURCHASES;
        };
    List<List<String>> rows =
        IntStream.rangeClosed(1, options).mapToObj(number -> row(tally, number, options)).toList();
    var outcome = tally.outcome();
    return new Figures(kind, rows, outcome.ranking(), !outcome.ties().isEmpty());
  }

  private static List<String> row(Tally tally, int number, int options) {
    return switch (tally) {
      case Tally.Scores all -> List.of(plain(all.scores().getOrDefault(number, BigDecimal.ZERO)));
      case Tally.Stages all -> rounds(all.stages(), number);
      case Tally.Paths all -> pairs(all.pairs(), number, options);
      case Tally.Locked all -> pairs(all.pairs(), number, options);
      case Tally.Purchases all -> purchase(all, number);
    };
  }

  private static List<String> rounds(List<Stage> stages, int number) {
    List<String> votes = new ArrayList<>();
    boolean out = false;
    for (Stage stage : stages) {
      out |= stage.excluded().filter(excluded -> excluded == number).isPresent();
      votes.add(out ? "" : plain(stage.totals().getOrDefault(number, BigDecimal.ZERO)));
    }
    return votes;
  }

  private static List<String> pairs(Pairs pairs, int number, int options) {
    return IntStream.rangeClosed(1, options)
        .mapToObj(other -> other == number ? "" : String.valueOf(pairs.prefer(number, other)))
        .toList();
  }

  private static List<String> purchase(Tally.Purchases all, int number) {
    for (Tally.Purchase bought : all.purchases()) {
      if (bought.project() == number) {
        return List.of(String.valueOf(bought.votes()), "bought");
      }
    }
    return all.refusals().stream()
        .filter(refused -> refused.project() == number)
        .findFirst()
        .map(refused -> List.of(String.valueOf(refused.votes()), ""))
        .orElseGet(() -> List.of("0", ""));
  }

  private static String plain(BigDecimal number) {
    return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
  }

  /** As it stands beside the log. */
  public String json() {
    return JSON.writeValueAsString(this);
  }

  /** The figures of a text that {@link #json} gave. */
  public static Figures read(String json) {
    return JSON.readValue(json, Figures.class);
  }
}
