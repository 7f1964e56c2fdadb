package org.answerable.poll.web;

import org.answerable.platform.web.PageTexts;
import org.answerable.poll.Form;
import org.answerable.responselog.RedactionReason;

/** Forms and methods as leaders read them. */
public final class PollWords {
  private static final PageTexts TEXTS = PageTexts.in("en");

  private PollWords() {}

  public static String form(Form form) {
    return switch (form) {
      case ONE -> "One choice";
      case SOME -> "As many as they like";
      case ORDER -> "An order, best first";
      case POINTS -> "10 points, shared as they like";
      case BUDGET -> "What a budget is spent on";
    };
  }

  /** Why a text may be removed. */
  public static String reason(RedactionReason reason) {
    return TEXTS.get("removed." + reason.word());
  }

  public static String method(String word) {
    return TEXTS.get("poll.method." + word.replace(":", "."));
  }
}
