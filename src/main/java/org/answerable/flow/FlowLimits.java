package org.answerable.flow;

/**
 * Every limit of the engine. What passes one while flows are compiled is a {@link Problem}; in a
 * conversation it is an {@link Event}, never an exception.
 */
public final class FlowLimits {
  /** Flows of one folder. */
  public static final int FLOWS = 100;

  /** Characters of one file. */
  public static final int FILE_CHARS = 500_000;

  /** Nodes of one flow. */
  public static final int NODES = 200;

  /** Actions of one node. */
  public static final int ACTIONS = 10;

  /** Choices of one question, listed in the flow or given by the organisation. */
  public static final int CHOICES = 20;

  /** Cases of one branch. */
  public static final int CASES = 20;

  /** Nodes entered between two waits; RapidPro's figure. */
  public static final int STEPS_PER_SPRINT = 100;

  /** Characters of one text that is said; longer ones are cut. */
  public static final int TEXT_CHARS = 1_600;

  /** Characters of a result; longer ones are cut. */
  public static final int RESULT_CHARS = 160;

  /** Bytes of a session when it is kept. */
  public static final int SESSION_BYTES = 1_024;

  /** Characters of an incoming text that may be a choice, a keyword or a greeting. */
  public static final int MATCH_CHARS = 100;

  /** The fewest digits of what may be a PIN or a code; fewer are a number. */
  public static final int SECRET_DIGITS = 4;

  /** The most: a code and a PIN behind it. */
  public static final int SECRET_MOST_DIGITS = 12;

  /** Words that may stand between a secret's name and its digits: "pin yangu ni". */
  public static final int WORDS_BEFORE_SECRET = 3;

  /** Choices that one text shows; the others come page by page. One key each. */
  public static final int CHOICES_A_PAGE = 9;

  /** Letters from which on a word with one mistake is still understood. */
  public static final int NEAR_MISS_LETTERS = 4;

  /** Letters from which on a word for SAFE is: shorter ones are misspelt words of all kinds. */
  static final int NEAR_MISS_SAFE_LETTERS = 6;

  /** And from which on a word for PROPOSE is. */
  static final int NEAR_MISS_PROPOSE_LETTERS = 7;

  /** Digits of a receipt. */
  static final int RECEIPT_DIGITS = 8;

  /** Letters from which on a word may have two. */
  public static final int NEAR_MISS_LONG_LETTERS = 8;

  /** Texts that answer nothing, after which a question is asked in shorter words. */
  public static final int MISSES_BEFORE_SHORTER = 2;

  /** Texts that answer nothing, after which a question is given up. */
  public static final int MISSES_BEFORE_WAY_OUT = 3;

  /** Characters of a template. */
  public static final int TEMPLATE_CHARS = 2_000;

  /** Brackets and operators inside one another in an expression. */
  public static final int EXPRESSION_DEPTH = 30;

  /** Digits of a number in a calculation; RapidPro's figure. */
  public static final int NUMBER_DIGITS = 36;

  /** The largest exponent. */
  public static final int EXPONENT = 100;

  private FlowLimits() {}
}
