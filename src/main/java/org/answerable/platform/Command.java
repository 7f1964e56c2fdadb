package org.answerable.platform;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.util.List;

/** A command of {@code java -jar answerable.jar COMMAND} that runs without the server. */
@FunctionalInterface
public interface Command {
  int DONE = 0;
  int FAILED = 1;
  int WRONG_USAGE = 2;

  /**
   * Does what it is for.
   *
   * @param args what stands behind the command's name
   * @param out the result
   * @param err why it failed, or how to use it
   * @return {@link #DONE}, {@link #FAILED} or {@link #WRONG_USAGE}, the process's exit status
   */
  int run(List<String> args, PrintStream out, PrintStream err, InputStream in) throws IOException;
}
