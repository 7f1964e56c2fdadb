package org.answerable.confidential;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * All that has one reference, as one focal point may open it.
 *
 * @param day of its first text
 * @param texts the person's and the answers, oldest first
 * @param steps in their order
 */
public record Report(String reference, LocalDate day, List<Text> texts, List<Step> steps) {
  public Report {
    texts = List.copyOf(texts);
    steps = List.copyOf(steps);
  }

  /**
   * One text under one key.
   *
   * @param step whose answer it is; null: the person's own words
   */
  public record Text(
      UUID text, UUID report, String key, LocalDate day, @Nullable Integer step, byte[] sealed) {

    @Override
    public String toString() {
      return "Text[redacted]";
    }
  }

  /**
   * What was done.
   *
   * @param byRole null: by the person
   * @param texts of the person that it knew of
   * @param sent what became of an answer on its way; null: it is none
   */
  public record Step(
      int number,
      LocalDate day,
      StepKind what,
      @Nullable String byRole,
      int texts,
      @Nullable Sent sent) {

    @Override
    public String toString() {
      return "Step[redacted]";
    }
  }

  /**
   * An answer on its way.
   *
   * @param round how often it was handed to delivery
   * @param outcome a word of delivery's
   * @param undecided somebody has to decide whether it is sent again
   */
  public record Sent(UUID response, int round, String outcome, boolean undecided) {
    @Override
    public String toString() {
      return "Sent[redacted]";
    }
  }

  /** The number of the last step; 0: nothing was done yet. */
  public int last() {
    return steps.isEmpty() ? 0 : steps.getLast().number();
  }

  /** How many texts the person sent, of those that are seen here. */
  public int said() {
    return (int) texts.stream().filter(text -> text.step() == null).count();
  }

  /** How many texts the person wrote that no step knows of. */
  public int unread() {
    return Math.max(0, said() - steps.stream().mapToInt(Step::texts).max().orElse(0));
  }

  /** Whether the person wrote something that no step knows of. */
  public boolean isNew() {
    return unread() > 0;
  }

  /** Where it stands: the last step that says so. Sharing says nothing of it. */
  public Optional<Step> standing() {
    return steps.stream().filter(step -> step.what() != StepKind.SHARED).reduce((a, b) -> b);
  }

  @Override
  public String toString() {
    return "Report[redacted]";
  }
}
