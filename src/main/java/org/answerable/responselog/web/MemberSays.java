package org.answerable.responselog.web;

import org.answerable.responselog.PublicFeedback;
import org.jspecify.annotations.Nullable;

/** What the person who asked says of the answer, by the status that stands in the log. */
enum MemberSays {
  SOLVED("confirmed", "ok", "confirmed"),
  PARTLY("partly", "ans", "partly"),
  NOT_SOLVED(PublicFeedback.DISPUTED, "no", "disputed");

  private final String status;
  final String css;
  final String key;

  MemberSays(String status, String css, String key) {
    this.status = status;
    this.css = css;
    this.key = key;
  }

  /** Null: they have not said it, or not since the last answer. */
  static @Nullable MemberSays of(String status) {
    for (MemberSays one : values()) {
      if (one.status.equals(status)) {
        return one;
      }
    }
    return null;
  }
}
