package org.answerable.poll;

import java.math.BigDecimal;

/**
 * A count as it may be told. In figures it is a text: {@code 161}, {@code 160+} for at least so
 * many, {@code <10} for fewer, or nothing.
 *
 * @param number as a text, so that nothing is rounded; empty where nothing is told
 */
public record Told(Kind kind, String number) {
  /** Nothing is told. */
  public static final Told NOTHING = new Told(Kind.NOTHING, "");

  /** How much of a count. */
  public enum Kind {
    EXACTLY,
    AT_LEAST,
    FEWER_THAN,
    NOTHING
  }

  static Told exactly(BigDecimal count) {
    return new Told(Kind.EXACTLY, plain(count));
  }

  static Told atLeast(BigDecimal count) {
    return new Told(Kind.AT_LEAST, plain(count));
  }

  static Told fewerThan(BigDecimal count) {
    return new Told(Kind.FEWER_THAN, plain(count));
  }

  /** Of a cell of figures; what is no count tells nothing. */
  public static Told of(String text) {
    if (text.matches("[0-9]+(\\.[0-9]+)?")) {
      return new Told(Kind.EXACTLY, text);
    }
    if (text.endsWith("+")) {
      return new Told(Kind.AT_LEAST, text.substring(0, text.length() - 1));
    }
    return text.startsWith("<") ? new Told(Kind.FEWER_THAN, text.substring(1)) : NOTHING;
  }

  /** As it stands in figures. */
  public String text() {
    return switch (kind) {
      case EXACTLY -> number;
      case AT_LEAST -> number + "+";
      case FEWER_THAN -> "<" + number;
      case NOTHING -> "";
    };
  }

  /** How much there is at least. */
  public BigDecimal least() {
    return switch (kind) {
      case EXACTLY, AT_LEAST -> new BigDecimal(number);
      case FEWER_THAN, NOTHING -> BigDecimal.ZERO;
    };
  }

  private static String plain(BigDecimal number) {
    return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
  }
}
