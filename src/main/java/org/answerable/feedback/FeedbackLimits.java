package org.answerable.feedback;

import java.time.Duration;
import java.time.Period;
import java.util.List;

/** The limits of what leaders write, and of what one page shows. */
public final class FeedbackLimits {
  /** Characters of a response: three segments of a text message and a little. */
  public static final int RESPONSE_CHARS = 480;

  /** Characters of a question back: with what stands around it one segment, in each language. */
  public static final int QUESTION_CHARS = 100;

  /** Nothing of a response leaves before, so that it can be taken back. */
  public static final Duration UNDO = Duration.ofSeconds(30);

  /** How far clocks of nodes may differ. */
  static final Duration UNDO_MARGIN = Duration.ofSeconds(5);

  /** Characters of what is promised. */
  public static final int COMMITMENT_CHARS = 160;

  /** Characters of the name of a body outside. */
  public static final int BODY_CHARS = 80;

  /** Days for a body outside to answer, where nobody says otherwise. */
  static final int REFERRAL_DAYS = 30;

  /** Characters of what was done of a promise, or what a body answered. */
  public static final int KEPT_CHARS = 160;

  /** Characters of one line of a statement. */
  public static final int LINE_CHARS = 500;

  /** Statements that a new one may be said to amend. */
  static final int STATEMENTS = 100;

  /** Days for which an office is called closed at once. */
  static final int CLOSED_DAYS = 92;

  /** Days until a promise falls due, at most. */
  public static final int COMMITMENT_DAYS = 730;

  /** Characters of an internal note. */
  public static final int NOTE_CHARS = 2000;

  /** Characters of the words that a leader wants hidden beside those that were marked. */
  public static final int HIDE_CHARS = 500;

  /** For how many days the sender of a feedback can be muted. */
  public static final List<Integer> MUTE_DAYS = List.of(1, 7, 30);

  /** Feedbacks on one page of the list. */
  public static final int PAGE_ROWS = 50;

  /** Days before its day from which on the inbox says that something falls due. */
  public static final int DUE_SOON_DAYS = 7;

  /** Answers set aside that the list names at once. */
  public static final int SET_ASIDE_ROWS = 20;

  /** Pages of the list. */
  public static final int PAGES = 1000;

  /** How often a step is decided anew when somebody else was first. */
  static final int TRIES = 5;

  /** Feedbacks that one transaction of the daily sweep takes. */
  static final int SWEEP_ROWS = 100;

  /** How long whoever wrote has to say whether words may be public: as long as READ shows them. */
  public static final Period SHOWN = Period.ofDays(14);

  /** How long after an answer was handed over its person is asked whether it helped. */
  static final Period FOLLOW_UP_AFTER = Period.ofDays(3);

  /** An answer that is older is asked about no more: the way to its person ends soon. */
  static final Period FOLLOW_UP_UNTIL = Period.ofDays(13);

  private FeedbackLimits() {}
}
