package org.answerable.ballot;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;

/**
 * Breaks a tie by how the votes stood before: at the most recent stage where the tied differ, those
 * with the fewest (for an exclusion) or the most (for a surplus) stay; those among them who are
 * still tied are compared at the stages before that; at last the tie order decides.
 *
 * @see <a href="https://www.legislation.gov.uk/ssi/2007/42/schedule/1/made">SSI 2007/42, rules 49
 *     and 51</a>
 */
final class EarlierStages {
  private EarlierStages() {}

  /** Who of the tied is excluded; the tie order's last if no stage decides. */
  static TieBreak exclusion(List<Stage> stages, List<Integer> tied, TieOrder order) {
    return decide(
        TieBreak.Question.EXCLUSION, stages, tied, Collections::min, left -> last(order, left));
  }

  /** Whose surplus of the tied is transferred; the tie order's first if no stage decides. */
  static TieBreak surplus(List<Stage> stages, List<Integer> tied, TieOrder order) {
    return decide(
        TieBreak.Question.SURPLUS,
        stages,
        tied,
        Collections::max,
        left -> order.sorted(left).getFirst());
  }

  private static TieBreak decide(
      TieBreak.Question question,
      List<Stage> stages,
      List<Integer> tied,
      Function<Collection<BigDecimal>, BigDecimal> extreme,
      Function<List<Integer>, Integer> byOrder) {
    List<Integer> left = tied;
    int narrowedAt = 0;
    for (int stage = stages.size() - 1; stage >= 1; stage--) {
      var totals = stages.get(stage - 1).totals();
      BigDecimal best = extreme.apply(left.stream().map(totals::get).toList());
      int before = left.size();
      left = left.stream().filter(number -> best.compareTo(totals.get(number)) == 0).toList();
      narrowedAt = left.size() < before ? stage : narrowedAt;
      if (left.size() == 1) {
        return new TieBreak(
            stages.size(), question, tied, left, TieBreak.Reason.EARLIER_STAGE, stage);
      }
    }
    List<Integer> chosen = List.of(byOrder.apply(left));
    return new TieBreak(
        stages.size(), question, tied, chosen, TieBreak.Reason.TIE_ORDER, narrowedAt);
  }

  private static Integer last(TieOrder order, List<Integer> tied) {
    return order.sorted(tied).getLast();
  }
}
