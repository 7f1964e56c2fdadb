package org.answerable.ballot;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * Why an option was not chosen, as the steps of a count say it. Options are named by their numbers.
 */
public sealed interface Loss {
  /**
   * It was equal with others, and there was no seat for all of them.
   *
   * @param chosen who came before it in the tie order
   */
  record ByTieOrder(List<Integer> chosen) implements Loss {
    public ByTieOrder {
      chosen = List.copyOf(chosen);
    }
  }

  /**
   * It has less than the last who was chosen.
   *
   * @param votes or points of its own
   * @param last who was chosen last
   * @param lastVotes what that one has
   */
  record FewerVotes(BigDecimal votes, int last, BigDecimal lastVotes) implements Loss {}

  /**
   * It had the fewest, and dropped out.
   *
   * @param stage after which that was, from 1
   * @param next who had least of the others, so that it can be seen how close it was
   */
  record Excluded(int stage, BigDecimal votes, Optional<Standing> next) implements Loss {}

  /** An option and what it had. */
  record Standing(int option, BigDecimal votes) {}

  /** It was still in the count when the last seat was taken. */
  record Unseated(BigDecimal votes, Optional<BigDecimal> quota) implements Loss {}

  /**
   * Another one beats it.
   *
   * @param way from that one to it: two where more prefer that one, else by others between
   * @param links how many prefer each on the way to the next
   * @param against how many prefer the last on the way to the first
   * @param back the weakest link of the strongest way back; empty where the method does not ask
   */
  record Beaten(List<Integer> way, List<Long> links, long against, Optional<Long> back)
      implements Loss {
    public Beaten {
      way = List.copyOf(way);
      links = List.copyOf(links);
    }

    /** How strong the way is. */
    public long weakest() {
      return links.stream().min(Long::compare).orElseThrow();
    }
  }

  /** It is not funded. */
  record NotFunded(Tally.Refusal refusal) implements Loss {}

  /**
   * Of an option that was not chosen where anybody voted.
   *
   * @throws IllegalArgumentException for one that was
   */
  static Loss of(Tally tally, int loser) {
    return Losses.of(tally, loser);
  }
}
