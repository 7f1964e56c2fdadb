package org.answerable.conversation;

import java.text.Normalizer;
import java.util.Set;

/**
 * A text as people meant it: composed, without signs that nobody sees, and within the limit.
 *
 * @param cut whether it was longer
 */
record CleanText(String words, boolean cut) {

  /**
   * Control signs (but line breaks) and bidirectional overrides are dropped: they are never meant,
   * and could make one text look like another.
   */
  static CleanText of(String raw) {
    int[] meant =
        Normalizer.normalize(raw, Normalizer.Form.NFC)
            .codePoints()
            .filter(CleanText::isMeant)
            .toArray();
    // blanks around a text are none of its length: they must not push a STOP out of sight
    String words = new String(meant, 0, meant.length).strip();
    int chars = words.codePointCount(0, words.length());
    if (chars <= ConversationLimits.MESSAGE_CHARS) {
      return new CleanText(words, false);
    }
    int end = words.offsetByCodePoints(0, ConversationLimits.MESSAGE_CHARS);
    return new CleanText(words.substring(0, end).strip(), true);
  }

  private static boolean isMeant(int sign) {
    if (sign == '\n' || sign == '\t') {
      return true;
    }
    if (FILLERS.contains(sign)) {
      return false;
    }
    return switch (Character.getType(sign)) {
      case Character.CONTROL, Character.SURROGATE, Character.PRIVATE_USE, Character.UNASSIGNED ->
          false;
      case Character.FORMAT -> sign == ZERO_WIDTH_JOINER || sign == ZERO_WIDTH_NON_JOINER;
      default -> true;
    };
  }

  /** They shape letters in several scripts, and emoji. */
  private static final int ZERO_WIDTH_NON_JOINER = 0x200C;

  private static final int ZERO_WIDTH_JOINER = 0x200D;

  /** Blanks that count as letters: Hangul's fillers. */
  private static final Set<Integer> FILLERS = Set.of(0x115F, 0x1160, 0x3164, 0xFFA0);

  @Override
  public String toString() {
    return "CleanText[redacted]";
  }
}
