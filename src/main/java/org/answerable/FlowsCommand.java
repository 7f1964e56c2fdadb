package org.answerable;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.answerable.flow.Compiled;
import org.answerable.flow.Event;
import org.answerable.flow.FlowEngine;
import org.answerable.flow.Input;
import org.answerable.flow.Problem;
import org.answerable.flow.Sprint;
import org.answerable.flow.yaml.Finding;
import org.answerable.flow.yaml.FlowDocument;
import org.answerable.flow.yaml.FlowFiles;
import org.answerable.flow.yaml.FlowTests;
import org.answerable.platform.Command;
import org.answerable.platform.TextFiles;
import org.jspecify.annotations.Nullable;

/** {@code flows check}, {@code flows test} and {@code flows run}: reads the files, prints. */
final class FlowsCommand {
  private static final String YAML = ".yaml";

  private FlowsCommand() {}

  /** {@code flows check DIR [--format text|json|github]}. Fails if anything is found. */
  static int check(List<String> args, PrintStream out, PrintStream err, InputStream in)
      throws IOException {
    Optional<FindingsFormat> format = FindingsFormat.of(args);
    if (format.isEmpty()) {
      err.println("Usage: flows check DIR [--format text|json|github]");
      return Command.WRONG_USAGE;
    }
    Map<String, String> files = read(args.getFirst(), YAML, err);
    if (files == null) {
      return Command.FAILED;
    }
    List<Finding> findings = new ArrayList<>();
    List<Problem> problems = List.of();
    switch (FlowFiles.compile(files)) {
      case Compiled.Ready<FlowFiles.Folder>(FlowFiles.Folder folder) ->
          findings.addAll(folder.check());
      case Compiled.Refused<FlowFiles.Folder>(List<Problem> refused) -> problems = refused;
    }
    format.get().print(args.getFirst(), problems, findings, out);
    return problems.isEmpty() && findings.isEmpty() ? Command.DONE : Command.FAILED;
  }

  /** {@code flows test DIR [--update]}. Fails unless every transcript comes out as written. */
  static int test(List<String> args, PrintStream out, PrintStream err, InputStream in)
      throws IOException {
    boolean update = args.size() == 2 && args.getLast().equals("--update");
    if (args.size() != 1 && !update) {
      err.println("Usage: flows test DIR [--update]");
      return Command.WRONG_USAGE;
    }
    FlowFiles.Folder folder = compiled(args.getFirst(), err);
    Map<String, String> transcripts = read(args.getFirst(), FlowTests.ENDING, err);
    if (folder == null || transcripts == null) {
      return Command.FAILED;
    }
    boolean passed = true;
    for (FlowTests.Outcome outcome : FlowTests.play(folder, transcripts)) {
      if (update && !outcome.passed() && !outcome.played().isEmpty()) {
        Files.writeString(Path.of(args.getFirst(), outcome.file()), outcome.played());
        out.println(outcome.file() + ": written anew");
      } else {
        out.println(outcome.passed() ? outcome.file() + ": as written" : "");
        outcome.failures().forEach(out::println);
        passed &= outcome.passed();
      }
    }
    return passed ? Command.DONE : Command.FAILED;
  }

  /** {@code flows run DIR FLOW [LANGUAGE]}: talks in the terminal, with the samples as values. */
  static int run(List<String> args, PrintStream out, PrintStream err, InputStream in)
      throws IOException {
    if (args.size() != 2 && args.size() != 3) {
      err.println("Usage: flows run DIR FLOW [LANGUAGE]");
      return Command.WRONG_USAGE;
    }
    FlowFiles.Folder folder = compiled(args.getFirst(), err);
    if (folder == null) {
      return Command.FAILED;
    }
    for (FlowDocument document : folder.documents()) {
      if (document.flow().name().equals(args.get(1))) {
        String language = args.size() == 3 ? args.get(2) : document.flow().language();
        if (!document.languages().contains(language)) {
          err.println(
              "There is no language %s in %s; use one of %s."
                  .formatted(language, args.getFirst(), String.join(", ", document.languages())));
          return Command.FAILED;
        }
        talk(folder.engine(), document, language, out, in);
        return Command.DONE;
      }
    }
    err.println("There is no flow " + args.get(1) + " in " + args.getFirst() + ".");
    return Command.FAILED;
  }

  private static void talk(
      FlowEngine engine, FlowDocument document, String first, PrintStream out, InputStream in)
      throws IOException {
    BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
    String language = first;
    Sprint sprint = engine.start(document.flow().name(), document.sample(language));
    while (true) {
      for (Event event : sprint.events()) {
        out.println(FlowTests.line(event));
        language = event instanceof Event.LanguageSet(String set) ? set : language;
      }
      var session = sprint.session();
      if (session == null) {
        return;
      }
      out.print("> ");
      out.flush();
      String line = lines.readLine();
      if (line == null) {
        return;
      }
      sprint = engine.resume(session, new Input(line), document.sample(language));
    }
  }

  private static FlowFiles.@Nullable Folder compiled(String folder, PrintStream err)
      throws IOException {
    Map<String, String> files = read(folder, YAML, err);
    if (files == null) {
      return null;
    }
    return switch (FlowFiles.compile(files)) {
      case Compiled.Ready<FlowFiles.Folder>(FlowFiles.Folder ready) -> ready;
      case Compiled.Refused<FlowFiles.Folder>(List<Problem> problems) -> {
        problems.forEach(err::println);
        yield null;
      }
    };
  }

  private static @Nullable Map<String, String> read(String folder, String ending, PrintStream err)
      throws IOException {
    try {
      return TextFiles.read(Path.of(folder), ending);
    } catch (NoSuchFileException | NotDirectoryException missing) {
      err.println("There is no folder " + folder + ".");
    } catch (MalformedInputException foreign) {
      err.println("A file in " + folder + " is not UTF-8; save it as such.");
    }
    return null;
  }
}
