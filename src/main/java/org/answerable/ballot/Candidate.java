package org.answerable.ballot;

/**
 * Somebody, or something, that ballots rank.
 *
 * @param number from 1, the place in the file; ballots and tallies name candidates by it
 * @param withdrawn whether ballots are counted as if the candidate did not stand on them
 */
public record Candidate(int number, String name, boolean withdrawn) {
  public Candidate {
    if (number < 1) {
      throw new IllegalArgumentException("candidates are numbered from 1");
    }
  }
}
