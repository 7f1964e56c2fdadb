package org.answerable.confidential.web;

import org.answerable.confidential.Report;

/** A text as the script needs it to open it. */
public record SealedView(String text, String key, String sealed) {
  static SealedView of(Report.Text text) {
    return new SealedView(text.text().toString(), text.key(), RoomPage.base64(text.sealed()));
  }

  @Override
  public String toString() {
    return "SealedView[redacted]";
  }
}
