package org.answerable.poll;

import java.util.Map;

/**
 * How many voted so far, and how many want to hear of polls, in whole steps, as they were at the
 * last slot.
 */
public interface PollSteps {
  /**
   * Whether nothing was counted in a slot or a later one.
   *
   * @param slot the second of its begin, so that slots of another length come behind it too
   */
  boolean isDue(String organisation, long slot);

  /** Counts the votes of each open poll, and notes them with the subscribers. */
  void count(String organisation, long slot, int subscribers);

  /** At least so many want to hear of polls. */
  int subscribers(String organisation);

  /** Of each open poll, at least so many voted; as the public may know it. */
  Map<String, Integer> votes(String organisation);
}
