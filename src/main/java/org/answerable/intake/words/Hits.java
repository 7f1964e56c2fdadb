package org.answerable.intake.words;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.answerable.intake.words.PhraseIndex.Hit;

/** Which of the phrases found are meant. */
final class Hits {
  private static final Comparator<Hit> ORDER =
      Comparator.comparingInt(Hit::start)
          .thenComparing(Comparator.comparingInt(Hit::end).reversed());

  private Hits() {}

  /**
   * Without those that a {@code not} of their entry overlaps; of an entry's that overlap each
   * other, the first and longest. In the order of the text.
   */
  static List<Hit> meant(Collection<Hit> all) {
    List<Hit> kept = new ArrayList<>();
    all.stream()
        .filter(hit -> !hit.cancels() && !cancelled(hit, all))
        .sorted(ORDER)
        .filter(
            hit -> kept.stream().noneMatch(other -> sameEntry(hit, other) && hit.overlaps(other)))
        .forEach(kept::add);
    return kept;
  }

  private static boolean cancelled(Hit hit, Collection<Hit> all) {
    return all.stream()
        .anyMatch(other -> other.cancels() && sameEntry(hit, other) && hit.overlaps(other));
  }

  private static boolean sameEntry(Hit hit, Hit other) {
    return hit.entry() == other.entry();
  }
}
