package org.answerable.ballot;

import java.math.BigInteger;

/**
 * An amount that depends on how far the share is raised: {@code now + slope · raise}.
 *
 * @param now the amount before any raise
 * @param slope what each raise by one unit of the currency adds
 */
record Money(BigInteger now, BigInteger slope) {
  static final Money ZERO = new Money(BigInteger.ZERO, BigInteger.ZERO);

  static Money fixed(BigInteger amount) {
    return new Money(amount, BigInteger.ZERO);
  }

  Money plus(Money other) {
    return new Money(now.add(other.now), slope.add(other.slope));
  }

  Money minus(Money other) {
    return new Money(now.subtract(other.now), slope.subtract(other.slope));
  }

  Money times(BigInteger factor) {
    return new Money(now.multiply(factor), slope.multiply(factor));
  }

  Money times(long factor) {
    return times(BigInteger.valueOf(factor));
  }
}
