package org.answerable.ballot;

import java.math.BigDecimal;

/**
 * An option that costs money.
 *
 * @param number from 1, the place in the file; ballots and tallies name projects by it
 * @param id what the file calls it
 * @param cost in the poll's currency, not below zero
 */
public record Project(int number, String id, String name, BigDecimal cost) {
  public Project {
    if (number < 1 || cost.signum() < 0) {
      throw new IllegalArgumentException("projects are numbered from 1 and cost nothing or more");
    }
  }
}
