package org.answerable;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.answerable.audit.LogCopyCommand;
import org.answerable.audit.LogVerifyCommand;
import org.answerable.confidential.AccountCommand;
import org.answerable.confidential.FocalPointCommand;
import org.answerable.constituent.command.BeginAnewCommand;
import org.answerable.constituent.command.VaultCommands;
import org.answerable.organisation.InitCommand;
import org.answerable.platform.Command;

/** Finds the command among the arguments and runs it. Commands run without the server. */
final class CommandLine {
  /** Instead of an exit status: the server runs on. */
  static final int STAYS_UP = -1;

  static final String USAGE =
      """
      Usage: java -jar answerable.jar COMMAND

        serve [--answerable.NAME=VALUE …]    run the server (also without any command)
        init                                 write an organisation, by asking a few questions
        flows check DIR                      find what is wrong with conversations
        flows test DIR                       play their transcripts
        flows run DIR FLOW                   talk to one here
        count --method METHOD FILE           count ballots; "count" alone lists the methods
        log verify URL                       check a public log, and that it only grew
        log copy URL FOLDER                  copy a public log; the copy can be checked as well
        log configuration ORG                what files declare, with the hashes that its log names
        account FILE LOG                     sign what the commitments are that a log has not opened
        keys focal-point [recover]           make a focal point's key, or take it from its sheet
        keys begin-anew ORG                  run the server on data whose keys are gone

      While the server runs, on its machine and with its settings:
        keys show                            which keys there are, and what losing them means
        keys rotate [ORG]                    change the keys now
        keys copy FOLDER                     copy the keys that live, over the copy of before
        erase-all ORG [--drill]              forget every address of an organisation
        what-do-we-hold CHANNEL              say what is held of an address (from standard input)

      Not built yet:
        flows import FILE                    take in what RapidPro has written
        backup, restore                      copy an instance, and bring it back
      """;

  private static final Set<String> HELP = Set.of("help", "--help", "-h");
  private final Consumer<String[]> server;

  CommandLine(Consumer<String[]> server) {
    this.server = server;
  }

  private Map<String, Command> commands(PrintStream err) {
    Map<String, Command> commands = new LinkedHashMap<>();
    for (String name : List.of("flows import", "backup", "restore")) {
      commands.put(name, notBuilt(name));
    }
    commands.put("count", CountCommand::run);
    commands.put("log verify", new LogVerifyCommand(System::getenv, InstantSource.system()));
    commands.put("log copy", new LogCopyCommand(InstantSource.system()));
    commands.put("log configuration", ConfigurationCommand::run);
    commands.put("account", new AccountCommand(InstantSource.system()));
    commands.put("init", new InitCommand());
    commands.put("flows check", FlowsCommand::check);
    commands.put("flows test", FlowsCommand::test);
    commands.put("flows run", FlowsCommand::run);
    commands.put("keys focal-point", new FocalPointCommand());
    commands.putAll(VaultCommands.all());
    commands.put(
        "keys begin-anew",
        new BeginAnewCommand(options -> serve(options.toArray(String[]::new), err)));
    return commands;
  }

  /** Exit status of the command, or {@link #STAYS_UP}. */
  int run(String[] args, PrintStream out, PrintStream err, InputStream in) throws IOException {
    List<String> words = List.of(args);
    String first = words.isEmpty() ? "serve" : words.getFirst();
    boolean serves = first.equals("serve") || first.startsWith("--");
    if (HELP.contains(first) || serves && words.stream().anyMatch(HELP::contains)) {
      out.print(USAGE);
      return Command.DONE;
    }
    if (serves) {
      int options = words.isEmpty() || first.startsWith("--") ? 0 : 1;
      return serve(Arrays.copyOfRange(args, options, args.length), err);
    }
    for (int length = Math.min(2, args.length); length > 0; length--) {
      Command command = commands(err).get(String.join(" ", words.subList(0, length)));
      if (command != null) {
        return command.run(words.subList(length, words.size()), out, err, in);
      }
    }
    err.print(USAGE);
    return Command.WRONG_USAGE;
  }

  private int serve(String[] options, PrintStream err) {
    if (!Arrays.stream(options).allMatch(o -> o.startsWith("--") && o.length() > 2)) {
      err.print(USAGE);
      return Command.WRONG_USAGE;
    }
    try {
      server.accept(options);
      return STAYS_UP;
    } catch (RuntimeException told) {
      return Command.FAILED; // the start has said why
    }
  }

  private static Command notBuilt(String name) {
    return (args, out, err, in) -> {
      err.println(name + ": not built yet");
      return Command.FAILED;
    };
  }
}
