package org.answerable.ballot;

import java.util.ArrayList;
import java.util.List;

/**
 * What every tally says.
 *
 * @param valid ballots that mention somebody who stands
 * @param blank ballots that don't; they count nowhere
 * @param winners numbers in the order of their election; fewer than the seats if there are fewer
 *     candidates, none if there is no valid ballot
 * @param ranking levels of numbers, the best first; who shares a level is equal. Single
 *     transferable votes rank the elected only, Equal Shares nobody
 * @param ties wherever something other than the votes decided
 */
public record Outcome(
    long valid,
    long blank,
    List<Integer> winners,
    List<List<Integer>> ranking,
    List<TieBreak> ties) {
  public Outcome {
    winners = List.copyOf(winners);
    ranking = ranking.stream().map(List::copyOf).toList();
    ties = List.copyOf(ties);
  }

  /** Nobody, for nobody voted. */
  static Outcome none(Papers papers) {
    return new Outcome(0, papers.blank(), List.of(), List.of(), List.of());
  }

  /** Seats for the best levels; the tie order says who of a level comes first. */
  static Outcome seating(Papers papers, List<List<Integer>> ranking, List<TieBreak> before) {
    List<TieBreak> ties = new ArrayList<>(before);
    List<List<Integer>> sorted = ranking.stream().map(papers.ties()::sorted).toList();
    List<Integer> winners = new ArrayList<>();
    for (List<Integer> level : sorted) {
      int free = papers.seats() - winners.size();
      List<Integer> seated = level.subList(0, Math.min(free, level.size()));
      winners.addAll(seated);
      if (!seated.isEmpty() && seated.size() < level.size()) {
        ties.add(TieBreak.byOrder(0, TieBreak.Question.SEAT, level, seated));
      }
    }
    return new Outcome(
        papers.valid(),
        papers.blank(),
        winners,
        ranking.stream().map(level -> level.stream().sorted().toList()).toList(),
        ties);
  }
}
