package org.answerable;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.answerable.intake.words.WordLists;
import org.answerable.organisation.Organisation;
import org.answerable.organisation.Organisations;
import org.answerable.platform.AnswerableProperties;
import org.answerable.platform.Command;
import org.answerable.platform.CommandSettings;
import org.answerable.platform.StartupRefused;
import org.answerable.responselog.Declaration;
import org.answerable.responselog.DeclaredRules;

/**
 * {@code log configuration ORG}: what files declare, with the hashes that the public log names.
 * Whoever is handed the files sees whether they are those. Needs no server.
 */
final class ConfigurationCommand {
  private static final String USAGE =
      "Usage: log configuration ORG [words | routing | deadlines] [--answerable.NAME=VALUE …]";

  private ConfigurationCommand() {}

  /** Prints each part behind its hash, or the bytes of one part alone. */
  static int run(List<String> args, PrintStream out, PrintStream err, InputStream in)
      throws IOException {
    List<String> options = args.stream().filter(arg -> arg.startsWith("--")).toList();
    List<String> words = args.stream().filter(arg -> !arg.startsWith("--")).toList();
    if (words.isEmpty() || words.size() > 2) {
      err.println(USAGE);
      return Command.WRONG_USAGE;
    }
    try {
      Map<String, Declaration> declared = declared(words.getFirst(), CommandSettings.read(options));
      if (words.size() == 1) {
        declared.values().forEach(one -> print(one, out));
        return Command.DONE;
      }
      Declaration one = declared.get(words.getLast());
      if (one == null) {
        err.println(USAGE);
        return Command.WRONG_USAGE;
      }
      out.writeBytes(one.canonical().getBytes(StandardCharsets.UTF_8));
      return Command.DONE;
    } catch (StartupRefused e) {
      e.lines().forEach(err::println);
      return Command.FAILED;
    }
  }

  private static Map<String, Declaration> declared(String id, AnswerableProperties properties)
      throws IOException {
    Organisations all = Organisations.withoutSecrets(properties);
    Organisation home =
        all.find(id)
            .orElseThrow(
                () -> new StartupRefused("There is no organisation " + id + " in the files."));
    WordLists lists =
        WordLists.read(properties.configDir().resolve(WordLists.FOLDER).normalize(), all);
    Map<String, Declaration> declared = new TreeMap<>();
    for (Declaration one :
        List.of(
            DeclaredRules.deadlines(home),
            DeclaredRules.routing(home),
            Declaration.of(Declaration.What.WORDS, lists.json()))) {
      declared.put(one.what().word(), one);
    }
    return declared;
  }

  private static void print(Declaration one, PrintStream out) {
    out.println(one.what().word() + " " + HexFormat.of().formatHex(one.hash()));
    out.writeBytes((one.canonical() + "\n").getBytes(StandardCharsets.UTF_8));
  }
}
