package org.answerable.platform;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedMap;
import java.util.TreeMap;

/** Reads a folder of files that people write. */
public final class TextFiles {
  /** What one file may hold, in bytes; larger ones are no text that somebody wrote. */
  public static final long MAX_BYTES = 2_000_000;

  private TextFiles() {}

  /**
   * The UTF-8 text of each file of a folder, by its name. A folder that isn't there, or a file that
   * is too large or no UTF-8, is an {@link IOException}.
   *
   * @param ending what the names end with: {@code .yaml}
   */
  public static SortedMap<String, String> read(Path folder, String ending) throws IOException {
    SortedMap<String, String> texts = new TreeMap<>();
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*" + ending)) {
      for (Path file : files) {
        if (Files.size(file) > MAX_BYTES) {
          throw new IOException(file + " is larger than " + MAX_BYTES + " bytes");
        }
        texts.put(file.getFileName().toString(), Files.readString(file));
      }
    }
    return texts;
  }
}
