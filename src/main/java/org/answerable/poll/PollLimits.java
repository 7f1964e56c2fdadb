package org.answerable.poll;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalTime;
import java.time.Period;

/** Every limit of polls. */
public final class PollLimits {
  /** Options of one poll: each is one digit, so that "312" can only be three of them. */
  public static final int OPTIONS = 9;

  /** One option is no question. */
  public static final int OPTIONS_LEAST = 2;

  public static final int QUESTION_CHARS = 200;
  public static final int LABEL_CHARS = 60;
  public static final int ASKED_BY_CHARS = 200;
  public static final int REASON_CHARS = 300;

  /**
   * From the first day to the last. Whoever voted is known for at least as long after their last
   * text, so that nobody votes twice by being forgotten in between.
   */
  public static final Period OPEN_FOR = Period.ofDays(14);

  /** A poll is set up so long before it opens, at most. */
  public static final Period AHEAD = Period.ofDays(365);

  /** Segments of the text that asks, in each language. */
  public static final int SEGMENTS = 2;

  /** With fewer votes only the winner is told. */
  public static final int VOTES_LEAST = 10;

  /** The same where fewer could vote. */
  public static final int ELIGIBLE_LEAST = 20;

  /** Codes that are printed for one poll: some 200 sheets of paper. */
  public static final int CODES = 2_000;

  /** A whole ballot is published where so many are alike. */
  public static final int COPIES = 5;

  /** What a voter shares among the options where points are counted. */
  public static final int POINTS = 10;

  static final int POINTS_DIGITS = 2;

  /** Words of an option's name that are looked at together. */
  static final int NAME_WORDS = 8;

  /** So many digits without a space may be a PIN or a year. */
  static final int PERHAPS_SECRET_DIGITS = 4;

  /** From the day on which the second leader agrees to the last one. */
  public static final Period NOTICE = Period.ofDays(3);

  /** Polls that wait for somebody to agree. */
  public static final int WAITING = 10;

  /** Polls that are announced or open at a time: a phone shows them in one text. */
  public static final int RUNNING = 3;

  /** Segments of the text that says a vote back, when all options are in it. */
  public static final int READ_BACK_SEGMENTS = 3;

  /** A budget, or an option's cost, is less. */
  public static final BigDecimal COST_MOST = new BigDecimal("1000000000000");

  /**
   * So long after its last day a poll's options are known, for who votes late. On the day after it
   * is told how many did.
   */
  public static final Period REMEMBERED = Period.ofDays(7);

  /** Working days for leaders to say what they will do about a priority. */
  public static final int ANSWER_WORKING_DAYS = 10;

  /** Signs of what they say. */
  public static final int ANSWER_CHARS = 480;

  /** Signs of what is promised, and of what was done of it. */
  public static final int PROMISE_CHARS = 160;

  /** Until a promise falls due, at most. */
  public static final Period PROMISE_FOR = Period.ofDays(730);

  /** Signs of a text that may be a vote. */
  public static final int BALLOT_CHARS = 160;

  /** So long before the last day a reminder is sent, where one is. */
  public static final Period REMINDED = Period.ofDays(2);

  /** A shorter poll needs none. */
  public static final Period REMINDS_FROM = Period.ofDays(4);

  /** Nobody is told of a poll earlier in the day. */
  public static final LocalTime TOLD_FROM = LocalTime.of(9, 0);

  /** Nor later. */
  public static final LocalTime TOLD_UNTIL = LocalTime.of(20, 0);

  /** Those who are told are told at random moments of it, from {@link #TOLD_FROM} on. */
  public static final Duration TOLD_WITHIN = Duration.ofHours(4);

  /** Between two looks whose moment has come; whoever begins to want it waits as long at most. */
  public static final Duration TOLD_LOOK = Duration.ofMinutes(5);

  /** As many are told in one go of the timer, at most. */
  public static final int TOLD_AT_ONCE = 200;

  /** How many seconds it waits for places of their channels' rates, in one go. */
  public static final int TOLD_PAUSES = 15;

  /** How old what a node knows of open polls may be. */
  public static final Duration WATCH = Duration.ofSeconds(2);

  /** Between two looks at what is to be opened or closed. */
  public static final Duration BEAT = Duration.ofSeconds(20);

  public static final Duration DEMO_BEAT = Duration.ofSeconds(1);

  /** Where no slots are kept, in the demo, steps are counted as often. */
  public static final long DEMO_STEP_SECONDS = 60;

  /** Polls on one page. */
  public static final int LISTED = 50;

  private PollLimits() {}
}
