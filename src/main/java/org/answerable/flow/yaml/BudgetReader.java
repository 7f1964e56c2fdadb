package org.answerable.flow.yaml;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.answerable.flow.Budget;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.MappingNode;

/**
 * Reads what a text may cost: {@code segments: 2}, or {@code segments: {ru: 2}}, and beside it
 * {@code because}, which whoever lets others pay twice has to write.
 */
final class BudgetReader {
  static final String SEGMENTS = "segments";
  static final String BECAUSE = "because";
  private static final int MOST_SEGMENTS = 10;

  private BudgetReader() {}

  /**
   * @param parts what stands beside the text
   * @param languages those that may have a figure of their own
   */
  static Budget read(Source source, Map<String, Source.Entry> parts, Set<String> languages) {
    Source.Entry segments = parts.get(SEGMENTS);
    Source.Entry reason = parts.get(BECAUSE);
    String because = reason == null ? null : source.text(reason.value(), BECAUSE);
    if (segments == null) {
      if (reason != null) {
        source.problem(reason.key(), "\"because\" needs \"segments\"; add it");
      }
      return Budget.ONE;
    }
    Budget budget = budget(source, segments, languages, because);
    if (budget.needsReason() && budget.because().isBlank()) {
      source.problem(
          segments.key(), "more than one segment needs its reason; add \"because\" beside it");
    }
    return budget;
  }

  private static Budget budget(
      Source source, Source.Entry segments, Set<String> languages, @Nullable String because) {
    String why = because == null ? "" : because;
    Map<String, Integer> own = new HashMap<>();
    if (segments.value() instanceof MappingNode) {
      source
          .mapping(segments.value(), SEGMENTS, languages)
          .forEach((language, entry) -> own.put(language, count(source, entry)));
      return new Budget(1, own, why);
    }
    return new Budget(count(source, segments), own, why);
  }

  private static int count(Source source, Source.Entry entry) {
    Integer count = source.count(entry.value(), SEGMENTS, MOST_SEGMENTS);
    return count == null ? 1 : count;
  }
}
