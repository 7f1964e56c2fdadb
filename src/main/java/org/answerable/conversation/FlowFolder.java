package org.answerable.conversation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.answerable.conversation.decision.Flows;
import org.answerable.flow.Compiled;
import org.answerable.flow.Problem;
import org.answerable.flow.yaml.FlowFiles;
import org.answerable.platform.StartupRefused;

/** The folder of flows that the application was given. */
final class FlowFolder {
  private FlowFolder() {}

  /**
   * Reads it.
   *
   * @throws StartupRefused with every problem of every file
   */
  static Flows read(Path folder) throws IOException {
    return switch (FlowFiles.compile(yamlOf(folder))) {
      case Compiled.Ready<FlowFiles.Folder>(FlowFiles.Folder ready) -> Flows.of(ready);
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
