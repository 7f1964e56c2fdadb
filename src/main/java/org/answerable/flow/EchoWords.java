package org.answerable.flow;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Recognises "this happened to me too": {@code + K7QM-2XWD}, {@code +k7qm 2xwd}, {@code me too
 * K7QM-2XWD}, {@code K7QM-2XWD moi aussi}, in every language at once. Only at the beginning or as
 * the whole of a text: a reference within a sentence says anything.
 */
public final class EchoWords {
  private static final String SIGN = "[2-9BCDFGHJKMNPQRSTVWXYZ]";

  /** As references are made: no vowel, and no sign that reads as another one. */
  private static final Pattern REFERENCE =
      Pattern.compile(
          "(?i)(?<![\\p{L}\\p{N}])(%s{4})[\\s\\p{Pd}_.]{0,3}(%s{4})(?![\\p{L}\\p{N}])"
              .formatted(SIGN, SIGN));

  private static final Pattern LETTER = Pattern.compile("\\p{L}");
  private static final Pattern PLUS = Pattern.compile("[+\\uFF0B\\u2795]");

  /** What is no reference, but was meant for one: two groups, or one, with a digit. */
  private static final Pattern NEARLY =
      Pattern.compile("(?=.*[0-9])(?=.*[a-z])([a-z0-9]{3,5} [a-z0-9]{3,5}|[a-z0-9]{7,9})");

  private static final Pattern VOWELS = Pattern.compile("[aeiou].*[aeiou]");
  private final Set<String> phrases;
  private final Set<String> beside;

  /**
   * @param phrases by which people say it: {@code me too}
   * @param beside words that say nothing of their own beside one: {@code please}, {@code about}
   */
  public EchoWords(Collection<String> phrases, Collection<String> beside) {
    this.beside = beside.stream().map(Plain::of).collect(Collectors.toUnmodifiableSet());
    this.phrases = phrases.stream().map(this::bare).collect(Collectors.toUnmodifiableSet());
  }

  /** What a text says of a reference. */
  public sealed interface Heard {
    /**
     * It happened to its writer too.
     *
     * @param reference {@code K7QM-2XWD}
     * @param alone nothing else is said
     */
    record Echo(String reference, boolean alone) implements Heard {}

    /** A reference and nothing else: nobody can tell what for. */
    record Reference(String reference) implements Heard {}

    /** Meant as the first, but its reference is none. */
    record Unread() implements Heard {}
  }

  /** Empty: none of that. */
  public Optional<Heard> in(String text) {
    Matcher found = REFERENCE.matcher(text);
    if (!isFound(found)) {
      return isUnread(text) ? Optional.of(new Heard.Unread()) : Optional.empty();
    }
    String reference = (found.group(1) + "-" + found.group(2)).toUpperCase(Locale.ROOT);
    String before = text.substring(0, found.start());
    String rest = bare(text.substring(found.end()));
    if (isSaid(before)) {
      return Optional.of(new Heard.Echo(reference, rest.isEmpty() || phrases.contains(rest)));
    }
    if (!bare(before).isEmpty()) {
      return Optional.empty();
    }
    if (phrases.contains(rest)) {
      return Optional.of(new Heard.Echo(reference, true));
    }
    return rest.isEmpty() ? Optional.of(new Heard.Reference(reference)) : Optional.empty();
  }

  /** A number of digits alone is somebody's phone, or a receipt. */
  private static boolean isFound(Matcher reference) {
    while (reference.find() && reference.start() <= FlowLimits.MATCH_CHARS) {
      if (LETTER.matcher(reference.group()).find()) {
        return true;
      }
    }
    return false;
  }

  private boolean isSaid(String before) {
    String bare = bare(before);
    return bare.isEmpty() ? PLUS.matcher(before).find() : phrases.contains(bare);
  }

  private static boolean isUnread(String text) {
    String stripped = text.strip();
    if (stripped.length() > FlowLimits.MATCH_CHARS || !PLUS.matcher(stripped).lookingAt()) {
      return false;
    }
    String plain = Plain.of(stripped);
    return NEARLY.matcher(plain).matches() && !VOWELS.matcher(plain).find();
  }

  private String bare(String text) {
    if (text.length() > FlowLimits.MATCH_CHARS) {
      return text; // more than any phrase, and nothing is looked for in it
    }
    List<String> words = Arrays.asList(Plain.of(text).split(" "));
    return words.stream().filter(word -> !beside.contains(word)).collect(Collectors.joining(" "));
  }
}
