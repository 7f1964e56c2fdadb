package org.answerable.constituent.command;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Predicate;
import org.answerable.platform.Command;
import org.answerable.platform.RunningInstance;
import org.answerable.platform.StartupRefused;
import org.answerable.platform.keys.KeyRefused;
import org.springframework.dao.DataAccessException;

/**
 * A command on the instance that runs, found through the same settings as the server's. Whatever
 * refuses it is told in lines.
 *
 * @param usage how it is written
 * @param takes whether these words are right for it
 */
record JoinedCommand(String usage, Predicate<List<String>> takes, Work work) implements Command {
  /** What it does; gives the exit status. */
  @FunctionalInterface
  interface Work {
    int run(RunningInstance instance, List<String> words, Terminal terminal)
        throws IOException, SQLException;
  }

  @Override
  public int run(List<String> args, PrintStream out, PrintStream err, InputStream in)
      throws IOException {
    List<String> options = args.stream().filter(JoinedCommand::isOption).toList();
    List<String> words = args.stream().filter(word -> !isOption(word)).toList();
    if (!takes.test(words)) {
      err.println("Usage: " + usage + " [--answerable.NAME=VALUE …]");
      return WRONG_USAGE;
    }
    try {
      return work.run(RunningInstance.join(options), words, new Terminal(out, err, in));
    } catch (StartupRefused e) {
      e.lines().forEach(err::println);
    } catch (KeyRefused e) {
      err.println(e.getMessage());
    } catch (DataAccessException | SQLException e) {
      // without its text, which may hold what was asked for. What stands is told by Waiting
      err.println("The database could not do this now. Nothing more was done.");
    }
    return FAILED;
  }

  static boolean isOption(String word) {
    return word.startsWith("--") && word.contains("=");
  }
}
