package org.answerable.ballot;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.IntStream;

/** Polls that tests write in a line. */
final class Polls {
  private Polls() {}

  /** Candidates 1 to size, nobody withdrawn, the tie order as listed. */
  static RankedPoll ranked(int size, int seats, Ballot... ballots) {
    return new RankedPoll(
        "",
        seats,
        IntStream.rangeClosed(1, size)
            .mapToObj(number -> new Candidate(number, "C" + number, false))
            .toList(),
        TieOrder.listed(size),
        List.of(ballots));
  }

  /** Projects 1 and up, of these costs. */
  static BudgetPoll budget(String budget, List<String> costs, Ballot... ballots) {
    return new BudgetPoll(
        "",
        new BigDecimal(budget),
        IntStream.rangeClosed(1, costs.size())
            .mapToObj(
                number ->
                    new Project(
                        number, "p" + number, "P" + number, new BigDecimal(costs.get(number - 1))))
            .toList(),
        TieOrder.listed(costs.size()),
        List.of(ballots));
  }

  static List<Integer> winners(CountingMethod.OfRankings method, RankedPoll poll) {
    return method.count(poll).outcome().winners();
  }
}
