package org.answerable.feedback.web;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.UUID;
import org.answerable.feedback.Decision;
import org.answerable.feedback.Problem;
import org.answerable.feedback.ResponseDraft;
import org.jspecify.annotations.Nullable;

/**
 * The response form as it was filled in.
 *
 * @param body that it is referred to, and until when that should answer
 * @param seen the number of the last step that its page showed
 * @param response the id that the response will have
 */
public record ResponseForm(
    String decision,
    String text,
    String what,
    String owner,
    String by,
    String body,
    String until,
    int seen,
    UUID response,
    List<Problem> problems) {
  private static final String AROUND_QUESTION = " You need not reply. No names please.";

  public ResponseForm {
    problems = List.copyOf(problems);
  }

  static ResponseForm empty(String owner, int seen, UUID response) {
    return new ResponseForm("", "", "", owner, "", "", "", seen, response, List.of());
  }

  ResponseForm with(List<Problem> found) {
    return new ResponseForm(decision, text, what, owner, by, body, until, seen, response, found);
  }

  /** The same words on a page that shows later steps. */
  ResponseForm on(int step) {
    return new ResponseForm(decision, text, what, owner, by, body, until, step, response, problems);
  }

  ResponseDraft draft() {
    Decision chosen = decisionOrNull();
    return chosen == Decision.REFERRED_TO
        ? new ResponseDraft(chosen, text, body, "", day(until))
        : new ResponseDraft(chosen, text, what, owner, day(by));
  }

  /** What the person gets; around a question something more stands, in their language. */
  String said() {
    String words = draft().text();
    return has(Decision.ASKED) && !words.isBlank() ? words + AROUND_QUESTION : words;
  }

  public boolean has(Decision one) {
    return decision.equals(one.word());
  }

  /** Whether one of these is a problem of it. */
  public boolean lacks(Problem... some) {
    return List.of(some).stream().anyMatch(problems::contains);
  }

  /** The sentence about the first of these that is a problem of it, or nothing. */
  public String sentence(Problem... some) {
    return List.of(some).stream()
        .filter(problems::contains)
        .findFirst()
        .map(ProblemWords::sentence)
        .orElse("");
  }

  /** For the box above the form. */
  public List<FieldError> errors() {
    return problems.stream()
        .map(problem -> new FieldError(ProblemWords.field(problem), ProblemWords.sentence(problem)))
        .toList();
  }

  private @Nullable Decision decisionOrNull() {
    try {
      return decision.isEmpty() ? null : Decision.ofWord(decision);
    } catch (IllegalArgumentException e) {
      return null;
    }
  }

  private static @Nullable LocalDate day(String typed) {
    try {
      return LocalDate.parse(typed.strip());
    } catch (DateTimeParseException e) {
      return null;
    }
  }

  /**
   * @param field the id of the field on the page
   */
  public record FieldError(String field, String sentence) {}

  @Override
  public String toString() {
    return "ResponseForm[redacted]";
  }
}
