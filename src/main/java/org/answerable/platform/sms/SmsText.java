package org.answerable.platform.sms;

import static java.util.Map.entry;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What is really sent as text messages, of what is meant. Every text leaves through here, replies
 * and responses alike, so that it costs what was shown before.
 *
 * <p>Typographic signs that the basic alphabet does not have are replaced by its own, where that
 * saves a segment: ’ by ', – by -, a hard space by a space. A letter of a language is never
 * replaced, for that would spell a word wrongly. A text longer than a message is split at a
 * sentence's end, else between words; each part says which it is: {@code (1/2)}.
 *
 * @see Segments
 */
public final class SmsText {
  /**
   * Segments of one message. Phones put a message of several together again, old ones three; and
   * the networks may bring separate messages in any order.
   */
  public static final int MESSAGE_SEGMENTS = 3;

  /** Whatever its characters are, a text of so many UTF-16 units is one segment. */
  private static final int SURELY_ONE_UNITS = 70;

  /** The shortest mark: {@code (1/2)} and a blank. */
  private static final int MARK_SIGNS = 6;

  /** More UTF-16 units than any message holds, so that it shows where sentences end. */
  private static final int WINDOW = 600;

  /** Signs, never letters, with what they mean in the basic alphabet. */
  private static final Map<Integer, String> PLAIN =
      Map.ofEntries(
          entry(0x2018, "'"), // left single quotation mark
          entry(0x2019, "'"), // right one, and apostrophe
          entry(0x201a, "'"), // low one
          entry(0x201b, "'"), // reversed one
          entry(0x2032, "'"), // prime
          entry(0x02bc, "'"), // modifier letter apostrophe
          entry(0x00b4, "'"), // acute accent alone
          entry(0x0060, "'"), // grave accent alone
          entry(0x201c, "\""), // left double quotation mark
          entry(0x201d, "\""), // right one
          entry(0x201e, "\""), // low one
          entry(0x201f, "\""), // reversed one
          entry(0x2033, "\""), // double prime
          entry(0x00ab, "\""), // left guillemet
          entry(0x00bb, "\""), // right one
          entry(0x2010, "-"), // hyphen
          entry(0x2011, "-"), // hard hyphen
          entry(0x2012, "-"), // figure dash
          entry(0x2013, "-"), // en dash
          entry(0x2014, "-"), // em dash
          entry(0x2015, "-"), // horizontal bar
          entry(0x2212, "-"), // minus
          entry(0x2022, "-"), // bullet
          entry(0x00b7, "-"), // middle dot
          entry(0x2026, "..."), // ellipsis
          entry(0x00a0, " "), // hard space
          entry(0x202f, " "), // narrow hard space
          entry(0x2009, " "), // thin space
          entry(0x200a, " "), // hair space
          entry(0x2002, " "), // en space
          entry(0x2003, " "), // em space
          entry(0x2007, " "), // figure space
          entry(0x2008, " "), // punctuation space
          entry(0x0009, " "),
          entry(0x00ad, ""), // soft hyphen
          entry(0x200b, ""), // zero-width space
          entry(0xfeff, "")); // byte order mark

  private SmsText() {}

  /** The messages of a text, in their order; at least one, and nothing of the text is left out. */
  public static List<String> messages(String text) {
    if (text.length() <= SURELY_ONE_UNITS) {
      return List.of(text);
    }
    String sent = cheapest(text);
    if (Segments.of(sent).segments() <= MESSAGE_SEGMENTS) {
      return List.of(sent);
    }
    List<String> asWritten = split(text);
    List<String> plain = split(plain(text));
    return segments(plain) < segments(asWritten) ? plain : asWritten;
  }

  /** The text with signs of the basic alphabet, if that saves a segment; else as it is. */
  public static String cheapest(String text) {
    Segments written = Segments.of(text);
    if (written.segments() == 1 || written.forcing().isEmpty()) {
      return text;
    }
    String plain = plain(text);
    return Segments.of(plain).segments() < written.segments() ? plain : text;
  }

  /** What messages cost together. */
  public static int segments(List<String> messages) {
    return messages.stream().mapToInt(message -> Segments.of(message).segments()).sum();
  }

  private static String plain(String text) {
    StringBuilder plain = new StringBuilder(text.length() + 8);
    text.codePoints()
        .forEach(
            sign -> {
              String meant = PLAIN.get(sign);
              if (meant == null) {
                plain.appendCodePoint(sign);
              } else {
                plain.append(meant);
              }
            });
    return plain.toString();
  }

  /** How many parts there are is known once they are made, and stands in each of them. */
  private static List<String> split(String text) {
    int signs = MARK_SIGNS;
    List<String> parts = parts(text, signs);
    while (mark(parts.size(), parts.size()).length() > signs) {
      signs = mark(parts.size(), parts.size()).length();
      parts = parts(text, signs);
    }
    List<String> marked = new ArrayList<>();
    for (String part : parts) {
      marked.add(mark(marked.size() + 1, parts.size()) + part);
    }
    return List.copyOf(marked);
  }

  private static String mark(int part, int parts) {
    return "(" + part + "/" + parts + ") ";
  }

  /**
   * @param markSigns left free at the beginning of each part
   */
  private static List<String> parts(String text, int markSigns) {
    List<String> parts = new ArrayList<>();
    int at = skipBlanks(text, 0);
    while (at < text.length()) {
      int longest =
          at + longest(text.substring(at, Math.min(text.length(), at + WINDOW)), markSigns);
      int end = longest == text.length() ? longest : lastBreak(text, at, longest);
      parts.add(text.substring(at, end).strip());
      at = skipBlanks(text, end);
    }
    return parts;
  }

  private static int skipBlanks(String text, int from) {
    int at = from;
    while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
      at++;
    }
    return at;
  }

  /** How much of a text fits into one message at most; a blank at its end costs nothing. */
  private static int longest(String text, int markSigns) {
    String mark = "-".repeat(markSigns);
    int fits = 1;
    int tooLong = text.length() + 1;
    while (tooLong - fits > 1) {
      int middle = (fits + tooLong) >>> 1;
      String message = mark + text.substring(0, middle).stripTrailing();
      if (Segments.of(message).segments() <= MESSAGE_SEGMENTS) {
        fits = middle;
      } else {
        tooLong = middle;
      }
    }
    return fits;
  }

  /** After as many sentences as fit, else words, else signs. */
  private static int lastBreak(String text, int start, int longest) {
    String window = text.substring(start, Math.min(text.length(), start + WINDOW));
    for (BreakIterator breaks :
        List.of(
            BreakIterator.getSentenceInstance(Locale.ROOT),
            BreakIterator.getLineInstance(Locale.ROOT),
            BreakIterator.getCharacterInstance(Locale.ROOT))) {
      breaks.setText(window);
      int fits = longest - start;
      int end = fits < window.length() && breaks.isBoundary(fits) ? fits : breaks.preceding(fits);
      if (end > 0) {
        return start + end;
      }
    }
    return text.offsetByCodePoints(start, 1);
  }
}
