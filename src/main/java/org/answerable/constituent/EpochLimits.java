package org.answerable.constituent;

import java.time.Duration;
import java.time.Period;

/** How long an epoch and what lives in it may last, in one place. */
public final class EpochLimits {
  /** After it the keys change. Providers repeat a message within one. */
  public static final Period LENGTH = Period.ofDays(7);

  /** Somebody who wrote nothing for so long is forgotten, unless a promise to them is open. */
  public static final Period IDLE = Period.ofDays(90);

  /** After a feedback was closed its sender may still dispute; then its way back is forgotten. */
  public static final Period AFTER_CLOSURE = Period.ofDays(14);

  /** The most rows of one transaction of a change: messages wait for it. */
  public static final int CHUNK_ROWS = 100;

  /** The most rows that one pass of a change remembers. */
  public static final int PASS_ROWS = 20_000;

  /** The most rows that one statement erases, when everybody is: it ends long before its limit. */
  public static final int ERASE_ROWS = 20_000;

  /** How often a change looks for what was written meanwhile, before the next run goes on. */
  public static final int PASSES = 20;

  /** How long a node may believe that an epoch lives which has ended. */
  public static final Duration WATCH = Duration.ofSeconds(2);

  /** The longest that a change waits for the table of messages, while messages wait for it. */
  public static final Duration TABLE_LOCK = Duration.ofMillis(500);

  private EpochLimits() {}
}
