package org.answerable.poll.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.answerable.poll.PollLimits;
import org.answerable.responselog.PollJson;
import org.answerable.responselog.Proposals.Proposal;
import org.answerable.responselog.PublicText;

/**
 * What a leader does with a proposal that is due.
 *
 * @param option its number among the options; empty: it is left out
 * @param reasons why it is left out, by language
 */
public record Placement(Proposal proposal, String option, Map<String, String> reasons) {
  /** What no option may have, since it could be taken for a vote. */
  private static final String NO_LABEL = "[^\\p{L}\\p{M} '’-]+";

  public Placement {
    reasons = Map.copyOf(reasons);
  }

  /** Before anybody typed: the first are options, in their order; reasons are those given last. */
  static List<Placement> begun(List<Proposal> due) {
    return due.stream()
        .map(
            one -> {
              int number = due.indexOf(one) + 1;
              String last = one.reason();
              return new Placement(
                  one,
                  number <= PollLimits.OPTIONS ? String.valueOf(number) : "",
                  last == null ? Map.of() : PollJson.readWords(last));
            })
        .toList();
  }

  /**
   * As it was posted; what is missing is empty.
   *
   * @param field the text of a field
   */
  static List<Placement> posted(
      List<Proposal> due, List<String> languages, UnaryOperator<String> field) {
    return due.stream()
        .map(
            one -> {
              Map<String, String> reasons = new LinkedHashMap<>();
              for (String language : languages) {
                reasons.put(language, field.apply(reasonField(one.reference(), language)));
              }
              return new Placement(one, field.apply("place-" + one.reference()), reasons);
            })
        .toList();
  }

  private static String reasonField(String reference, String language) {
    return "reason-" + reference + "-" + language;
  }

  public String reference() {
    return proposal.reference();
  }

  /** The id and name of the field for its number. */
  public String field() {
    return "place-" + reference();
  }

  public String reasonField(String language) {
    return reasonField(reference(), language);
  }

  public String reason(String language) {
    return reasons.getOrDefault(language, "");
  }

  /** What members proposed; empty: their words are not published. */
  public String words() {
    PublicText words = proposal.words();
    return words == null ? "" : words.line();
  }

  boolean isOption(int number) {
    return option.equals(String.valueOf(number));
  }

  /** A line to begin with; what can't be one is to be written by whoever sets the poll up. */
  String line() {
    String label = words().replaceAll(NO_LABEL, " ").replaceAll(" +", " ").strip();
    if (label.isEmpty()) {
      return "(" + reference() + ")";
    }
    if (label.length() <= PollLimits.LABEL_CHARS) {
      return label;
    }
    String cut = label.substring(0, PollLimits.LABEL_CHARS);
    int space = cut.lastIndexOf(' ');
    return space > 0 ? cut.substring(0, space) : cut;
  }
}
