package org.answerable.conversation.decision;

import org.answerable.platform.MeantText;

/**
 * A text as people meant it: composed, without signs that nobody sees, and within the limit.
 *
 * @param cut whether it was longer
 * @param kept what of it may be written anywhere: without PINs and codes
 */
public record CleanText(String words, boolean cut, String kept) {

  /**
   * What was sent, without signs that nobody sees, of at most {@link
   * ConversationLimits#MESSAGE_CHARS} code points: what is longer is cut.
   */
  public static CleanText of(String raw) {
    String words = MeantText.of(raw);
    int chars = words.codePointCount(0, words.length());
    if (chars <= ConversationLimits.MESSAGE_CHARS) {
      return new CleanText(words, false, words);
    }
    int end = words.offsetByCodePoints(0, ConversationLimits.MESSAGE_CHARS);
    String first = words.substring(0, end).strip();
    return new CleanText(first, true, first);
  }

  CleanText keeping(String other) {
    return new CleanText(words, cut, other);
  }

  @Override
  public String toString() {
    return "CleanText[redacted]";
  }
}
