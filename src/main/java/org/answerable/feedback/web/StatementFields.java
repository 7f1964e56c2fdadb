package org.answerable.feedback.web;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.answerable.feedback.StatementDraft;
import org.answerable.feedback.Tier;

/** What the forms of statements ask for, in their order. */
public final class StatementFields {
  public static final Map<String, String> GOVERNANCE =
      named(
          StatementDraft.GOVERNANCE,
          "Agreed by whom, and for how long",
          "How it was counted",
          "Terms and elections",
          "Conflicts of interest",
          "Who can open the inbox");

  public static final Map<String, String> FUNDING =
      named(
          StatementDraft.FUNDING,
          "For which time",
          "Where the money comes from, in per cent",
          "What funders ask for: targets, reports",
          "What this line costs, and who pays it",
          "Requests for our data, and what became of them");

  public static final Map<String, String> CLOSED =
      named(StatementDraft.CLOSED, "Why, and who is there in an emergency");

  private StatementFields() {}

  /** The name of a tier. */
  public static String tier(Tier tier) {
    String word = tier.word();
    return Character.toUpperCase(word.charAt(0)) + word.substring(1);
  }

  private static Map<String, String> named(List<String> names, String... labels) {
    Map<String, String> all = new LinkedHashMap<>();
    for (int i = 0; i < labels.length; i++) {
      all.put(names.get(i), labels[i]);
    }
    return Collections.unmodifiableMap(all);
  }
}
