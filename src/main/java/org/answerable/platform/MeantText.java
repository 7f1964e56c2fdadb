package org.answerable.platform;

import java.text.Normalizer;
import java.util.Set;

/** What people wrote, as they meant it: composed, and without signs that nobody sees. */
public final class MeantText {
  /** They shape letters in several scripts, and emoji. */
  private static final int ZERO_WIDTH_NON_JOINER = 0x200C;

  private static final int ZERO_WIDTH_JOINER = 0x200D;

  /** Blanks that count as letters: Hangul's fillers. */
  private static final Set<Integer> FILLERS = Set.of(0x115F, 0x1160, 0x3164, 0xFFA0);

  private MeantText() {}

  /**
   * Control signs (but line breaks) and bidirectional overrides are dropped: they are never meant,
   * and could make one text look like another. So are blanks around a text, which are none of its
   * length: they must not push a STOP out of sight.
   */
  public static String of(String raw) {
    int[] meant =
        Normalizer.normalize(raw, Normalizer.Form.NFC)
            .codePoints()
            .filter(MeantText::isMeant)
            .toArray();
    return new String(meant, 0, meant.length).strip();
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
}
