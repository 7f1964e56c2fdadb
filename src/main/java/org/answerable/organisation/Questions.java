package org.answerable.organisation;

import java.io.BufferedReader;
import java.io.EOFException;
import java.io.IOException;
import java.io.PrintStream;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Asks a person, one question after the other, until each has an answer that can be used. */
final class Questions {
  private final BufferedReader in;
  private final PrintStream out;

  Questions(BufferedReader in, PrintStream out) {
    this.in = in;
    this.out = out;
  }

  /** What came of an answer. */
  sealed interface Taken {}

  record Good(String value) implements Taken {}

  /**
   * @param why what is wrong, and what to write
   */
  record Wrong(String why) implements Taken {}

  /** Something to know before the next questions. */
  void say(String text) {
    out.println();
    out.println(text);
  }

  /**
   * Asks one question.
   *
   * @param otherwise what an empty answer means; null: there must be one
   * @param check what to make of an answer
   * @throws EOFException at the end of input; its message is the question that stayed open
   */
  String ask(String question, @Nullable String otherwise, Function<String, Taken> check)
      throws IOException {
    while (true) {
      out.print(question + (otherwise == null ? ": " : " [" + otherwise + "]: "));
      out.flush();
      String line = in.readLine();
      if (line == null) {
        out.println();
        throw new EOFException(question);
      }
      String typed = line.strip().replaceAll("\\p{Cntrl}", " ");
      switch (typed.isEmpty() && otherwise == null
          ? new Wrong("An answer is needed here.")
          : check.apply(typed.isEmpty() && otherwise != null ? otherwise : typed)) {
        case Good(String value) -> {
          return value;
        }
        case Wrong(String why) -> out.println("  " + why);
      }
    }
  }
}
