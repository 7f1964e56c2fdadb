package org.answerable.poll;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** How many votes open polls have, in steps, in memory: pages that show them are kept. */
public final class SoFar {
  private final PollSteps steps;
  private final Map<String, Map<String, Integer>> known = new ConcurrentHashMap<>();

  SoFar(PollSteps steps) {
    this.steps = steps;
  }

  void refresh(String organisation) {
    known.put(organisation, steps.votes(organisation));
  }

  /** At least so many. */
  public int votes(String organisation, String poll) {
    return known.getOrDefault(organisation, Map.of()).getOrDefault(poll, 0);
  }
}
