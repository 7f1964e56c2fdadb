package org.answerable.audit;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** A copy of a log in a folder. */
record FolderSource(Path folder) implements Source {
  /** The folder of a log whose organisation's pages are copied too. */
  static final String LOG = "tlog";

  @Override
  public Optional<byte[]> find(String path, int bytesMax) throws Finding, IOException {
    return read(folder.resolve(path), path, bytesMax);
  }

  @Override
  public Optional<byte[]> beside(String name, int bytesMax) throws Finding, IOException {
    return folder.endsWith(LOG)
        ? read(folder.resolveSibling(name), name, bytesMax)
        : Optional.empty();
  }

  @Override
  public boolean hasPages() {
    return false;
  }

  private static Optional<byte[]> read(Path file, String path, int bytesMax)
      throws Finding, IOException {
    if (!Files.isRegularFile(file)) {
      return Optional.empty();
    }
    try (InputStream bytes = Files.newInputStream(file)) {
      return Optional.of(Bounded.read(bytes, path, bytesMax));
    }
  }
}
