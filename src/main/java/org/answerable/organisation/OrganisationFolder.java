package org.answerable.organisation;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.answerable.platform.StartupRefused;

/** {@code config/organisations}: every organisation of the instance, one file each. */
final class OrganisationFolder {
  static final String NAME = "organisations";

  private OrganisationFolder() {}

  /**
   * Reads all files.
   *
   * @throws StartupRefused with every problem of every file
   */
  static Declared read(Path configDir, Instance instance) throws IOException {
    Path folder = configDir.resolve(NAME).normalize();
    List<Organisation> organisations = new ArrayList<>();
    List<String> problems = new ArrayList<>();
    Map<String, List<String>> missing = new HashMap<>();
    Map<String, List<CheckedNumber>> numbers = new HashMap<>();
    for (Path file : files(folder)) {
      if (file.toString().endsWith(".yml")) {
        problems.add(file + ":1:1: this file is not read; rename it to end in .yaml");
        continue;
      }
      switch (readOne(file, instance)) {
        case OrganisationFile.Read read -> {
          organisations.add(read.organisation());
          missing.put(read.organisation().id(), read.missing());
          numbers.put(read.organisation().id(), read.numbers());
        }
        case OrganisationFile.Refused(List<String> lines) -> problems.addAll(lines);
      }
    }
    if (organisations.isEmpty() && problems.isEmpty()) {
      problems.add(folder + ": no organisation is declared; write one with the command init");
    }
    if (!problems.isEmpty()) {
      throw new StartupRefused(problems);
    }
    return new Declared(new Organisations(organisations), missing, numbers);
  }

  static OrganisationFile.Result readOne(Path file, Instance instance) throws IOException {
    try {
      return OrganisationFile.read(file.toString(), Files.readString(file), instance);
    } catch (CharacterCodingException e) {
      return new OrganisationFile.Refused(
          List.of(file + ":1:1: this file is not UTF-8; save it as UTF-8"));
    }
  }

  static List<Path> files(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.filter(OrganisationFolder::declares).sorted().toList();
    }
  }

  /** Editors leave hidden files behind. */
  private static boolean declares(Path entry) {
    String name = String.valueOf(entry.getFileName());
    return !name.startsWith(".") && (name.endsWith(".yaml") || name.endsWith(".yml"));
  }
}
