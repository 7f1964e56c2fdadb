package org.answerable.platform.sms;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * How many segments the networks charge for a text.
 *
 * <p>If all its characters stand in GSM's alphabet, a segment holds 160 septets, or 153 where the
 * text is split. One other character turns the whole text into UCS-2: 70 units, or 67. Neither an
 * escaped septet pair nor a surrogate pair is split between two segments.
 *
 * @param units septets or UTF-16 units that the text takes
 * @param segments at least 1
 * @param limit units that fit into so many segments
 * @param forcing the characters that are not in GSM's alphabet, each once, in their order; empty
 *     for {@link Encoding#GSM_7}
 * @see <a href="https://www.3gpp.org/dynareport/23038.htm">3GPP TS 23.038, 6.2.1</a>
 * @see <a href="https://www.3gpp.org/dynareport/23040.htm">3GPP TS 23.040, 9.2.3.24.1</a>
 */
public record Segments(
    Encoding encoding, int units, int segments, int limit, List<String> forcing) {

  /** The two alphabets, with what one segment holds of each. */
  public enum Encoding {
    GSM_7(160, 153),
    UCS_2(70, 67);

    private final int alone;
    private final int split;

    Encoding(int alone, int split) {
      this.alone = alone;
      this.split = split;
    }
  }

  private static final String BASIC =
      "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?"
          + "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";
  private static final String EXTENSION = "\f^{}\\[~]|€";
  private static final byte[] SEPTETS = septets();

  public Segments {
    forcing = List.copyOf(forcing);
  }

  /** Counts a text of any length. */
  public static Segments of(String text) {
    Set<String> forcing = new LinkedHashSet<>();
    text.codePoints()
        .filter(character -> septets(character) == 0)
        .forEach(character -> forcing.add(Character.toString(character)));
    Encoding encoding = forcing.isEmpty() ? Encoding.GSM_7 : Encoding.UCS_2;
    int units = text.codePoints().map(character -> cost(character, encoding)).sum();
    if (units <= encoding.alone) {
      return new Segments(encoding, units, 1, encoding.alone, List.copyOf(forcing));
    }
    int segments = split(text, encoding);
    return new Segments(encoding, units, segments, segments * encoding.split, List.copyOf(forcing));
  }

  private static int split(String text, Encoding encoding) {
    int segments = 1;
    int left = encoding.split;
    for (int at = 0; at < text.length(); ) {
      int character = text.codePointAt(at);
      at += Character.charCount(character);
      int cost = cost(character, encoding);
      if (cost > left) {
        segments++;
        left = encoding.split;
      }
      left -= cost;
    }
    return segments;
  }

  private static int cost(int character, Encoding encoding) {
    return encoding == Encoding.GSM_7 ? septets(character) : Character.charCount(character);
  }

  private static int septets(int character) {
    return character < SEPTETS.length ? SEPTETS[character] : 0;
  }

  private static byte[] septets() {
    byte[] septets = new byte['€' + 1];
    BASIC.chars().forEach(character -> septets[character] = 1);
    EXTENSION.chars().forEach(character -> septets[character] = 2);
    return septets;
  }
}
