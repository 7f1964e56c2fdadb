package org.answerable.poll;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.answerable.leader.Problem;
import org.answerable.organisation.Organisation;
import org.answerable.responselog.PollTerms;
import org.answerable.responselog.Proposals.Proposal;

/**
 * Finds proposals that are due and that a poll would pass over: each is one of its options, or is
 * left out with a reason in each language.
 */
final class PlacingCheck {
  private final PollTerms terms;
  private final Organisation home;

  PlacingCheck(PollTerms terms, Organisation home) {
    this.terms = terms;
    this.home = home;
  }

  /** By the fields of the form. */
  List<Problem> problems(List<Proposal> due) {
    List<Problem> problems = new ArrayList<>();
    if (terms.takesProposals()) {
      due.stream().map(Proposal::reference).forEach(one -> check(one, problems));
    }
    return problems;
  }

  private void check(String reference, List<Problem> problems) {
    if (!terms.names(reference)) {
      problems.add(
          new Problem(
              "place-" + reference,
              "%s is due: say which option it is (one that is no other proposal's), or leave it out and say why."
                  .formatted(reference)));
    }
    for (PollTerms.LeftOut one : terms.leftOut()) {
      if (one.reference().equals(reference)) {
        home.languages().stream()
            .filter(language -> !isReason(one.reason().getOrDefault(language, "")))
            .map(
                language ->
                    new Problem(
                        "reason-" + reference + "-" + language,
                        "Say why %s is left out, in %s, in at most %d signs. It is public."
                            .formatted(
                                reference, TermsCheck.name(language), PollLimits.REASON_CHARS)))
            .forEach(problems::add);
      }
    }
  }

  private static boolean isReason(String reason) {
    return !reason.isBlank() && reason.length() <= PollLimits.REASON_CHARS;
  }

  /** Whether one is passed over that had to be known on a day. */
  static boolean passesOver(PollTerms terms, List<Proposal> due, LocalDate day) {
    return terms.takesProposals()
        && due.stream().anyMatch(one -> one.isDueBefore(day) && !terms.names(one.reference()));
  }
}
