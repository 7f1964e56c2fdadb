package org.answerable.feedback.web;

import org.answerable.feedback.FeedbackLimits;
import org.answerable.feedback.Problem;

/** What a leader reads about a problem, and the field that it belongs to. */
final class ProblemWords {
  private ProblemWords() {}

  static String field(Problem problem) {
    return switch (problem) {
      case NO_DECISION, ANOTHER_ROLE, NOT_ASKED_ANY_MORE, NO_WAY_BACK -> "done";
      case NO_TEXT, NO_REASON, TEXT_TOO_LONG, QUESTION_TOO_LONG -> "text";
      case NO_BODY -> "body";
      case BODY_DAY_NOT_AHEAD, BODY_DAY_TOO_FAR -> "until";
      case NO_COMMITMENT, COMMITMENT_TOO_LONG -> "what";
      case NO_OWNER -> "owner";
      case NO_DAY, DAY_NOT_AHEAD, DAY_TOO_FAR -> "by";
    };
  }

  static String sentence(Problem problem) {
    return switch (problem) {
      case NO_DECISION -> "Choose one of the six decisions.";
      case NO_TEXT -> "Write what you say. The person gets it as a text.";
      case NO_REASON -> "Write the reason. A refusal without one can not be sent.";
      case NO_BODY ->
          "Write which body has it now, in " + FeedbackLimits.BODY_CHARS + " characters at most.";
      case BODY_DAY_NOT_AHEAD -> "Give the body a day that is still ahead.";
      case BODY_DAY_TOO_FAR -> "Give the body a day within two years.";
      case TEXT_TOO_LONG -> "Shorten it to " + FeedbackLimits.RESPONSE_CHARS + " characters.";
      case QUESTION_TOO_LONG ->
          "Shorten the question to " + FeedbackLimits.QUESTION_CHARS + " characters.";
      case NOT_ASKED_ANY_MORE ->
          "One question back, and only before an answer. Answer with what you know.";
      case NO_WAY_BACK -> "No text goes out to who gave this: ask when you meet.";
      case NO_COMMITMENT -> "Write what is promised.";
      case COMMITMENT_TOO_LONG ->
          "Shorten the promise to " + FeedbackLimits.COMMITMENT_CHARS + " characters.";
      case NO_OWNER -> "Choose the role that keeps the promise.";
      case NO_DAY -> "Give a day. A promise without one can not be checked.";
      case DAY_NOT_AHEAD -> "Give a day that is still ahead.";
      case DAY_TOO_FAR -> "Give a day within two years.";
      case ANOTHER_ROLE ->
          "The member says that the answer did not help: another role than yours answers now.";
    };
  }
}
