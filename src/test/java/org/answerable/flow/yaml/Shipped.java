package org.answerable.flow.yaml;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.answerable.platform.TextFiles;

/** The folder that the product ships, for tests. */
public final class Shipped {
  public static final Path FOLDER = Path.of("flows");

  private Shipped() {}

  public static FlowFiles.Folder folder() {
    return FlowFiles.compile(files()).orThrow();
  }

  public static Map<String, String> files() {
    try {
      return new HashMap<>(TextFiles.read(FOLDER, ".yaml"));
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
