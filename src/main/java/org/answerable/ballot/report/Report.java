package org.answerable.ballot.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.answerable.ballot.BudgetPoll;
import org.answerable.ballot.Candidate;
import org.answerable.ballot.CountingMethod;
import org.answerable.ballot.Loss;
import org.answerable.ballot.Outcome;
import org.answerable.ballot.RankedPoll;
import org.answerable.ballot.Tally;
import org.answerable.ballot.TieOrder;

/**
 * A tally in plain words: who won, every step, why each of the others did not win, and where a tie
 * was broken. In English, for the terminal; control characters in names are left out.
 */
public final class Report {
  private Report() {}

  /** Of rankings. */
  public static List<String> lines(CountingMethod method, RankedPoll poll, Tally tally) {
    Names names = Names.of(poll);
    List<String> lines = new ArrayList<>();
    head(lines, poll.title(), method, tally.outcome());
    lines.add(count(poll.seats(), "seat") + "." + withdrawn(poll, names));
    winners(lines, "Elected: ", "Nobody is elected", tally.outcome(), names);
    ranking(lines, tally.outcome(), names);
    if (tally.outcome().valid() > 0) {
      lines.addAll(steps(tally, names));
      List<Integer> losers =
          poll.candidates().stream()
              .filter(candidate -> !candidate.withdrawn())
              .map(Candidate::number)
              .filter(number -> !tally.outcome().winners().contains(number))
              .toList();
      why(lines, "Why were the others not elected?", losers, names, tally);
    }
    ties(lines, tally.outcome(), poll.ties(), names);
    return lines;
  }

  /** Of projects. */
  public static List<String> lines(CountingMethod method, BudgetPoll poll, Tally.Purchases tally) {
    Names names = Names.of(poll);
    List<String> lines = new ArrayList<>();
    head(lines, poll.title(), method, tally.outcome());
    lines.add("Budget " + poll.budget().toPlainString() + ".");
    winners(lines, "Funded: ", "Nothing is funded", tally.outcome(), names);
    if (tally.outcome().valid() > 0) {
      lines.addAll(PurchaseWords.steps(poll, tally, names));
      List<Integer> losers = tally.refusals().stream().map(Tally.Refusal::project).toList();
      why(lines, "Why were the others not funded?", losers, names, tally);
    }
    ties(lines, tally.outcome(), poll.ties(), names);
    return lines;
  }

  static String count(long number, String noun) {
    return number + " " + noun + (number == 1 ? "" : "s");
  }

  private static void head(
      List<String> lines, String title, CountingMethod method, Outcome outcome) {
    if (!title.isBlank()) {
      lines.add(Names.printable(title));
    }
    lines.add(
        "Counted by "
            + method.word()
            + ": "
            + count(outcome.valid(), "valid ballot")
            + ", "
            + outcome.blank()
            + " blank.");
  }

  private static String withdrawn(RankedPoll poll, Names names) {
    List<Integer> numbers =
        poll.candidates().stream().filter(Candidate::withdrawn).map(Candidate::number).toList();
    return numbers.isEmpty() ? "" : " Withdrawn: " + names.all(numbers) + ".";
  }

  private static void winners(
      List<String> lines, String some, String none, Outcome outcome, Names names) {
    lines.add("");
    if (outcome.valid() == 0) {
      lines.add(none + ": there is no valid ballot.");
    } else {
      lines.add(
          outcome.winners().isEmpty() ? none + "." : some + names.all(outcome.winners()) + ".");
    }
  }

  private static void ranking(List<String> lines, Outcome outcome, Names names) {
    List<List<Integer>> ranking = outcome.ranking();
    int rank = 1;
    for (List<Integer> level : ranking) {
      lines.add("  " + rank + ". " + names.all(level) + (level.size() > 1 ? ", equal" : ""));
      rank += level.size();
    }
  }

  private static List<String> steps(Tally tally, Names names) {
    return switch (tally) {
      case Tally.Scores scores -> ScoreWords.steps(scores, names);
      case Tally.Stages stages -> StageWords.steps(stages, names);
      case Tally.Paths paths -> PairWords.steps(paths.pairs(), names);
      case Tally.Locked locked -> PairWords.steps(locked, names);
      case Tally.Purchases purchases -> List.of();
    };
  }

  private static void why(
      List<String> lines, String question, List<Integer> losers, Names names, Tally tally) {
    if (!losers.isEmpty()) {
      lines.add("");
      lines.add(question);
      losers.forEach(loser -> lines.add("  " + names.label(loser) + why(tally, loser, names)));
    }
  }

  /** The rest of a sentence that begins with the loser's name. */
  static String why(Tally tally, int loser, Names names) {
    return switch (Loss.of(tally, loser)) {
      case Loss.ByTieOrder(List<Integer> chosen) ->
          " is equal with "
              + names.all(chosen)
              + ", and later in the tie order; there was no seat for all of them.";
      case Loss.FewerVotes loss -> ScoreWords.why(loss, names);
      case Loss.Excluded loss -> StageWords.why(loss, names);
      case Loss.Unseated loss -> StageWords.why(loss);
      case Loss.Beaten loss -> PairWords.why(loss, names);
      case Loss.NotFunded(Tally.Refusal refusal) -> PurchaseWords.why(refusal);
    };
  }

  private static void ties(List<String> lines, Outcome outcome, TieOrder order, Names names) {
    if (outcome.ties().isEmpty()) {
      return;
    }
    lines.add("");
    lines.add("Ties that had to be broken:");
    outcome.ties().forEach(tie -> lines.add("  " + TieWords.line(tie, names)));
    String source =
        switch (order.source()) {
          case LISTED -> "as listed in the file";
          case GIVEN -> "given in the file";
          case SEEDED -> "from the seed";
        };
    List<String> keys =
        IntStream.range(0, order.order().size())
            .mapToObj(place -> Names.printable(names.key(order.order().get(place))))
            .toList();
    lines.add("  The tie order, " + source + ": " + String.join(", ", keys) + ".");
  }
}
