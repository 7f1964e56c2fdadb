package org.answerable.platform.keys;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where a folder truly lies: names and links can lead to one in two ways. */
public final class Folders {
  private Folders() {}

  /** Without links, also where it does not exist yet. */
  public static Path real(Path folder) throws IOException {
    Path absolute = folder.toAbsolutePath().normalize();
    Path parent = absolute.getParent();
    if (Files.exists(absolute) || parent == null) {
      return absolute.toRealPath();
    }
    return real(parent).resolve(String.valueOf(absolute.getFileName()));
  }
}
