package org.answerable.conversation;

import java.text.Normalizer;

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
    int[] signs =
        Normalizer.normalize(raw, Normalizer.Form.NFC)
            .codePoints()
            .filter(CleanText::isMeant)
            .limit(ConversationLimits.MESSAGE_CHARS + 1L)
            .toArray();
    boolean cut = signs.length > ConversationLimits.MESSAGE_CHARS;
    int kept = Math.min(signs.length, ConversationLimits.MESSAGE_CHARS);
    return new CleanText(new String(signs, 0, kept).strip(), cut);
  }

  private static boolean isMeant(int sign) {
    if (sign == '\n' || sign == '\t') {
      return true;
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

  @Override
  public String toString() {
    return "CleanText[redacted]";
  }
}
