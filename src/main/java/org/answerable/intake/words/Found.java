package org.answerable.intake.words;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.answerable.organisation.Kind;
import org.answerable.organisation.Sensitivity;
import org.jspecify.annotations.Nullable;

/** What the word lists found in a text, in the order of the text. */
public record Found(List<Spot> spots) {
  public static final Found NOTHING = new Found(List.of());

  public Found {
    spots = List.copyOf(spots);
  }

  /**
   * One find.
   *
   * @param language of the list, BCP 47
   * @param start of its first character, from 0
   * @param end behind its last
   * @param raisesTo what the text is at least; {@code S0}: it raises nothing
   * @param why the reason that stands beside the word in its file
   */
  public record Spot(
      String language, WordList list, int start, int end, Sensitivity raisesTo, String why) {
    @Override
    public String toString() {
      return "Spot[redacted]";
    }
  }

  /** The highest that anything found asks for. */
  public Sensitivity sensitivity() {
    return spots.stream().map(Spot::raisesTo).reduce(Sensitivity.S0, Sensitivity::orHigher);
  }

  /**
   * In which language the gravest was said, as far as the lists tell: most of it was. Null: they
   * found nothing, or as much of it in another one, as words that two languages share.
   */
  public @Nullable String language() {
    Map<String, Long> said =
        spots.stream()
            .filter(spot -> spot.raisesTo() == sensitivity())
            .collect(Collectors.groupingBy(Spot::language, Collectors.counting()));
    List<String> most =
        said.entrySet().stream()
            .filter(one -> one.getValue().equals(Collections.max(said.values())))
            .map(Map.Entry::getKey)
            .toList();
    return most.size() == 1 ? most.getFirst() : null;
  }

  public boolean in(WordList list) {
    return lists().contains(list);
  }

  /** What the text is, as far as the lists tell: distress before threat. Null: they don't. */
  public @Nullable Kind kind() {
    return lists().stream()
        .sorted()
        .map(WordList::kind)
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(null);
  }

  /** Whether somebody may be in danger now. */
  public boolean isDanger() {
    return spots.stream()
        .anyMatch(spot -> spot.list().isDanger() && spot.raisesTo() == Sensitivity.S3);
  }

  private Set<WordList> lists() {
    return spots.stream().map(Spot::list).collect(Collectors.toSet());
  }

  @Override
  public String toString() {
    return "Found[redacted]";
  }
}
