package org.answerable.responselog;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What is asked in a poll and how it is counted: public before anybody votes, and nothing of it
 * changes afterwards.
 *
 * @param question by language
 * @param options numbered from 1 in this order
 * @param form how a ballot is written: a word of {@code poll.Form}
 * @param method how it is counted: a word of {@code ballot.CountingMethod}
 * @param seats how many options are wanted, from 1
 * @param budget null: nothing is bought
 * @param eligible who may vote
 * @param opens the first day
 * @param closes the last day, to its end at the organisation's place
 * @param askedBy who wanted to know, and who pays: the organisation's own words
 * @param copies a whole ballot is published where so many or more are alike
 * @param reminds whether those who want to hear of polls get a second text, all alike
 * @param priorities of so many of the chosen, the first of them, the leaders must say what they
 *     will do; 0: of none, as in an election
 */
public record PollTerms(
    Map<String, String> question,
    List<Option> options,
    String form,
    String method,
    int seats,
    @Nullable BigDecimal budget,
    Eligible eligible,
    LocalDate opens,
    LocalDate closes,
    String askedBy,
    int copies,
    boolean reminds,
    int priorities) {
  public static final Eligible ANYBODY = new Eligible.Anybody();

  public PollTerms {
    question = Map.copyOf(question);
    options = List.copyOf(options);
  }

  /** The same rules with other words: of the question, each option, and who asked. */
  public PollTerms saying(
      Map<String, String> asked, List<Map<String, String>> labels, String askedByWhom) {
    List<Option> named =
        IntStream.range(0, options.size())
            .mapToObj(place -> new Option(labels.get(place), options.get(place).cost()))
            .toList();
    return new PollTerms(
        asked,
        named,
        form,
        method,
        seats,
        budget,
        eligible,
        opens,
        closes,
        askedByWhom,
        copies,
        reminds,
        priorities);
  }

  /** The rules alone. */
  public PollTerms wordless() {
    return saying(Map.of(), Collections.nCopies(options.size(), Map.of()), "");
  }

  /**
   * One of the options.
   *
   * @param labels by language
   * @param cost what it costs, where a budget is spent
   */
  public record Option(Map<String, String> labels, @Nullable BigDecimal cost) {
    public Option {
      labels = Map.copyOf(labels);
    }
  }
}
