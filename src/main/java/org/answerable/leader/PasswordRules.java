package org.answerable.leader;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** Which passwords are refused: the short, the guessable. No rule about kinds of signs. */
final class PasswordRules {
  static final int MIN_CHARS = 12;
  static final int MAX_CHARS = 200;
  private static final int MIN_DIFFERENT = 5;

  /** Those of twelve signs or more that are guessed first; shorter ones are refused anyway. */
  private static final Set<String> COMMON = read("common-passwords.txt");

  private PasswordRules() {}

  static List<Problem> check(String password, String name, String organisation) {
    String lower = password.toLowerCase(Locale.ROOT);
    if (password.length() < MIN_CHARS) {
      return problem("Use at least %d signs; a few words are good.".formatted(MIN_CHARS));
    }
    if (password.length() > MAX_CHARS) {
      return problem("Use at most %d signs.".formatted(MAX_CHARS));
    }
    if (isMadeOf(lower, name) || isMadeOf(lower, organisation)) {
      return problem("Use something other than the name.");
    }
    boolean dull = lower.chars().distinct().count() < MIN_DIFFERENT;
    if (dull || COMMON.contains(lower)) {
      return problem("Many people use this one. Choose another.");
    }
    return List.of();
  }

  /** The word itself, again and again, or with fewer than five signs around it. */
  private static boolean isMadeOf(String lower, String word) {
    String part = word.toLowerCase(Locale.ROOT);
    return lower.replace(part, "").length() < MIN_DIFFERENT;
  }

  private static List<Problem> problem(String text) {
    return List.of(new Problem("password", text));
  }

  private static Set<String> read(String resource) {
    try (InputStream in = PasswordRules.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException("missing in the jar: " + resource);
      }
      var text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return text.lines().filter(line -> !line.isBlank()).collect(Collectors.toUnmodifiableSet());
    } catch (IOException e) {
      throw new IllegalStateException("can't read from the jar: " + resource, e);
    }
  }
}
