package org.answerable.ballot.report;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.answerable.ballot.Loss;
import org.answerable.ballot.Tally;

/** Plurality, approval, Borda and points in words. */
final class ScoreWords {
  private ScoreWords() {}

  static List<String> steps(Tally.Scores tally, Names names) {
    return Stream.concat(
            Stream.of("", "Votes or points:"),
            tally.outcome().ranking().stream()
                .flatMap(List::stream)
                .map(number -> "  " + score(tally, number) + "  " + names.label(number)))
        .toList();
  }

  static String why(Loss.FewerVotes loss, Names names) {
    return " has "
        + loss.votes().toPlainString()
        + "; the last of the seats went to "
        + names.label(loss.last())
        + ", who has "
        + loss.lastVotes().toPlainString()
        + ".";
  }

  private static String score(Tally.Scores tally, int number) {
    BigDecimal score = Objects.requireNonNull(tally.scores().get(number), "all have a score");
    return score.toPlainString();
  }
}
