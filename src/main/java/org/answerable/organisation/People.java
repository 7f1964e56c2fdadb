package org.answerable.organisation;

import java.util.List;
import java.util.function.Predicate;
import org.snakeyaml.engine.v2.nodes.Node;

/** Those without whom a line does not open: two readers, a focal point inside and one outside. */
final class People {
  private static final int LEAST_READERS = 2;

  private People() {}

  static List<String> readers(Section top) {
    List<String> readers =
        top.has("readers")
            ? top.texts("readers", FileLimits.READERS, FileLimits.NAME_CHARS)
            : List.of();
    if (readers.size() < LEAST_READERS) {
      top.problems()
          .missing(
              top.at("readers"),
              "\"readers\" names fewer than two; name two trained people, one of them not an"
                  + " employee");
    }
    return readers;
  }

  static List<FocalPoint> focalPoints(Section top) {
    List<FocalPoint> points =
        top.has("focal-points")
            ? top.items("focal-points", FileLimits.FOCAL_POINTS).stream()
                .map(node -> focalPoint(node, top.problems()))
                .toList()
            : List.of();
    need(top, points, "outside", FocalPoint::outside);
    need(top, points, "inside", point -> !point.outside());
    return points;
  }

  private static void need(
      Section top, List<FocalPoint> points, String where, Predicate<FocalPoint> isThere) {
    if (points.stream().noneMatch(isThere)) {
      top.problems()
          .missing(
              top.at("focal-points"),
              "\"focal-points\" names nobody "
                  + where
                  + " the organisation; add one with outside: "
                  + where.equals("outside"));
    }
  }

  private static FocalPoint focalPoint(Node node, Problems problems) {
    Section section = Section.of(node, "a focal point", Keys.FOCAL_POINT, problems);
    return new FocalPoint(
        section.text("name", FileLimits.TITLE_CHARS), section.flag("outside", false));
  }
}
