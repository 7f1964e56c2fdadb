package org.answerable.flow.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What authors read is what they get. */
class ConversationsDocumentTest {
  private static final Pattern EXAMPLE =
      Pattern.compile("```yaml\n(language:.*?)```", Pattern.DOTALL);
  private static final Pattern ROW = Pattern.compile("(?m)^\\| (`[^|]*`) \\|");
  private static final Pattern CODE = Pattern.compile("`([a-z-]+)`");

  @Test
  void theExampleIsAFlowWithoutFaults() throws IOException {
    Matcher example = EXAMPLE.matcher(page());
    assertThat(example.find()).isTrue();
    Map<String, String> files = Shipped.files();
    files.put("example.yaml", example.group(1));
    assertThat(FlowFiles.compile(files).orThrow().check()).isEmpty();
  }

  @Test
  void everyRuleOfTheCheckIsExplained() throws IOException {
    String page = page();
    TreeSet<String> told = new TreeSet<>();
    Matcher row = ROW.matcher(page.substring(page.indexOf("## What `flows check` finds")));
    while (row.find()) {
      CODE.matcher(row.group(1)).results().forEach(code -> told.add(code.group(1)));
    }
    for (Finding.Rule rule : Finding.Rule.values()) {
      assertThat(told.remove(rule.word())).as(rule.word()).isTrue();
    }
    assertThat(told).containsExactly("unreadable");
  }

  @Test
  void everyKeyOfAStepIsExplained() throws IOException {
    String page = page();
    for (String key : StepsReader.KEYS) {
      assertThat(page).as(key).containsPattern("(?m)^\\|[^|]*`" + key + "`[^|]*\\|");
    }
  }

  private static String page() throws IOException {
    return Files.readString(Path.of("docs/conversations.md"));
  }
}
