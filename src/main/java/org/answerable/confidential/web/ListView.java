package org.answerable.confidential.web;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.answerable.confidential.Report;
import org.jspecify.annotations.Nullable;

/** The list in words. What a text says, only the reader's script can tell. */
public record ListView(boolean closed, List<Row> rows) {
  /**
   * One report.
   *
   * @param words sealed: the first text; null: the person took it back
   * @param more sealed: the person's other texts, of which the script tells how pressing they are
   * @param unread how many no step knows of; hours are left to read them, counted by the script
   */
  public record Row(
      String reference,
      long days,
      @Nullable SealedView words,
      List<SealedView> more,
      Status status,
      int unread,
      int texts) {
    public Row {
      more = List.copyOf(more);
    }

    @Override
    public String toString() {
      return "Row[redacted]";
    }
  }

  static Row row(Report report, LocalDate today) {
    Report.Text first = first(report);
    return new Row(
        report.reference(),
        ChronoUnit.DAYS.between(report.day(), today),
        first.sealed().length == 0 ? null : SealedView.of(first),
        report.texts().stream()
            .filter(text -> text.step() == null && text.sealed().length > 0)
            .filter(text -> !text.text().equals(first.text()))
            .map(SealedView::of)
            .toList(),
        Status.of(report),
        report.unread(),
        report.said());
  }

  private static Report.Text first(Report report) {
    return report.texts().stream()
        .filter(text -> text.step() == null)
        .findFirst()
        .orElse(report.texts().getFirst());
  }

  @Override
  public String toString() {
    return "ListView[redacted]";
  }
}
