package org.answerable.intake.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.answerable.intake.EnteredFeedback;
import org.answerable.intake.Source;
import org.answerable.leader.Problem;
import org.answerable.organisation.Organisation;
import org.answerable.platform.MeantText;

/**
 * The form as it was filled in.
 *
 * @param topic an id; empty: not said
 * @param publish {@code yes} or {@code no}
 * @param language of the paper receipt
 * @param form its id: what is sent twice with it is entered once
 */
public record NewForm(
    String words,
    String source,
    String topic,
    String publish,
    boolean proposal,
    String language,
    UUID form,
    List<Problem> problems) {
  private static final Map<String, Source> SOURCES =
      Map.of(
          "in-person", Source.IN_PERSON,
          "paper", Source.PAPER,
          "missed-call", Source.MISSED_CALL);

  public NewForm {
    problems = List.copyOf(problems);
  }

  static NewForm empty(Organisation organisation, UUID form) {
    return new NewForm("", "", "", "", false, organisation.defaultLanguage(), form, List.of());
  }

  /** The same with what is wrong with it. */
  NewForm checked(Organisation organisation) {
    var found = new ArrayList<Problem>();
    String meant = MeantText.of(words);
    int signs = meant.codePointCount(0, meant.length());
    if (signs == 0) {
      found.add(new Problem("words", "Write what they said."));
    } else if (signs > EnteredFeedback.WORDS_CHARS) {
      found.add(
          new Problem(
              "words",
              "That has %,d signs; %,d fit. Enter the rest as another feedback."
                  .formatted(signs, EnteredFeedback.WORDS_CHARS)));
    }
    if (!SOURCES.containsKey(source)) {
      found.add(new Problem("in-person", "Say how it came."));
    }
    if (!topic.isEmpty() && organisation.topic(topic).isEmpty()) {
      found.add(new Problem("topic", "Choose a topic of the list, or none."));
    }
    if (!publish.equals("yes") && !publish.equals("no")) {
      found.add(new Problem("publish-no", "Ask whether the words may be published."));
    }
    if (!organisation.languages().contains(language)) {
      found.add(new Problem("language", "Choose a language of the list."));
    }
    return new NewForm(words, source, topic, publish, proposal, language, form, found);
  }

  EnteredFeedback told() {
    Source how = SOURCES.get(source);
    if (how == null) {
      throw new IllegalStateException("a form with problems was entered");
    }
    return new EnteredFeedback(
        MeantText.of(words), how, topic.isEmpty() ? null : topic, publish.equals("yes"), proposal);
  }

  public boolean bad(String field) {
    return problems.stream().anyMatch(problem -> problem.field().equals(field));
  }

  @Override
  public String toString() {
    return "NewForm[redacted]";
  }
}
