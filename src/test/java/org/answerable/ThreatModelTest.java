package org.answerable;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What {@code THREAT_MODEL.md} says is held by a test, is. */
class ThreatModelTest {
  private static final Path DOCUMENT = Path.of("THREAT_MODEL.md");
  private static final Pattern NAMED = Pattern.compile("\\*([A-Z]\\w+)\\.(\\w+)\\*");
  private static final int LINES_MAX = 120;

  @Test
  void everyTestThatItNamesIsThere() throws IOException {
    Map<String, String> texts = new HashMap<>();
    for (SourceFile source : SourceFile.below(Path.of("src/test"))) {
      texts.put(String.valueOf(source.path().getFileName()), source.text());
    }
    List<String> missing =
        NAMED
            .matcher(Files.readString(DOCUMENT))
            .results()
            .filter(
                found ->
                    !texts
                        .getOrDefault(found.group(1) + ".java", "")
                        .contains("void " + found.group(2) + "("))
            .map(found -> found.group())
            .toList();
    assertThat(missing).isEmpty();
  }

  @Test
  void namesOfTestsAreWrittenInTheOneWayThatIsChecked() throws IOException {
    String text = Files.readString(DOCUMENT);
    Matcher mention = Pattern.compile("\\w+(?:Test|IT)\\.\\w+").matcher(text);
    assertThat(mention.results().count()).isPositive();
    assertThat(Pattern.compile("\\w+(?:Test|IT)\\.\\w+").matcher(text).results().count())
        .isEqualTo(NAMED.matcher(text).results().count());
  }

  @Test
  void isShortEnoughToBeRead() throws IOException {
    assertThat(Files.readAllLines(DOCUMENT)).hasSizeLessThan(LINES_MAX);
  }
}
