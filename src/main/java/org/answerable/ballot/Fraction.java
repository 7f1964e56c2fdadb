package org.answerable.ballot;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;

/**
 * An exact fraction in lowest terms.
 *
 * @param denominator above zero
 */
public record Fraction(BigInteger numerator, BigInteger denominator) {
  static final Fraction ZERO = new Fraction(BigInteger.ZERO, BigInteger.ONE);

  public Fraction {
    if (denominator.signum() <= 0) {
      throw new ArithmeticException("a denominator is above zero");
    }
    BigInteger common = numerator.gcd(denominator);
    numerator = numerator.divide(common);
    denominator = denominator.divide(common);
  }

  Fraction plus(BigInteger whole) {
    return new Fraction(numerator.add(whole.multiply(denominator)), denominator);
  }

  Fraction minusOne() {
    return plus(BigInteger.ONE.negate());
  }

  /** The largest whole number that is not above. */
  Fraction floor() {
    return new Fraction(numerator.subtract(numerator.mod(denominator)), denominator);
  }

  /** The smallest whole number that is not below. */
  BigInteger ceiling() {
    return numerator.add(numerator.negate().mod(denominator)).divide(denominator);
  }

  /** To so many digits behind the point, what is less being cut off; for people to read. */
  public BigDecimal cutTo(int decimals) {
    return new BigDecimal(numerator)
        .divide(new BigDecimal(denominator), decimals, RoundingMode.DOWN);
  }

  /** As {@code 5/3}, or {@code 5} where it is whole. */
  @Override
  public String toString() {
    return denominator.equals(BigInteger.ONE)
        ? numerator.toString()
        : numerator + "/" + denominator;
  }
}
