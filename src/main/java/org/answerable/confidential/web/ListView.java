package org.answerable.confidential.web;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.answerable.confidential.Report;

/** The list in words. What a text says, only the reader's script can tell. */
public record ListView(boolean closed, List<Row> rows) {
  /**
   * One report.
   *
   * @param words sealed: the first text
   * @param isNew hours are left to read it, and are counted by the script
   */
  public record Row(
      String reference, long days, SealedView words, Status status, boolean isNew, int texts) {}

  static Row row(Report report, LocalDate today) {
    return new Row(
        report.reference(),
        ChronoUnit.DAYS.between(report.day(), today),
        SealedView.of(first(report)),
        Status.of(report),
        report.isNew(),
        report.said());
  }

  private static Report.Text first(Report report) {
    return report.texts().stream()
        .filter(text -> text.step() == null)
        .findFirst()
        .orElse(report.texts().getFirst());
  }
}
