package org.answerable.ballot.file;

import java.util.List;
import java.util.function.Function;

/** What came of a file. */
public sealed interface Reading<T> {
  /**
   * It could be read.
   *
   * @param remarks what looks wrong but does not stand in the way
   */
  record Ready<T>(T value, List<String> remarks) implements Reading<T> {
    public Ready {
      remarks = List.copyOf(remarks);
    }
  }

  /**
   * It could not.
   *
   * @param line from 1
   * @param what what is wrong, and what to do
   */
  record Refused<T>(int line, String what) implements Reading<T> {}

  /** The value; a refusal becomes an {@link IllegalArgumentException}. */
  default T orThrow() {
    return switch (this) {
      case Ready<T>(T value, List<String> remarks) -> value;
      case Refused<T>(int line, String what) ->
          throw new IllegalArgumentException(line + ": " + what);
    };
  }

  /** The same for what is made of the value; the refusal stays. */
  default <R> Reading<R> map(Function<T, R> change) {
    return switch (this) {
      case Ready<T>(T value, List<String> remarks) -> new Ready<>(change.apply(value), remarks);
      case Refused<T>(int line, String what) -> new Refused<>(line, what);
    };
  }
}
