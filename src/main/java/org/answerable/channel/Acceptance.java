package org.answerable.channel;

/** Whether a provider has a text that it may have been given. */
public enum Acceptance {
  /** It has it. */
  TAKEN,
  /** It was asked, and does not have it. */
  NOT_TAKEN,
  /** It does not answer now; it may be asked again later. */
  NO_ANSWER,
  /** It can't be asked, or not about what is that old. */
  NOT_ASKED
}
