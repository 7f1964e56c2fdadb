package org.answerable.flow;

import java.util.List;
import java.util.stream.Collectors;

/** What came out of files: something that works, or all that is wrong with them. */
public sealed interface Compiled<T> {
  record Ready<T>(T value) implements Compiled<T> {}

  record Refused<T>(List<Problem> problems) implements Compiled<T> {
    public Refused {
      problems = problems.stream().sorted().toList();
    }
  }

  /** The value; a refusal becomes an {@link IllegalArgumentException} that lists all problems. */
  default T orThrow() {
    return switch (this) {
      case Ready<T>(T value) -> value;
      case Refused<T>(List<Problem> problems) ->
          throw new IllegalArgumentException(
              problems.stream().map(Problem::toString).collect(Collectors.joining("\n")));
    };
  }
}
