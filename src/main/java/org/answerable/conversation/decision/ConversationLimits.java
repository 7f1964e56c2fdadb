package org.answerable.conversation.decision;

import java.time.Duration;
import org.answerable.responselog.PublicFeedback;

/** Every limit of a conversation, in one place. */
public final class ConversationLimits {
  /** What is kept of one message, in characters (code points); the rest is cut, and said. */
  public static final int MESSAGE_CHARS = 2000;

  /** Callers of an organisation who are texted back in a day: each text costs, and callers lie. */
  public static final int CALLERS_A_DAY = 200;

  /** Callers who are texted back at once; as many as are texted in a day may wait. */
  public static final int CALLERS_AT_ONCE = 4;

  /** How long a text still belongs to the feedback before it, and a question is open. */
  public static final Duration OPEN_FOR = Duration.ofMinutes(30);

  /**
   * How long what somebody writes still belongs to what they confided, and how long the word SAFE
   * counts: the answer to "are you safe?" comes hours later, whoever has to be alone to write needs
   * them too, and neither must become a feedback that leaders read.
   */
  public static final Duration CONFIDENTIAL_FOR = Duration.ofDays(7);

  /**
   * For how long what somebody writes answers what they were asked back: as long as the clock waits
   * for it.
   */
  public static final Duration AWAITED_FOR = Duration.ofDays(PublicFeedback.WAITS_DAYS);

  /** The ordinal of an answer to a question back, where nobody knows how many texts were before. */
  public static final int AWAITED_ORDINAL = 1000;

  /** How many feedbacks a person may begin in a {@link #BEGUN_WINDOW}; more text joins the last. */
  public static final int BEGUN = 3;

  public static final Duration BEGUN_WINDOW = Duration.ofHours(24);

  /** How many texts a person may send in a {@link #RATE_WINDOW} and get a reply to each. */
  public static final int RATE_MESSAGES = 20;

  public static final Duration RATE_WINDOW = Duration.ofMinutes(1);

  /** How long the digits that confirm FORGET count. */
  public static final Duration FORGET_FOR = Duration.ofHours(1);

  /**
   * How often digits are given in a {@link #FORGET_WINDOW}: whoever forges a number and guesses has
   * one try of 10,000 for each. The text {@code forget-later} names the number.
   */
  public static final int FORGET_TIMES = 3;

  public static final Duration FORGET_WINDOW = Duration.ofHours(24);

  /**
   * How many wrong PINs a person may send in a {@link #PIN_WINDOW}; then none is looked at. The
   * texts {@code pin-closed}, {@code pin-wrong} and {@code pin-wrong-last} know the number.
   */
  public static final int PIN_TRIES = 3;

  public static final Duration PIN_WINDOW = Duration.ofHours(24);

  /**
   * How many numbers within one text are compared with the writer's PIN, at some 20 ms each. What
   * is not compared is taken out as if it were the PIN: a price can be written again.
   */
  public static final int PIN_LOOKS_A_TEXT = 5;

  /**
   * The same in a {@link #PIN_WINDOW}: a leader who holds somebody's phone would see in the inbox
   * which number was taken out, and so find the PIN.
   */
  public static final int PIN_LOOKS = 10;

  /**
   * How many voting codes that nobody was given a person may send in a {@link #PIN_WINDOW}; then
   * none of theirs counts. What is mistyped is not among them: the check sign finds that.
   */
  public static final int CODE_TRIES = 5;

  /** How many numbers within one text are looked up as receipts, by one statement. */
  public static final int RECEIPT_LOOKS_A_TEXT = 50;

  /** How often a message is decided again when another one of the same person overtook it. */
  public static final int OVERTAKEN_TIMES = 8;

  /** How long Redis may keep a session that nobody uses. */
  public static final Duration CACHED_FOR = Duration.ofHours(1);

  /** Proposals that one text lists. */
  public static final int PROPOSALS = 3;

  /** Signs of each of them there. */
  static final int PROPOSAL_CHARS = 24;

  private ConversationLimits() {}
}
