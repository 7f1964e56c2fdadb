package org.answerable.tlog;

import java.math.BigInteger;

/**
 * A tree's head as people can read it to each other over the phone: five groups of four digits, the
 * same in every language. Two people who hear other digits for one size have been shown other logs.
 *
 * <p>{@code head mod 10^20}, the head as a number of 256 bits, its first byte the highest. That is
 * 66 bits: enough that no change of a log that was shown keeps its digits. Whoever writes the log
 * and has 10^10 trials to spare can prepare two logs with the same digits for one size; that they
 * can't do to a witness, who signs the whole head.
 *
 * @param digits {@code 4821 0937 5512 0046 7719}
 */
public record SpokenHead(String digits) {
  private static final int DIGITS = 20;
  private static final int GROUP = 4;
  private static final BigInteger MODULUS = BigInteger.TEN.pow(DIGITS);

  /** The digits of a head. */
  public static SpokenHead of(Hash head) {
    String number = new BigInteger(1, head.bytes()).mod(MODULUS).toString();
    String digits = "0".repeat(DIGITS - number.length()) + number;
    return new SpokenHead(digits.replaceAll("(.{" + GROUP + "})(?=.)", "$1 "));
  }

  @Override
  public String toString() {
    return digits;
  }
}
