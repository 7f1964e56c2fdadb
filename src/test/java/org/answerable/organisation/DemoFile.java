package org.answerable.organisation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** The shipped file of the demo organisation, for tests to read and to break. */
public final class DemoFile {
  static final Path PATH = Path.of("config/organisations/baraza-letu.yaml");

  private DemoFile() {}

  static String yaml() {
    try {
      return Files.readString(PATH);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static Organisation organisation() {
    return read(yaml());
  }

  static Organisation read(String yaml) {
    Instance demo = new Instance(true, name -> null);
    return switch (OrganisationFile.read("baraza-letu.yaml", yaml, demo)) {
      case OrganisationFile.Read read -> read.organisation();
      case OrganisationFile.Refused(var problems) ->
          throw new AssertionError(String.join("\n", problems));
    };
  }

  static Organisation withoutKindDays(Organisation o) {
    return new Organisation(
        o.id(),
        o.name(),
        o.demo(),
        o.languages(),
        o.timeZone(),
        o.workingDays(),
        o.slot(),
        o.hold(),
        o.answerWindow(),
        o.covers(),
        o.releaseUnsorted(),
        o.noticeOnly(),
        o.support(),
        o.roles(),
        o.topics(),
        Map.of(),
        o.readers(),
        o.focalPoints(),
        o.crisis(),
        o.desk(),
        o.focal(),
        o.channels(),
        o.smsCosts(),
        o.witnesses(),
        o.about());
  }
}
