package org.answerable.channel.twilio;

import java.util.Optional;
import java.util.Set;
import org.answerable.channel.E164;

/**
 * Callers who hide their number: Twilio then gives a word, or the word as it is typed on a phone's
 * keys, which looks like somebody's number.
 *
 * @see <a href="https://help.twilio.com/articles/223179988">Twilio: strange numbers of callers</a>
 */
final class WithheldNumbers {
  /** RESTRICTED, BLOCKED, UNKNOWN, ANONYMOUS, UNAVAILABLE. */
  private static final Set<String> WORDS =
      Set.of("+7378742833", "+2562533", "+8656696", "+266696687", "+86282452253");

  private WithheldNumbers() {}

  /** The caller's number, if they showed it. */
  static Optional<String> caller(String from) {
    return E164.normalise(from).filter(number -> !WORDS.contains(number));
  }
}
