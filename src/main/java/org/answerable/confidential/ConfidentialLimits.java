package org.answerable.confidential;

import java.time.Duration;

/** The limits of what focal points do, and of what one page shows. */
public final class ConfidentialLimits {
  /** Characters of an answer: three segments of a text message and a little. */
  public static final int ANSWER_CHARS = 480;

  /** Reports on one page of the list: those with new words, then the oldest. */
  public static final int PAGE_ROWS = 50;

  /** Copies of texts that one act of sharing may bring. */
  public static final int SHARED_COPIES = 1000;

  /** Bytes of one copy: the largest bucket of a text, with what HPKE adds. */
  public static final int COPY_BYTES = 64 * 1024;

  /** Bytes of a private key under a passphrase: rounds, salt, IV, 32 bytes and a tag. */
  public static final int WRAPPED_BYTES = 4 + 16 + 12 + 32 + 16;

  /**
   * Added to a step's number where an answer enters the outbox, so that it never meets the number
   * of a step of feedback that has the same id.
   */
  public static final int OUTBOX_NUMBER = 1_000_000;

  /** Texts that are sealed over to a first key by one statement. */
  public static final int SEAL_OVER_ROWS = 200;

  /** How soon somebody who was told to look is told again of something newer. */
  public static final Duration ALARM_PAUSE = Duration.ofMinutes(10);

  /** Days for which the others are told of a key that was put in. */
  public static final int NEW_KEY_DAYS = 30;

  private ConfidentialLimits() {}
}
