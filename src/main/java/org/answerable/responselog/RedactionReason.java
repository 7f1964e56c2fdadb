package org.answerable.responselog;

import java.util.Locale;

/** Why a published text was removed. A closed list: the entry stays when the text is gone. */
public enum RedactionReason {
  /** It shows who somebody is. */
  SHOWS_SOMEBODY,
  /** Somebody may come to harm by it. */
  ENDANGERS,
  /** Whoever wrote in, or is named, asked for it. */
  ASKED,
  /** It should never have been published. */
  MISTAKE,
  /** A law or a court wants it. */
  LAW;

  /** As entries write it: {@code shows-somebody}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The reason that {@link #word()} gave; unknown words are our own bug. */
  public static RedactionReason ofWord(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'));
  }
}
