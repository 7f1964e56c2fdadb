package org.answerable.conversation.decision;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.answerable.flow.BallotWords;
import org.answerable.flow.Compiled;
import org.answerable.flow.EchoWords;
import org.answerable.flow.FlowEngine;
import org.answerable.flow.Greetings;
import org.answerable.flow.Keywords;
import org.answerable.flow.Problem;
import org.answerable.flow.SecretWords;
import org.answerable.flow.Texts;
import org.answerable.flow.yaml.FlowFiles;
import org.answerable.platform.StartupRefused;

/** What stands in {@code answerable.flows-dir}, read once and compiled whole. */
public record Flows(
    FlowEngine engine,
    Texts texts,
    Keywords keywords,
    SecretWords secrets,
    BallotWords ballots,
    EchoWords echoes,
    Greetings greetings,
    PollPhrases polls) {

  public static Flows of(FlowFiles.Folder folder) {
    return new Flows(
        folder.engine(),
        folder.texts(),
        folder.keywords(),
        folder.secrets(),
        folder.ballots(),
        folder.echoes(),
        folder.greetings(),
        new PollPhrases(folder));
  }

  /**
   * Reads a folder.
   *
   * @throws StartupRefused with every problem of every file
   */
  public static Flows read(Path folder) throws IOException {
    return switch (FlowFiles.compile(yamlOf(folder))) {
      case Compiled.Ready<FlowFiles.Folder>(FlowFiles.Folder ready) -> of(ready);
      case Compiled.Refused<FlowFiles.Folder>(List<Problem> problems) ->
          throw new StartupRefused(problems.stream().map(Problem::toString).toList());
    };
  }

  private static Map<String, String> yamlOf(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      throw new StartupRefused(
          "answerable.flows-dir: there is no folder " + folder + ": name the one with texts.yaml");
    }
    var files = new TreeMap<String, String>();
    try (Stream<Path> paths = Files.list(folder)) {
      for (Path path : paths.filter(file -> file.toString().endsWith(".yaml")).toList()) {
        files.put(path.getFileName().toString(), Files.readString(path));
      }
    }
    return files;
  }
}
