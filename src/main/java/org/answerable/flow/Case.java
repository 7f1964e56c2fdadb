package org.answerable.flow;

import java.util.List;

/** If the test holds, the answer is of the category. */
public record Case(Test test, List<Template> arguments, Category category) {
  /** RapidPro's tests, as far as flows in YAML use them. */
  public enum Test {
    /** Is exactly the argument. */
    HAS_ONLY_TEXT,
    /** Is not blank. */
    HAS_TEXT
  }

  public Case {
    arguments = List.copyOf(arguments);
  }
}
