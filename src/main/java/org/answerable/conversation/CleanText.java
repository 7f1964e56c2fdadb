package org.answerable.conversation;

import org.answerable.platform.MeantText;

/**
 * A text as people meant it: composed, without signs that nobody sees, and within the limit.
 *
 * @param cut whether it was longer
 */
record CleanText(String words, boolean cut) {

  static CleanText of(String raw) {
    String words = MeantText.of(raw);
    int chars = words.codePointCount(0, words.length());
    if (chars <= ConversationLimits.MESSAGE_CHARS) {
      return new CleanText(words, false);
    }
    int end = words.offsetByCodePoints(0, ConversationLimits.MESSAGE_CHARS);
    return new CleanText(words.substring(0, end).strip(), true);
  }

  @Override
  public String toString() {
    return "CleanText[redacted]";
  }
}
