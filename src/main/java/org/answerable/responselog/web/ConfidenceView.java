package org.answerable.responselog.web;

import java.util.List;
import org.answerable.responselog.ConfidenceCounts;
import org.answerable.responselog.Suppressed;

/** A quarter's numbers of what is in confidence, in the words of a page. */
public record ConfidenceView(ConfidenceCounts counts, Reader reader) {
  /** Of the latest quarter, in a list; none: nothing was told yet. */
  static List<ConfidenceView> latest(ConfidenceCounts.All all, Reader reader) {
    return some(all, reader, 1);
  }

  /** The latest first. */
  static List<ConfidenceView> some(ConfidenceCounts.All all, Reader reader, int limit) {
    return all.of(reader.organisation().id(), limit).stream()
        .map(counts -> new ConfidenceView(counts, reader))
        .toList();
  }

  /** "1 Jul to 30 Sep 2026". */
  public String quarter() {
    return reader
        .texts()
        .get(
            "confidence.quarter",
            reader.texts().fullDay(counts.quarter()),
            reader.texts().fullDay(counts.until()));
  }

  /** "In confidence: 10 or more; answered: 10 or more, late: fewer than 10. Set aside: …" */
  public String line() {
    String received = reader.texts().get("confidence.received", told(counts.received()));
    String handled =
        counts.received() == 0
            ? ""
            : " "
                + reader
                    .texts()
                    .get("confidence.handled", told(counts.answered()), told(counts.late()));
    return received
        + handled
        + " "
        + reader.texts().get("confidence.aside", told(counts.setAside()));
  }

  private String told(int count) {
    return count == 0
        ? reader.texts().get("confidence.few", Suppressed.K)
        : reader.texts().get("confidence.more", count);
  }
}
