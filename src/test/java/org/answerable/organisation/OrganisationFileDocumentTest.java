package org.answerable.organisation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** {@code docs/organisation-file.md} explains every key that there is, and no other. */
class OrganisationFileDocumentTest {
  private static final Path DOCUMENT = Path.of("docs", "organisation-file.md");
  private static final Pattern ROW = Pattern.compile("\\| `([^`]+)` \\|.*");
  private static final Pattern EXAMPLE = Pattern.compile("(?s)```yaml\n(.*?)```");

  @Test
  void everyKeyIsExplainedWhereItStandsAndEveryExplainedKeyExists() throws IOException {
    Map<String, List<String>> explained = new LinkedHashMap<>();
    List<String> rows = new ArrayList<>();
    for (String line : Files.readAllLines(DOCUMENT)) {
      Matcher row = ROW.matcher(line);
      if (line.startsWith("## ")) {
        rows = explained.computeIfAbsent(line.substring(3), place -> new ArrayList<>());
      } else if (row.matches()) {
        rows.add(row.group(1));
      }
    }
    explained.values().removeIf(List::isEmpty);
    assertThat(explained).isEqualTo(Keys.byPlace());
  }

  @Test
  void theExampleIsValid() throws IOException {
    Matcher example = EXAMPLE.matcher(Files.readString(DOCUMENT));
    assertThat(example.find()).isTrue();
    var variables = Set.of("TWILIO_ACCOUNT_SID", "TWILIO_AUTH_TOKEN");
    var instance = new Instance(false, name -> variables.contains(name) ? "set" : null);
    assertThat(OrganisationFile.read("mti.yaml", example.group(1), instance))
        .isInstanceOf(OrganisationFile.Read.class);
  }

  /** Numbers in the document go stale first. */
  @Test
  void namesTheLimitsThatTheReaderHas() throws IOException {
    String document = Files.readString(DOCUMENT);
    assertThat(document)
        .contains("%,d characters".formatted(FileLimits.FILE_CHARS))
        .contains("3 to %d small letters".formatted(Slug.MAX_CHARS))
        .contains("more than %,d characters".formatted(FileLimits.ABOUT_CHARS))
        .contains("| more than %d |".formatted(FileLimits.TOPICS))
        .contains("an empty list; more than %d |".formatted(FileLimits.WITNESSES))
        .contains("| more than %d; none".formatted(FileLimits.ROLES))
        .contains("At most %d.".formatted(FileLimits.WORKING_DAYS))
        .contains("more than %d digits and blanks".formatted(FileLimits.NUMBER_CHARS));
  }
}
