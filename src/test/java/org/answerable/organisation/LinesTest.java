package org.answerable.organisation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LinesTest {
  private static final LocalDate CHECKED = LocalDate.of(2026, 11, 20);

  @TempDir Path config;
  private Path file = Path.of("");

  @BeforeEach
  void writeFile() throws IOException {
    Path folder = Files.createDirectory(config.resolve("organisations"));
    file = folder.resolve("mti.yaml");
    write(
        DemoFile.yaml()
            .replace("id: baraza-letu", "id: mti")
            .replace("demo: true", "")
            .replace("{ id: simulator, kind: simulator }", TWILIO));
  }

  private static final String TWILIO =
      "{ id: phones, kind: twilio, account-sid: AC1, auth-token: \"${T}\", from: \"+99970000001\""
          + " }";

  @Test
  void isOpenWhereNothingIsMissing() throws IOException {
    assertThat(lines(false).isOpen(organisation())).isTrue();
    assertThat(note(CHECKED)).isEmpty();
  }

  @Test
  void isClosedWhereTheFileLacksSomethingAndTheStartNamesEachPlace() throws IOException {
    write(read().replace("  - Neema (demo)\n", "").replace("\"+99970000012\"", "\"+99900000000\""));
    assertThat(lines(false).isOpen(organisation())).isFalse();
    assertThat(note(CHECKED))
        .startsWith("\nThe line of Baraza Letu is closed.")
        .contains("  " + place("- Amani", 3) + ": \"readers\" names fewer than two;")
        .contains("  " + place("fr: { number: \"+99900000000\"", 17) + ": \"+99900000000\" still");
  }

  @Test
  void isClosedWhileAConditionIsNotMet() throws IOException {
    var lines = new Lines(false, Map.of(), Map.of(), List.of(of -> List.of("no key; make one")));
    assertThat(lines.missing(organisation())).containsExactly("no key; make one");
    assertThat(lines.isOpen(organisation())).isFalse();
  }

  @Test
  void isAlwaysOpenInTheDemo() throws IOException {
    write(read().replace("  - Neema (demo)\n", ""));
    assertThat(lines(true).isOpen(organisation())).isTrue();
  }

  @Test
  void namesANumberThatNobodyHasCalledForLong() throws IOException {
    assertThat(note(CHECKED.plusDays(CheckedNumber.CHECK_DAYS))).isEmpty();
    String note = note(CHECKED.plusDays(CheckedNumber.CHECK_DAYS + 1));
    assertThat(note.lines().filter(line -> line.contains("last called"))).hasSize(9);
    assertThat(note)
        .startsWith("\nNumbers of Baraza Letu that nobody has called for 90 days:\n")
        .contains(
            "  %s:%d: \"crisis\" in fr, +99970000012, was last called on 2026-11-20; call it, and"
                    .formatted(file, line("fr: { number: \"+99970000012\""))
                + " write the new day here\n");
    assertThat(lines(false).isOpen(organisation())).isTrue();
  }

  @Test
  void aDayThatHasNotComeIsNobodysCall() throws IOException {
    assertThat(lines(false).toCall(organisation(), CHECKED.minusDays(1))).hasSize(9);
  }

  @Test
  void aDemosNumbersAreNobodys() throws IOException {
    write(read().replace("name: Baraza", "demo: true\nname: Baraza"));
    assertThat(lines(false).toCall(organisation(), CHECKED.plusYears(1))).isEmpty();
  }

  private String note(LocalDate today) throws IOException {
    var clock = InstantSource.fixed(Instant.parse(today + "T09:00:00Z"));
    return new LinesAtStart(declared().organisations(), lines(false), clock).text();
  }

  private Lines lines(boolean demo) throws IOException {
    return new Lines(demo, declared().missing(), declared().numbers(), List.of());
  }

  private Organisation organisation() throws IOException {
    return declared().organisations().get("mti");
  }

  private Declared declared() throws IOException {
    return OrganisationFolder.read(config, new Instance(false, name -> "set"));
  }

  private String place(String text, int column) throws IOException {
    return file + ":" + line(text) + ":" + column;
  }

  /** The line's number, as editors count. */
  private int line(String text) throws IOException {
    String before = read().substring(0, read().indexOf(text));
    return (int) before.chars().filter(sign -> sign == '\n').count() + 1;
  }

  private String read() throws IOException {
    return Files.readString(file);
  }

  private void write(String yaml) throws IOException {
    Files.writeString(file, yaml);
  }
}
