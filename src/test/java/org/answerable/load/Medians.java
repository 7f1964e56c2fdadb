package org.answerable.load;

import java.util.List;
import java.util.function.ToDoubleFunction;

/** What many rounds say together. */
final class Medians {
  private Medians() {}

  static <T> double of(List<T> rounds, ToDoubleFunction<T> figure) {
    double[] sorted = rounds.stream().mapToDouble(figure).sorted().toArray();
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }

  /** The least and the most. */
  static <T> String span(List<T> rounds, ToDoubleFunction<T> figure) {
    var statistics = rounds.stream().mapToDouble(figure).summaryStatistics();
    return "%.2f–%.2f".formatted(statistics.getMin(), statistics.getMax());
  }
}
