package org.answerable.ballot.report;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.answerable.ballot.Loss;
import org.answerable.ballot.Stage;
import org.answerable.ballot.Tally;

/** Instant run-off and the single transferable vote in words. */
final class StageWords {
  private StageWords() {}

  static List<String> steps(Tally.Stages tally, Names names) {
    List<String> lines = new ArrayList<>();
    tally
        .quota()
        .ifPresent(
            quota ->
                lines.add(
                    "\nWhoever reaches the quota of "
                        + quota.stripTrailingZeros().toPlainString()
                        + " votes is elected."));
    int number = 1;
    for (Stage stage : tally.stages()) {
      lines.add("");
      lines.add("Stage " + number++ + ": " + action(stage.action(), names));
      stage.totals().keySet().stream()
          .filter(
              candidate ->
                  votes(stage, candidate).signum() > 0 || stage.elected().contains(candidate))
          .sorted((a, b) -> byVotes(stage, a, b))
          .forEach(
              candidate ->
                  lines.add(
                      "  "
                          + votes(stage, candidate).toPlainString()
                          + "  "
                          + names.label(candidate)
                          + (stage.elected().contains(candidate) ? ", elected" : "")));
      if (stage.nonTransferable().signum() > 0) {
        lines.add("  " + stage.nonTransferable().toPlainString() + "  with nobody");
      }
    }
    return lines;
  }

  private static int byVotes(Stage stage, int first, int second) {
    int byVotes = votes(stage, second).compareTo(votes(stage, first));
    return byVotes != 0 ? byVotes : Integer.compare(first, second);
  }

  private static String action(Stage.Action action, Names names) {
    return switch (action) {
      case Stage.Action.FirstPreferences() -> "first preferences.";
      case Stage.Action.Surplus(int candidate, BigDecimal surplus, BigDecimal total) ->
          names.label(candidate)
              + " has "
              + surplus.toPlainString()
              + " above the quota; that part of each of the papers goes on.";
      case Stage.Action.Exclusion(int candidate, BigDecimal votes) ->
          names.label(candidate)
              + " has the fewest votes, "
              + votes.toPlainString()
              + ", and is excluded.";
    };
  }

  static String why(Loss.Excluded loss, Names names) {
    return " had the fewest votes after stage "
        + loss.stage()
        + ", "
        + loss.votes().toPlainString()
        + loss.next()
            .map(
                next ->
                    " (the next, "
                        + names.label(next.option())
                        + ", had "
                        + next.votes().toPlainString()
                        + ")")
            .orElse("")
        + ", and was excluded.";
  }

  static String why(Loss.Unseated loss) {
    return " had "
        + loss.votes().toPlainString()
        + " votes when the last seat was taken"
        + loss.quota()
            .map(quota -> "; the quota was " + quota.stripTrailingZeros().toPlainString())
            .orElse("")
        + ".";
  }

  private static BigDecimal votes(Stage stage, int candidate) {
    return Objects.requireNonNull(stage.totals().get(candidate), "all have a total");
  }
}
