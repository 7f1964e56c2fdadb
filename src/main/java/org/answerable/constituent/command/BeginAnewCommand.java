package org.answerable.constituent.command;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;
import org.answerable.platform.Command;

/**
 * {@code keys begin-anew ORG}: starts the server on data whose keys are gone. It forgets everybody
 * of that organisation; where no key is missing, it starts as always.
 */
public final class BeginAnewCommand implements Command {
  private static final String WARNING =
      """
      If keys of %s are missing, this forgets for ever every address and conversation of it, and gives up every
      word that was not published: they can't be opened with the keys that are there. Those keys are destroyed
      too, for nothing here is under them. Only go on if no backup of the data and no copy of the keys fit each
      other. The public log, receipts and statuses stay; a log that is older than what was published goes on under
      another key, which everybody sees. Then the server runs.\
      """;

  private final ToIntFunction<List<String>> server;

  /**
   * @param server starts it with these options; gives the exit status, or that it stays up
   */
  public BeginAnewCommand(ToIntFunction<List<String>> server) {
    this.server = server;
  }

  @Override
  public int run(List<String> args, PrintStream out, PrintStream err, InputStream in)
      throws IOException {
    List<String> words = args.stream().filter(word -> !JoinedCommand.isOption(word)).toList();
    if (words.size() != 1) {
      err.println("Usage: keys begin-anew ORG [--answerable.NAME=VALUE …]");
      return WRONG_USAGE;
    }
    String organisation = words.getFirst();
    var terminal = new Terminal(out, err, in);
    terminal.say(WARNING.formatted(organisation));
    if (!terminal.isSure(organisation)) {
      return FAILED;
    }
    var options = new ArrayList<>(args);
    options.remove(organisation);
    options.add("--begin-anew=" + organisation);
    return server.applyAsInt(options);
  }
}
