package org.answerable.ballot;

import java.util.List;

/**
 * Where votes were equal and something else had to decide.
 *
 * @param stage the stage, round or step that it happened in, from 1; 0 where a method has none
 * @param question what had to be decided
 * @param tied the numbers that were equal; for pairs the winner and the loser of the weaker one
 * @param chosen of these: who was excluded, transferred, seated, set aside or bought; of an {@link
 *     Question#ELECTION} all, in order
 * @param reason what decided
 * @param earlierStage the stage that decided, for {@link Reason#EARLIER_STAGE}; for {@link
 *     Reason#TIE_ORDER} the stage after which only some of the tied were left to it; else 0
 */
public record TieBreak(
    int stage,
    Question question,
    List<Integer> tied,
    List<Integer> chosen,
    Reason reason,
    int earlierStage) {
  /** What had to be decided. */
  public enum Question {
    /** Who gets the last seats. */
    SEAT,
    /** In which order those are elected who reach the quota, or are left, on one stage. */
    ELECTION,
    /** Who is excluded. */
    EXCLUSION,
    /** Whose surplus is transferred first. */
    SURPLUS,
    /** Which of equal majorities counts before the other, where not both can. */
    MAJORITY,
    /** Which project is bought. */
    PROJECT
  }

  /** What decided. */
  public enum Reason {
    /** The most recent stage at which the tied had not been equal. */
    EARLIER_STAGE,
    LOWER_COST,
    MORE_VOTES,
    TIE_ORDER
  }

  public TieBreak {
    tied = List.copyOf(tied);
    chosen = List.copyOf(chosen);
  }

  static TieBreak byOrder(int stage, Question question, List<Integer> tied, List<Integer> chosen) {
    return new TieBreak(stage, question, tied, chosen, Reason.TIE_ORDER, 0);
  }
}
