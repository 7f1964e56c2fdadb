package org.answerable.poll;

import java.util.List;
import java.util.Locale;
import tools.jackson.databind.json.JsonMapper;

/**
 * The figures that lead to a result, as far as they may be told: a table with a row for each
 * option, and why each was not chosen. Counts are texts, as {@link Told} writes them.
 *
 * @param kind what its columns are
 * @param rows empty where there is nothing to say; a cell that is none is {@link #NONE}
 * @param rounds what was done in each round; empty where there are none
 * @param ranking levels of options, the best first; empty where a method ranks none
 * @param reasons for each option that was not chosen; empty where nobody voted
 * @param measure the quota of votes, or the share of the budget; empty where there is none, or it
 *     is not told
 * @param tied whether the order for ties decided anything, where that is told
 */
public record Figures(
    Kind kind,
    List<List<String>> rows,
    List<Round> rounds,
    List<List<Integer>> ranking,
    List<Reason> reasons,
    String measure,
    boolean tied) {
  /** An option against itself, or one that has dropped out. */
  public static final String NONE = "-";

  /** In a table of purchases: it is paid for. */
  public static final String BOUGHT = "bought";

  /** In a table of purchases: paid from what was left, by votes. */
  public static final String REST = "rest";

  private static final JsonMapper JSON = JsonMapper.shared();

  /** What the columns of a table are. */
  public enum Kind {
    /** Votes or points: one column. */
    SCORES,
    /** The votes of each round. */
    ROUNDS,
    /** How many prefer the row's option to that of the column. */
    PAIRS,
    /**
     * Who voted for it, whether it is {@link Figures#BOUGHT}, and what each of its supporters paid
     * at most, or {@link Figures#REST}.
     */
    PURCHASES;

    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * What was done to come to a round's votes.
   *
   * @param option who dropped out, or whose surplus went on; 0: nobody, it is the first
   * @param elected who was elected on these votes
   */
  public record Round(Step step, int option, List<Integer> elected) {
    /** What it was. */
    public enum Step {
      FIRST,
      EXCLUDED,
      SURPLUS
    }

    public Round {
      elected = List.copyOf(elected);
    }
  }

  public Figures {
    rows = rows.stream().map(List::copyOf).toList();
    rounds = List.copyOf(rounds);
    ranking = ranking.stream().map(List::copyOf).toList();
    reasons = List.copyOf(reasons);
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
