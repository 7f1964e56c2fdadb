package org.answerable.poll;

import java.util.List;

/**
 * Why an option was not chosen, as it may be told.
 *
 * @param others the options that it names, in the order of the sentence
 * @param numbers as {@link Told} writes them, in the order of the sentence; empty ones are not told
 */
public record Reason(int option, Why why, List<Integer> others, List<String> numbers) {
  /** What decided. */
  public enum Why {
    /** The order for ties, between it and others. */
    TIE,
    /** Its votes, and those of the last who was chosen. */
    FEWER,
    /** It dropped out: the round, its votes; of the next one too, if there was one. */
    EXCLUDED,
    /** Its votes when the last seat was taken, and the quota, if there is one. */
    UNSEATED,
    /** More prefer another: so many, and so many the other way round. */
    BEATEN,
    /** Another beats it by others between: so many at each step. */
    WAY,
    /** It costs more than the whole budget. */
    ABOVE_BUDGET,
    NO_VOTES,
    /** Its supporters could not pay: how many they are, and what they had left. */
    SHORT,
    /** Others came before it; more is not told. */
    UNTOLD
  }

  public Reason {
    others = List.copyOf(others);
    numbers = List.copyOf(numbers);
  }
}
