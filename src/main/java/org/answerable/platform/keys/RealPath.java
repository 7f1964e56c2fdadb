package org.answerable.platform.keys;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where a folder truly lies: names and links can lead to one in two ways. */
public final class RealPath {
  private RealPath() {}

  /** Without links, also where it does not exist yet. */
  public static Path of(Path folder) throws IOException {
    Path absolute = folder.toAbsolutePath().normalize();
    Path parent = absolute.getParent();
    if (Files.exists(absolute) || parent == null) {
      return absolute.toRealPath();
    }
    return of(parent).resolve(String.valueOf(absolute.getFileName()));
  }
}
