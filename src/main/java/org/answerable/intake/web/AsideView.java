package org.answerable.intake.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What was set aside, as its template shows it. */
public record AsideView(
    List<RoomView.Row> rows,
    List<Month> months,
    @Nullable String earlier,
    @Nullable String later,
    String pages) {
  /** A month and how many were set aside in it. */
  public record Month(String name, long count) {}

  @Override
  public String toString() {
    return "AsideView[redacted]";
  }
}
