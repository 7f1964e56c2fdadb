package org.answerable.platform.sms;

import java.util.ArrayList;
import java.util.List;

/**
 * What a phone does when it sends a text, step by step: looks each character up in the published
 * tables, and fills messages of 140 octets with them. Written apart from {@link Segments}, to
 * compare.
 *
 * @see <a href="https://www.3gpp.org/dynareport/23038.htm">3GPP TS 23.038, 6.2.1 and 6.2.1.1</a>
 * @see <a href="https://www.3gpp.org/dynareport/23040.htm">3GPP TS 23.040, 9.2.3.24.1</a>
 */
final class NetworkSegments {
  /** The basic table by septet, from 0x00 on; the escape at 0x1b is no character. */
  static final List<String> BASIC =
      List.of(
          "@", "£", "$", "¥", "è", "é", "ù", "ì", "ò", "Ç", "\n", "Ø", "ø", "\r", "Å", "å", // 0x00
          "Δ", "_", "Φ", "Γ", "Λ", "Ω", "Π", "Ψ", "Σ", "Θ", "Ξ", "", "Æ", "æ", "ß", "É", // 0x10
          " ", "!", "\"", "#", "¤", "%", "&", "'", "(", ")", "*", "+", ",", "-", ".", "/", // 0x20
          "0", "1", "2", "3", "4", "5", "6", "7", "8", "9", ":", ";", "<", "=", ">", "?", // 0x30
          "¡", "A", "B", "C", "D", "E", "F", "G", "H", "I", "J", "K", "L", "M", "N", "O", // 0x40
          "P", "Q", "R", "S", "T", "U", "V", "W", "X", "Y", "Z", "Ä", "Ö", "Ñ", "Ü", "§", // 0x50
          "¿", "a", "b", "c", "d", "e", "f", "g", "h", "i", "j", "k", "l", "m", "n", "o", // 0x60
          "p", "q", "r", "s", "t", "u", "v", "w", "x", "y", "z", "ä", "ö", "ñ", "ü", "à"); // 0x70

  /** The extension table: each follows the escape, so it takes two septets. */
  static final List<String> EXTENSION = List.of("\f", "^", "{", "}", "\\", "[", "~", "]", "|", "€");

  private static final int OCTETS = 140;

  /** Length, element, its length, reference, how many, which: before each part of a split text. */
  private static final int HEADER_OCTETS = 6;

  private NetworkSegments() {}

  /** The text as it is divided among messages. */
  static List<String> of(String text) {
    List<String> characters = text.codePoints().mapToObj(Character::toString).toList();
    boolean gsm = characters.stream().allMatch(one -> septets(one) > 0);
    int alone = gsm ? OCTETS * 8 / 7 : OCTETS / 2;
    int split = gsm ? (OCTETS - HEADER_OCTETS) * 8 / 7 : (OCTETS - HEADER_OCTETS) / 2;
    int whole = characters.stream().mapToInt(one -> units(one, gsm)).sum();
    return whole <= alone ? List.of(text) : filled(characters, gsm, split);
  }

  private static List<String> filled(List<String> characters, boolean gsm, int room) {
    List<String> messages = new ArrayList<>();
    StringBuilder message = new StringBuilder();
    int used = 0;
    for (String character : characters) {
      int units = units(character, gsm);
      if (used + units > room) {
        messages.add(message.toString());
        message.setLength(0);
        used = 0;
      }
      message.append(character);
      used += units;
    }
    messages.add(message.toString());
    return messages;
  }

  private static int units(String character, boolean gsm) {
    return gsm ? septets(character) : character.length();
  }

  private static int septets(String character) {
    return BASIC.contains(character) ? 1 : EXTENSION.contains(character) ? 2 : 0;
  }
}
