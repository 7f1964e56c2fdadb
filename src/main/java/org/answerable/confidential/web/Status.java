package org.answerable.confidential.web;

import org.answerable.confidential.Report;
import org.answerable.confidential.StepKind;

/** Where a report stands: a mark and a word. */
public record Status(String mark, String word) {
  static Status of(Report report) {
    if (report.isNew()) {
      return report.standing().isEmpty()
          ? new Status("s", "No step yet")
          : new Status("s back", "New words");
    }
    return report
        .standing()
        .map(step -> of(step.what()))
        .orElseGet(() -> new Status("s", "No step yet"));
  }

  static Status of(StepKind what) {
    return switch (what) {
      case CONTACTED -> new Status("s read", "Contacted");
      case SAFE -> new Status("s ok", "Says they are safe");
      case REFERRED -> new Status("s ref", "Referred");
      case CLOSED -> new Status("s wont", "Closed");
      case ANSWERED -> new Status("s ans", "Answered");
      case SHARED -> new Status("s read", "Shared");
      case WITHDRAWN -> new Status("s wont", "Taken back by the person");
    };
  }
}
