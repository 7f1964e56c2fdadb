package org.answerable.feedback;

import java.util.Locale;

/** The tiers of a community-led organisation (definition A of UNAIDS, 2019). */
public enum Tier {
  BOARD,
  LEADERSHIP,
  STAFF,
  SPOKESPEOPLE,
  MEMBERS,
  VOLUNTEERS;

  /**
   * Of fewer people nothing is said: all or none would name everybody's life, and a change would
   * name who came or left.
   */
  public static final int LEAST = 10;

  /** The word in statements and forms. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whether more than half of a tier share the life of the constituents. Never how many. */
  public enum Share {
    MORE_THAN_HALF,
    NOT_MORE_THAN_HALF,
    NOT_STATED,
    TOO_SMALL;

    /** The word in statements. */
    public String word() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }
}
