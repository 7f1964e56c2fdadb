package org.answerable.ballot.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.answerable.ballot.Loss;
import org.answerable.ballot.Pairs;
import org.answerable.ballot.Tally;

/** Schulze and ranked pairs in words. */
final class PairWords {
  /** Candidates up to which all pairs are listed; beyond, nobody would read them. */
  private static final int LISTED_MAX = 12;

  private PairWords() {}

  static List<String> steps(Pairs pairs, Names names) {
    List<String> lines = new ArrayList<>();
    if (pairs.standing().size() > LISTED_MAX) {
      return lines;
    }
    lines.add("");
    lines.add("One against one:");
    for (int a : pairs.standing()) {
      for (int b : pairs.standing()) {
        if (a < b) {
          lines.add("  " + duel(pairs, a, b, names));
        }
      }
    }
    return lines;
  }

  static List<String> steps(Tally.Locked tally, Names names) {
    List<String> lines = new ArrayList<>(steps(tally.pairs(), names));
    if (tally.pairs().standing().size() > LISTED_MAX) {
      return lines;
    }
    lines.add("");
    lines.add("Majorities, from the strongest:");
    for (Tally.Majority majority : tally.majorities()) {
      lines.add(
          "  "
              + names.label(majority.winner())
              + " over "
              + names.label(majority.loser())
              + ", "
              + majority.votes()
              + " to "
              + majority.against()
              + (majority.locked() ? "" : ": not counted, the ones before say the contrary"));
    }
    return lines;
  }

  private static String duel(Pairs pairs, int a, int b, Names names) {
    int first = pairs.prefer(a, b) >= pairs.prefer(b, a) ? a : b;
    int second = first == a ? b : a;
    return duel(pairs.prefer(first, second), first, second, pairs.prefer(second, first), names);
  }

  private static String duel(Loss.Beaten loss, Names names) {
    int winner = loss.way().getFirst();
    int loser = loss.way().getLast();
    return duel(loss.links().getFirst(), winner, loser, loss.against(), names);
  }

  private static String duel(long votes, int first, int second, long against, Names names) {
    return votes
        + " prefer "
        + names.label(first)
        + " to "
        + names.label(second)
        + ", "
        + against
        + " the other way round";
  }

  static String why(Loss.Beaten loss, Names names) {
    String how =
        loss.way().size() == 2
            ? " is beaten by " + names.label(loss.way().getFirst()) + ": " + duel(loss, names)
            : byOthers(loss, names);
    return how
        + loss.back()
            .filter(back -> back > 0)
            .map(back -> "; the strongest way back has only " + back + ".")
            .orElse(".");
  }

  private static String byOthers(Loss.Beaten loss, Names names) {
    String winner = names.label(loss.way().getFirst());
    return loss.back().isEmpty()
        ? " is below " + winner + " by the locked majorities " + chain(loss, names)
        : " is beaten by "
            + winner
            + " on the way "
            + chain(loss, names)
            + ", whose weakest link is "
            + loss.weakest();
  }

  private static String chain(Loss.Beaten loss, Names names) {
    return names.label(loss.way().getFirst())
        + IntStream.range(1, loss.way().size())
            .mapToObj(
                place ->
                    " > "
                        + names.label(loss.way().get(place))
                        + " ["
                        + loss.links().get(place - 1)
                        + "]")
            .collect(Collectors.joining());
  }
}
