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
 * @param leftOut proposals that were due, and are no option of it
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
    int priorities,
    List<LeftOut> leftOut) {
  public static final Eligible ANYBODY = new Eligible.Anybody();

  public PollTerms {
    question = Map.copyOf(question);
    options = List.copyOf(options);
    leftOut = List.copyOf(leftOut);
  }

  /**
   * Whether each proposal that is due must be an option, or be left out with a reason: where
   * priorities come of it, and nobody is elected.
   */
  public boolean takesProposals() {
    return priorities > 0 && !(eligible instanceof Eligible.Codes codes && codes.election());
  }

  /**
   * The same rules with other words.
   *
   * @param reasons why each proposal is left out
   */
  public PollTerms saying(
      Map<String, String> asked,
      List<Map<String, String>> labels,
      String askedByWhom,
      List<Map<String, String>> reasons) {
    List<Option> named =
        IntStream.range(0, options.size())
            .mapToObj(place -> options.get(place).saying(labels.get(place)))
            .toList();
    List<LeftOut> out =
        IntStream.range(0, leftOut.size())
            .mapToObj(place -> new LeftOut(leftOut.get(place).reference(), reasons.get(place)))
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
        priorities,
        out);
  }

  /** Whether a proposal is one of the options, or left out. */
  public boolean names(String reference) {
    return options.stream().anyMatch(option -> reference.equals(option.proposal()))
        || leftOut.stream().anyMatch(one -> reference.equals(one.reference()));
  }

  /** The rules alone. */
  public PollTerms wordless() {
    return saying(
        Map.of(),
        Collections.nCopies(options.size(), Map.of()),
        "",
        Collections.nCopies(leftOut.size(), Map.of()));
  }

  /**
   * One of the options.
   *
   * @param labels by language
   * @param cost what it costs, where a budget is spent
   * @param proposal the reference of the proposal that it is; null: it is nobody's
   */
  public record Option(
      Map<String, String> labels, @Nullable BigDecimal cost, @Nullable String proposal) {
    public Option {
      labels = Map.copyOf(labels);
    }

    /** One that nobody proposed. */
    public Option(Map<String, String> labels, @Nullable BigDecimal cost) {
      this(labels, cost, null);
    }

    Option saying(Map<String, String> other) {
      return new Option(other, cost, proposal);
    }
  }

  /**
   * A proposal that was due, and is no option.
   *
   * @param reason in public, by language
   */
  public record LeftOut(String reference, Map<String, String> reason) {
    public LeftOut {
      reason = Map.copyOf(reason);
    }
  }
}
