package org.answerable.organisation;

/**
 * What {@code init} writes where somebody had no answer yet. With one of them the line stays
 * closed, but in the demo: a number that nobody answers must never reach a person in danger.
 */
final class StandIn {
  static final String TEXT = "FILL IN";

  /** +999 is a country code that nobody has. */
  static final String NUMBER = "+99900000000";

  private StandIn() {}

  static String text(String what) {
    return TEXT + ": " + what;
  }

  static boolean is(String text) {
    return text.startsWith(TEXT) || text.equals(NUMBER);
  }
}
