package org.answerable.testing;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** The shipped word lists, for tests that start with a configuration of their own. */
public final class ShippedWords {
  public static final Path FOLDER = Path.of("config", "words");

  private ShippedWords() {}

  /** Copies them into a folder of configuration. */
  public static void copyTo(Path config) throws IOException {
    Path words = Files.createDirectories(config.resolve("words"));
    try (DirectoryStream<Path> files = Files.newDirectoryStream(FOLDER)) {
      for (Path file : files) {
        Files.copy(file, words.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
      }
    }
  }
}
