package org.answerable.confidential;

import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What guards a focal point's key. The browser's {@code focal-key.js} has the same rules. */
final class Passphrase {
  private static final int LEAST_WORDS = 5;
  private static final int LEAST_LETTERS = 20;
  private static final int PROPOSED_WORDS = 6;
  private static final String CONSONANTS = "bdfghklmnprstvz";
  private static final String VOWELS = "aeiou";
  private static final SecureRandom RANDOM = new SecureRandom();

  private Passphrase() {}

  /** Six made-up words, 12.2 bits each: as easy to say in Swahili as in French or English. */
  static String proposal() {
    return Stream.generate(Passphrase::word).limit(PROPOSED_WORDS).collect(Collectors.joining(" "));
  }

  /** Why it won't do; empty when it does. */
  static Optional<String> weakness(String passphrase) {
    String[] words = passphrase.strip().toLowerCase(Locale.ROOT).split("\\s+");
    if (words.length < LEAST_WORDS) {
      return Optional.of("Use at least %d words, with spaces between them.".formatted(LEAST_WORDS));
    }
    if (Arrays.stream(words).distinct().count() < LEAST_WORDS) {
      return Optional.of("Use different words.");
    }
    return String.join("", words).length() < LEAST_LETTERS
        ? Optional.of("Use longer words.")
        : Optional.empty();
  }

  private static String word() {
    return new String(new char[] {of(CONSONANTS), of(VOWELS), of(CONSONANTS), of(VOWELS)});
  }

  private static char of(String signs) {
    return signs.charAt(RANDOM.nextInt(signs.length()));
  }
}
