package org.answerable.responselog;

import java.util.Locale;

/** Why another text stands in the place of a published one. A closed list: an entry stays. */
public enum CorrectionReason {
  /** It was not true. */
  WRONG,
  /** It could be misread. */
  UNCLEAR,
  /** What it says has changed since. */
  CHANGED;

  /** As entries write it. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The reason that {@link #word()} gave; unknown words are our own bug. */
  public static CorrectionReason ofWord(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }
}
