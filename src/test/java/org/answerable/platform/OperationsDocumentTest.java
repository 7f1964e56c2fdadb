package org.answerable.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** {@code docs/operations.md} names every property that there is, and no other. */
class OperationsDocumentTest {
  private static final Path DOCUMENT = Path.of("docs", "operations.md");
  private static final Pattern ROW = Pattern.compile("(?m)^\\| `(answerable\\.[a-z.-]+)` \\|");
  private static final Pattern MENTION = Pattern.compile("answerable\\.([a-z-]+)");

  @Test
  void explainsEveryPropertyOnce() throws IOException {
    List<String> explained =
        ROW.matcher(Files.readString(DOCUMENT)).results().map(row -> row.group(1)).toList();
    assertThat(explained)
        .containsExactlyInAnyOrderElementsOf(
            properties("answerable.", AnswerableProperties.class).toList());
  }

  @Test
  void mentionsNoPropertyThatThereIsNot() throws IOException {
    List<String> known =
        Arrays.stream(AnswerableProperties.class.getRecordComponents())
            .map(component -> kebab(component.getName()))
            .toList();
    assertThat(MENTION.matcher(Files.readString(DOCUMENT)).results().map(found -> found.group(1)))
        .filteredOn(word -> !List.of("jar", "service").contains(word))
        .isSubsetOf(known);
  }

  @Test
  void namesTheNumberOfLoginsAndLeavesRoomForTheirConnections() throws IOException {
    int connections = Arrays.stream(Login.values()).mapToInt(Login::connections).sum();
    assertThat(connections).as("pools and the owner fit into 32").isLessThan(32);
    assertThat(Login.values()).as("the document says nine").hasSize(9);
    assertThat(Files.readString(DOCUMENT)).contains("the nine logins", "Allow 32 connections");
  }

  private static Stream<String> properties(String prefix, Class<?> type) {
    return Arrays.stream(type.getRecordComponents())
        .flatMap(component -> properties(prefix, component));
  }

  private static Stream<String> properties(String prefix, RecordComponent component) {
    String name = prefix + kebab(component.getName());
    return component.getType().isRecord()
        ? properties(name + ".", component.getType())
        : Stream.of(name);
  }

  private static String kebab(String camel) {
    return camel.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
  }
}
