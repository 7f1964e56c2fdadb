package org.answerable.intake.web;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.answerable.intake.Aside;
import org.answerable.intake.Reading;
import org.answerable.organisation.Sensitivity;
import org.answerable.organisation.Topic;

/**
 * The form of a decision, as it came.
 *
 * @param kind empty: as the topic says
 * @param sensitivity that it has at least; empty: as the topic says
 * @param problem why nothing was decided; empty: none yet
 */
public record ReaderForm(
    String act,
    String topic,
    String kind,
    String sensitivity,
    Set<String> exclude,
    String problem) {
  /** What the buttons send. */
  static final String NOT_FEEDBACK = "not-feedback";

  static final String SPAM = "spam";
  static final String CONFIDENTIAL = "confidential";

  static final ReaderForm EMPTY = new ReaderForm("", "", "", "", Set.of(), "");

  public ReaderForm {
    exclude = Set.copyOf(exclude);
  }

  ReaderForm problem(String sentence) {
    return new ReaderForm(act, topic, kind, sensitivity, exclude, sentence);
  }

  /**
   * The decision; empty: no topic of the organisation's was chosen. What nobody offered is none.
   */
  Optional<Reading> reading(Choices choices) {
    return switch (act) {
      case NOT_FEEDBACK -> Optional.of(new Reading.SetAside(Aside.NOT_FEEDBACK));
      case SPAM -> Optional.of(new Reading.SetAside(Aside.SPAM));
      case CONFIDENTIAL -> Optional.of(new Reading.Confidential());
      default -> choices.topic(topic).map(known -> sorting(known, choices));
    };
  }

  private Reading sorting(Topic about, Choices choices) {
    return new Reading.Sorting(
        about.id(),
        choices.kinds().stream()
            .filter(one -> one.word().equals(kind))
            .findFirst()
            .orElse(about.kind()),
        least(),
        exclude.stream().filter(choices::canBeExcluded).collect(Collectors.toSet()));
  }

  private Sensitivity least() {
    return switch (sensitivity) {
      case "S1" -> Sensitivity.S1;
      case "S2" -> Sensitivity.S2;
      default -> Sensitivity.S0;
    };
  }

  /** The word in the address of the page after the decision. */
  String done(Reading decision) {
    return switch (decision) {
      case Reading.Sorting sorting -> "sorted";
      case Reading.SetAside aside -> "aside";
      case Reading.Confidential() -> "confided";
    };
  }

  @Override
  public String toString() {
    return "ReaderForm[redacted]";
  }
}
