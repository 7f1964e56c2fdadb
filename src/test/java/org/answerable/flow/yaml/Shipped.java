package org.answerable.flow.yaml;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The folder that the product ships, for tests. */
public final class Shipped {
  public static final Path FOLDER = Path.of("flows");

  private Shipped() {}

  public static FlowFiles.Folder folder() {
    return FlowFiles.compile(files()).orThrow();
  }

  public static Map<String, String> files() {
    Map<String, String> files = new HashMap<>();
    try (var paths = Files.list(FOLDER)) {
      List<Path> yaml = paths.filter(path -> path.toString().endsWith(".yaml")).toList();
      for (Path path : yaml) {
        files.put(path.getFileName().toString(), Files.readString(path));
      }
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
    return files;
  }
}
