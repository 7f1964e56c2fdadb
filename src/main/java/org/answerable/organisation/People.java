package org.answerable.organisation;

import java.util.List;
import org.snakeyaml.engine.v2.nodes.Node;

/** Those without whom a line does not open: two readers, a focal point inside and one outside. */
final class People {
  private static final int LEAST_READERS = 2;

  private People() {}

  static List<String> readers(Section top) {
    List<String> readers = top.texts("readers", FileLimits.READERS, FileLimits.NAME_CHARS);
    if (!readers.isEmpty() && readers.size() < LEAST_READERS) {
      top.problem(
          "readers", "one reader is too few; name two trained people, one of them not an employee");
    }
    return readers;
  }

  static List<FocalPoint> focalPoints(Section top) {
    List<FocalPoint> points =
        top.items("focal-points", FileLimits.FOCAL_POINTS).stream()
            .map(node -> focalPoint(node, top.problems()))
            .toList();
    if (!points.isEmpty() && points.stream().noneMatch(FocalPoint::outside)) {
      top.problem(
          "focal-points",
          "nobody outside the organisation is named; add a focal point with outside: true");
    }
    if (!points.isEmpty() && points.stream().allMatch(FocalPoint::outside)) {
      top.problem(
          "focal-points",
          "nobody inside the organisation is named; add a focal point with outside: false");
    }
    return points;
  }

  private static FocalPoint focalPoint(Node node, Problems problems) {
    Section section = Section.of(node, "a focal point", Keys.FOCAL_POINT, problems);
    return new FocalPoint(
        section.text("name", FileLimits.TITLE_CHARS), section.flag("outside", false));
  }
}
