package org.answerable.feedback;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.answerable.organisation.Organisation;
import org.jspecify.annotations.Nullable;

/**
 * A response as a form brings it, perhaps incomplete.
 *
 * @param what is promised with {@link Decision#WILL_DO}, or the body of {@link
 *     Decision#REFERRED_TO}; else not read, as are the next two
 * @param owner the role that keeps a promise
 * @param by the day by which it is kept or answered; null: none that is a day
 */
public record ResponseDraft(
    @Nullable Decision decision, String text, String what, String owner, @Nullable LocalDate by) {
  public ResponseDraft {
    text = Words.clean(text);
    what = Words.clean(what);
  }

  /** A draft without a promise. */
  public static ResponseDraft of(Decision decision, String text) {
    return new ResponseDraft(decision, text, "", "", null);
  }

  /** All that is missing or too much, in the order of the form; empty: {@link #complete} works. */
  public List<Problem> problems(Organisation organisation, LocalDate today) {
    var problems = new ArrayList<Problem>();
    if (decision == null) {
      problems.add(Problem.NO_DECISION);
    }
    if (decision == Decision.WILL_DO) {
      commitmentProblems(organisation, today, problems);
    }
    if (decision == Decision.REFERRED_TO) {
      referralProblems(today, problems);
    }
    if (text.isBlank()) {
      problems.add(withoutText());
    } else if (decision == Decision.ASKED && Words.length(text) > FeedbackLimits.QUESTION_CHARS) {
      problems.add(Problem.QUESTION_TOO_LONG);
    } else if (Words.length(text) > FeedbackLimits.RESPONSE_CHARS) {
      problems.add(Problem.TEXT_TOO_LONG);
    }
    return problems;
  }

  /**
   * The response that this is.
   *
   * @throws IllegalStateException when there are {@link #problems}
   */
  public Response complete(Organisation organisation, LocalDate today) {
    int problems = problems(organisation, today).size();
    if (decision == null || problems > 0) {
      throw new IllegalStateException("a response with " + problems + " problems");
    }
    return switch (decision) {
      case WILL_DO -> new Response(decision, text, new Commitment(what, owner, requireNonNull(by)));
      case REFERRED_TO -> new Response(decision, text, new Commitment(what, null, answerBy(today)));
      case EXPLAINED, THANKED, DONE, WILL_NOT, ASKED -> new Response(decision, text, null);
    };
  }

  /** Bodies outside get 30 days where nobody says otherwise. */
  private LocalDate answerBy(LocalDate today) {
    return by == null ? today.plusDays(FeedbackLimits.REFERRAL_DAYS) : by;
  }

  private Problem withoutText() {
    return switch (decision) {
      case WILL_NOT -> Problem.NO_REASON;
      case EXPLAINED, THANKED, DONE, WILL_DO, REFERRED_TO, ASKED -> Problem.NO_TEXT;
      case null -> Problem.NO_TEXT;
    };
  }

  private void referralProblems(LocalDate today, List<Problem> problems) {
    if (what.isBlank() || Words.length(what) > FeedbackLimits.BODY_CHARS) {
      problems.add(Problem.NO_BODY);
    }
    if (!answerBy(today).isAfter(today)) {
      problems.add(Problem.BODY_DAY_NOT_AHEAD);
    } else if (answerBy(today).isAfter(today.plusDays(FeedbackLimits.COMMITMENT_DAYS))) {
      problems.add(Problem.BODY_DAY_TOO_FAR);
    }
  }

  private void commitmentProblems(
      Organisation organisation, LocalDate today, List<Problem> problems) {
    if (what.isBlank()) {
      problems.add(Problem.NO_COMMITMENT);
    } else if (Words.length(what) > FeedbackLimits.COMMITMENT_CHARS) {
      problems.add(Problem.COMMITMENT_TOO_LONG);
    }
    if (organisation.role(owner).isEmpty()) {
      problems.add(Problem.NO_OWNER);
    }
    if (by == null) {
      problems.add(Problem.NO_DAY);
    } else if (!by.isAfter(today)) {
      problems.add(Problem.DAY_NOT_AHEAD);
    } else if (by.isAfter(today.plusDays(FeedbackLimits.COMMITMENT_DAYS))) {
      problems.add(Problem.DAY_TOO_FAR);
    }
  }

  @Override
  public String toString() {
    return "ResponseDraft[redacted]";
  }
}
