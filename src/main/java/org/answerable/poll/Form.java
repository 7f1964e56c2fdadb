package org.answerable.poll;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.answerable.ballot.CountingMethod;

/** How a ballot is written in one text, and how such ballots can be counted. */
public enum Form {
  /** One option: {@code 2}. */
  ONE("one", "2", "plurality"),
  /** As many as somebody wants: {@code 1 3}. */
  SOME("some", "1 3", "approval"),
  /** Best first: {@code 3 1 2}; some may be equal: {@code 3=1 2}. */
  ORDER("order", "3 1 2", "schulze", "irv", "ranked-pairs", "borda", "scottish-stv"),
  /** Points shared among them: {@code 1=5 2=3}. */
  POINTS("points", "1=5 2=3", "points"),
  /** Those that the money is to be spent on: {@code 1 3}. */
  BUDGET("budget", "1 3", "equal-shares:std");

  private final String word;
  private final String example;
  private final List<String> methods;

  Form(String word, String example, String... methods) {
    this.word = word;
    this.example = example;
    this.methods = List.of(methods);
  }

  /** What the log and forms call it. */
  public String word() {
    return word;
  }

  /** A ballot as people can type it, in a poll of so many options. */
  public String example(int options) {
    return options == PollLimits.OPTIONS_LEAST
        ? example.replace("3 1 2", "2 1").replace("1 3", "1 2")
        : example;
  }

  /** Words of {@link CountingMethod}, the usual one first. */
  public List<String> methods() {
    return methods;
  }

  static Optional<Form> named(String word) {
    return Arrays.stream(values()).filter(form -> form.word.equals(word)).findFirst();
  }

  /** The form of a poll that was taken; another word is our own bug. */
  public static Form of(String word) {
    return named(word).orElseThrow(() -> new IllegalStateException("no form " + word));
  }
}
