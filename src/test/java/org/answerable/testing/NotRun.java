package org.answerable.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.Assumptions;

/** Skips a test whose tool is not installed, and says so where it is seen afterwards. */
public final class NotRun {
  private static final Path LIST = Path.of("target", "not-run.txt");

  private NotRun() {}

  /**
   * Skips the test, whose name goes to {@code target/not-run.txt}.
   *
   * @param missing what is not installed
   * @param helper a class between the test and this one, whose name would say nothing
   */
  public static void skip(String missing, Class<?> helper) {
    String test =
        StackWalker.getInstance(StackWalker.Option.RETAIN_CLASS_REFERENCE)
            .walk(
                frames ->
                    frames
                        .filter(frame -> frame.getDeclaringClass() != NotRun.class)
                        .filter(frame -> frame.getDeclaringClass() != helper)
                        .findFirst()
                        .map(frame -> frame.getClassName() + "." + frame.getMethodName())
                        .orElse("a test"));
    String line = "NOT RUN: " + test + ": " + missing;
    System.err.println(line);
    try {
      Files.createDirectories(LIST.getParent());
      Files.writeString(LIST, line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Assumptions.abort(missing + ": listed in " + LIST);
  }
}
