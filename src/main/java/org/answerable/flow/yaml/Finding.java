package org.answerable.flow.yaml;

import java.util.Locale;
import org.answerable.flow.Problem;

/** What {@code flows check} finds in a flow that compiles. */
public record Finding(Rule rule, Problem problem) {
  /** What flows are checked for. */
  public enum Rule {
    UNREACHABLE,
    LOOP_WITHOUT_WAIT,
    MISSING_TRANSLATION,
    RESERVED_WORD,
    TOO_MANY_SEGMENTS,
    CHOICE_TWICE,
    CHOICES_NOT_SHOWN,
    CHOICES_COLLIDE,
    NO_WAY_OUT,
    ASKS_WHO;

    /** As it stands in reports: {@code loop-without-wait}. */
    public String word() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  @Override
  public String toString() {
    return problem + " [" + rule.word() + "]";
  }
}
