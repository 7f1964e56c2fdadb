package org.answerable.feedback;

/** Why something that a leader wrote can not be taken as it is. */
public enum Problem {
  NO_DECISION,
  NO_TEXT,
  /** {@link Decision#WILL_NOT} without its reason. */
  NO_REASON,
  /** {@link Decision#REFERRED_TO} without the name of the body that it went to. */
  NO_BODY,
  BODY_DAY_NOT_AHEAD,
  BODY_DAY_TOO_FAR,
  TEXT_TOO_LONG,
  QUESTION_TOO_LONG,
  /** A second question back, or one after an answer. */
  NOT_ASKED_ANY_MORE,
  /** A question back to who gave it otherwise than by text. */
  NO_WAY_BACK,
  NO_COMMITMENT,
  COMMITMENT_TOO_LONG,
  NO_OWNER,
  NO_DAY,
  DAY_NOT_AHEAD,
  DAY_TOO_FAR,
  /** The answer did not help: another role than the one that gave it has to answer. */
  ANOTHER_ROLE
}
