package org.answerable.poll;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.answerable.platform.Ids;

/**
 * A printed code that is good for one vote: nine signs, shown as {@code K7Q-M2X-WD4}. The last one
 * checks the others: it finds any one wrong sign and any two neighbours that were swapped.
 *
 * <p>{@code check = (2 s₁ + 3 s₂ + … + 9 s₈) mod 29}; 29 is prime, and no weight is a multiple of
 * it, nor is the difference of two neighbours.
 */
public final class VotingCode {
  public static final int SIGNS = 9;

  /** As they are printed, and as many as people type them in. */
  static final int GROUP = 3;

  /** No two are taken for each other; what is taken for one of them is read as it. */
  private static final String ALPHABET = "0123456789ACDEFGHJKMNPQRTVWXY";

  private static final String TAKEN_FOR = "OОILZSBUАВСЕНКМРТУХ";
  private static final String READ_AS = "0011258VA8CEHKMPTYX";

  /** Digits that no letter is taken for: a code has two, and two letters; no other text should. */
  private static final String PLAIN_DIGITS = "34679";

  private static final String LETTERS = ALPHABET.substring(10);
  private static final int OF_EACH_LEAST = 2;

  private VotingCode() {}

  /** One that nobody can guess: some 3·10¹⁰ are possible. */
  static String random(Ids ids) {
    while (true) {
      StringBuilder code = new StringBuilder(SIGNS);
      for (byte random : ids.salt()) {
        int drawn = Byte.toUnsignedInt(random);
        boolean fair = drawn < 256 / ALPHABET.length() * ALPHABET.length();
        if (fair && code.length() < SIGNS - 1) {
          code.append(ALPHABET.charAt(drawn % ALPHABET.length()));
        }
      }
      if (code.length() == SIGNS - 1 && looksLikeOne(code)) {
        code.append(check(code));
        if (eachGroupHasADigit(code)) {
          return code.toString();
        }
      }
    }
  }

  /** A code as it is kept, of its signs as somebody typed them; empty: it is none. */
  static Optional<String> parse(String typed) {
    StringBuilder code = new StringBuilder(SIGNS);
    for (int sign : typed.toUpperCase(Locale.ROOT).codePoints().toArray()) {
      int folded = TAKEN_FOR.indexOf(sign);
      char read =
          Character.isDigit(sign)
              ? (char) ('0' + Character.digit(sign, 10))
              : folded < 0 ? (char) sign : READ_AS.charAt(folded);
      if (ALPHABET.indexOf(read) < 0) {
        return Optional.empty();
      }
      code.append(read);
    }
    boolean whole = code.length() == SIGNS && looksLikeOne(code);
    return whole && check(code) == code.charAt(SIGNS - 1)
        ? Optional.of(code.toString())
        : Optional.empty();
  }

  /** {@code K7Q-M2X-WD4}. */
  public static String shown(String code) {
    return code.substring(0, GROUP)
        + "-"
        + code.substring(GROUP, 2 * GROUP)
        + "-"
        + code.substring(2 * GROUP);
  }

  private static boolean looksLikeOne(CharSequence code) {
    return has(code, PLAIN_DIGITS) && has(code, LETTERS);
  }

  /** By which its groups are known between words. */
  private static boolean eachGroupHasADigit(CharSequence code) {
    return IntStream.iterate(0, start -> start < SIGNS, start -> start + GROUP)
        .mapToObj(start -> code.subSequence(start, start + GROUP))
        .allMatch(group -> group.chars().anyMatch(sign -> PLAIN_DIGITS.indexOf(sign) >= 0));
  }

  private static boolean has(CharSequence code, String signs) {
    return code.chars().limit(SIGNS - 1).filter(sign -> signs.indexOf(sign) >= 0).count()
        >= OF_EACH_LEAST;
  }

  private static char check(CharSequence code) {
    int sum = 0;
    for (int place = 0; place < SIGNS - 1; place++) {
      sum += (place + 2) * ALPHABET.indexOf(code.charAt(place));
    }
    return ALPHABET.charAt(sum % ALPHABET.length());
  }
}
