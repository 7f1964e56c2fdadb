package org.answerable.intake.words;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.answerable.organisation.Organisations;
import org.answerable.testing.ShippedWords;

/** Tables of messages: a line each, tabs between, # before what is for people. */
final class Messages {
  private static final Path RESOURCES = Path.of("src/test/resources");

  private Messages() {}

  static List<List<String>> of(String file) throws IOException {
    return Files.readAllLines(RESOURCES.resolve(file)).stream()
        .filter(line -> !line.isBlank() && !line.startsWith("#"))
        .map(line -> Arrays.asList(line.split("\t")))
        .toList();
  }

  static WordLists shipped() throws IOException {
    return WordLists.read(ShippedWords.FOLDER, new Organisations(List.of()));
  }
}
