package org.answerable.organisation;

import java.math.BigDecimal;

/**
 * What one segment of a text message costs.
 *
 * @param amount of the currency's main unit
 * @param currency ISO 4217
 */
public record SmsPrice(BigDecimal amount, String currency) {
  /** As money is written; a price with more digits keeps them. */
  private static final int DIGITS = 2;

  /** {@code about 1.60 KES}: networks round, and prices change. */
  public String about(int segments) {
    BigDecimal sum = amount.multiply(BigDecimal.valueOf(segments)).stripTrailingZeros();
    return "about " + sum.setScale(Math.max(DIGITS, sum.scale())).toPlainString() + " " + currency;
  }
}
