package org.answerable.audit;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** A copy of a log in a folder. */
record FolderSource(Path folder) implements Source {
  @Override
  public Optional<byte[]> find(String path, int bytesMax) throws Finding, IOException {
    Path file = folder.resolve(path);
    if (!Files.isRegularFile(file)) {
      return Optional.empty();
    }
    try (InputStream bytes = Files.newInputStream(file)) {
      return Optional.of(Bounded.read(bytes, path, bytesMax));
    }
  }
}
