package org.answerable.ballot.file;

import java.math.BigDecimal;
import org.answerable.ballot.BallotLimits;

/** Numbers as files write them: ASCII digits, no sign, of a length that fits. */
final class Numbers {
  private static final int INT_DIGITS = 9;

  /** Characters of a wrong word that are quoted; the rest would hide the message. */
  private static final int QUOTED_CHARS = 40;

  private Numbers() {}

  static int small(String word, String what) throws Fault {
    return (int) digits(word, INT_DIGITS, what);
  }

  static long weight(String word) throws Fault {
    long weight = digits(word, BallotLimits.WEIGHT_DIGITS, "the number of equal ballots");
    if (weight == 0) {
      throw new Fault("no ballot says this; remove the line, or write a number from 1 in front");
    }
    return weight;
  }

  private static long digits(String word, int digitsMax, String what) throws Fault {
    if (word.isEmpty() || !word.chars().allMatch(Numbers::isDigit)) {
      throw new Fault(what + " is to be a whole number, not " + quoted(word));
    }
    if (word.length() > digitsMax) {
      throw new Fault(
          what
              + " has "
              + word.length()
              + " digits; "
              + digitsMax
              + " is the most that is counted");
    }
    return Long.parseLong(word);
  }

  static BigDecimal money(String word, String what) throws Fault {
    int point = word.indexOf('.');
    String whole = point < 0 ? word : word.substring(0, point);
    String decimals = point < 0 ? "" : word.substring(point + 1);
    boolean isNumber =
        !whole.isEmpty()
            && (point < 0 || !decimals.isEmpty())
            && (whole + decimals).chars().allMatch(Numbers::isDigit);
    if (!isNumber) {
      throw new Fault(what + " is to be a number such as 1200 or 1200.50, not " + quoted(word));
    }
    if (whole.length() > BallotLimits.MONEY_DIGITS
        || decimals.length() > BallotLimits.MONEY_DECIMALS) {
      throw new Fault(
          what
              + " may have "
              + BallotLimits.MONEY_DIGITS
              + " digits before the point and "
              + BallotLimits.MONEY_DECIMALS
              + " behind it");
    }
    return new BigDecimal(word);
  }

  static String quoted(String word) {
    String start = word.length() > QUOTED_CHARS ? word.substring(0, QUOTED_CHARS) + "…" : word;
    return "\"" + start + "\"";
  }

  private static boolean isDigit(int character) {
    return character >= '0' && character <= '9';
  }
}
