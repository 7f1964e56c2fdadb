package org.answerable.feedback.web;

import java.util.Arrays;
import java.util.List;
import org.answerable.responselog.CorrectionReason;
import org.answerable.responselog.Published;
import org.answerable.responselog.RedactionReason;

/** Published texts, and why something is done about them, in the words of the inbox. */
public final class Reasons {
  private Reasons() {}

  /** What a text is, as a heading. */
  public static String name(Published text) {
    return switch (text.what()) {
      case WORDS -> "The member's words";
      case RESPONSE -> text.standing() ? "The response" : "A response that was corrected";
      case PROMISE -> "The promise";
    };
  }

  public static List<Option> corrections() {
    return Arrays.stream(CorrectionReason.values())
        .map(reason -> new Option(reason.word(), words(reason), false))
        .toList();
  }

  public static List<Option> removals() {
    return Arrays.stream(RedactionReason.values())
        .map(reason -> new Option(reason.word(), words(reason), false))
        .toList();
  }

  private static String words(CorrectionReason reason) {
    return switch (reason) {
      case WRONG -> "It was not true";
      case UNCLEAR -> "It could be misread";
      case CHANGED -> "Things have changed since";
    };
  }

  private static String words(RedactionReason reason) {
    return switch (reason) {
      case SHOWS_SOMEBODY -> "It shows who somebody is";
      case ENDANGERS -> "Somebody may come to harm by it";
      case ASKED -> "Who wrote it, or is named, asked for it";
      case MISTAKE -> "It should never have been published";
      case LAW -> "The law or a court wants it";
    };
  }
}
