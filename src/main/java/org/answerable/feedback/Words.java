package org.answerable.feedback;

import java.util.regex.Pattern;

/** What people wrote, without what nobody can see. */
final class Words {
  /** Control signs but the line's end, and those that turn the direction of what follows. */
  private static final Pattern UNSEEN =
      Pattern.compile("[\\p{Cc}&&[^\\n]]|[\\u202A-\\u202E\\u2066-\\u2069\\uFEFF]|\\p{Cs}");

  private Words() {}

  /** One kind of line end, no unseen signs, nothing blank around it. */
  static String clean(String text) {
    return UNSEEN.matcher(text.replace("\r\n", "\n").replace('\t', ' ')).replaceAll("").strip();
  }

  /** In characters as people count them: code points. */
  static int length(String text) {
    return text.codePointCount(0, text.length());
  }
}
