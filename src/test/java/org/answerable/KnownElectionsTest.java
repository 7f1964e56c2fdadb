package org.answerable;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Elections whose results are known from elsewhere, counted by the command as anybody would. Their
 * files are not ours to publish: they are read from {@code ../shared/elections}, or the folder that
 * {@code -Delections=…} names, and where there is none, this test says so and is skipped.
 */
class KnownElectionsTest {
  private static final Path FOLDER =
      Path.of(System.getProperty("elections", "../shared/elections"));

  @BeforeAll
  static void theFolderIsThere() {
    assumeTrue(
        Files.isDirectory(FOLDER),
        () -> "no folder " + FOLDER + ": nothing is checked against known elections");
  }

  @Test
  void winnersAndRankingsAreTheKnownOnes() throws IOException {
    List<String> wrong = new ArrayList<>();
    List<String[]> rows = rows("expected.tsv");
    for (String[] row : rows) {
      String found = difference(row);
      if (!found.isEmpty()) {
        wrong.add(row[0] + " " + row[1] + ": " + found);
      }
    }
    System.out.println(rows.size() + " known results compared");
    assertThat(wrong).isEmpty();
    assertThat(rows).hasSizeGreaterThanOrEqualTo(179);
  }

  /** Winners alone would not show how values are truncated; totals do. */
  @Test
  void stageTotalsAreTheDeclaredOnesToTheFifthDecimal() throws IOException {
    Map<String, JsonNode> counted = new HashMap<>();
    List<String> wrong = new ArrayList<>();
    List<String[]> rows = rows("stages_official.tsv");
    for (String[] row : rows) {
      if (!counted.containsKey(row[0])) {
        counted.put(row[0], count(row[0], "scottish-stv"));
      }
      JsonNode stage = counted.get(row[0]).get("stages").get(Integer.parseInt(row[1]) - 1);
      String total = stage == null ? "none" : stage.get("totals").get(row[2]).asString();
      if (!total.equals(row[3])) {
        wrong.add(String.join(" ", row) + ": " + total);
      }
    }
    System.out.println(rows.size() + " declared totals compared");
    assertThat(wrong).isEmpty();
    assertThat(rows).hasSizeGreaterThanOrEqualTo(893);
  }

  private static String difference(String[] row) throws IOException {
    List<String> options = new ArrayList<>();
    for (String option : row[2].split("[ ,;]+")) {
      if (option.startsWith("seed=")) {
        options.addAll(List.of("--seed", option.substring("seed=".length())));
      } else if (option.equals("integral")) {
        options.add("--integral");
      } else if (!option.isEmpty()) {
        return "unknown option " + option;
      }
    }
    if (!row[3].isEmpty()) {
      options.addAll(List.of("--seats", row[3]));
    }
    JsonNode tally = count(row[0], row[1], options.toArray(String[]::new));
    String winners = texts(tally.get("winners")).collect(Collectors.joining(" "));
    boolean same =
        row[4].equals("set") ? sorted(winners).equals(sorted(row[5])) : winners.equals(row[5]);
    String ranking =
        StreamSupport.stream(tally.get("ranking").spliterator(), false)
            .map(level -> texts(level).collect(Collectors.joining("=")))
            .collect(Collectors.joining(">"));
    boolean sameRanking = row[6].isEmpty() || levels(ranking).equals(levels(row[6]));
    return (same ? "" : "winners " + winners + " are to be " + row[5])
        + (sameRanking ? "" : " ranking " + ranking + " is to be " + row[6]);
  }

  private static Stream<String> texts(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false).map(JsonNode::asString);
  }

  /** Who shares a level is equal, in whatever order a source lists them. */
  private static List<List<String>> levels(String ranking) {
    return Arrays.stream(ranking.split(">"))
        .map(level -> Arrays.stream(level.split("=")).sorted().toList())
        .toList();
  }

  private static List<String> sorted(String words) {
    return Arrays.stream(words.split(" ")).sorted().toList();
  }

  private static List<String[]> rows(String file) throws IOException {
    try (var lines = Files.lines(FOLDER.resolve(file))) {
      return lines.skip(1).map(line -> line.split("\t", -1)).toList();
    }
  }

  private static JsonNode count(String file, String method, String... options) throws IOException {
    List<String> words = new ArrayList<>(List.of("count", "--method", method, "--json"));
    words.addAll(List.of(options));
    words.add(FOLDER.resolve(file).toString());
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    int status =
        new CommandLine(server -> {})
            .run(
                words.toArray(String[]::new),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                InputStream.nullInputStream());
    assertThat(status).as(err.toString(StandardCharsets.UTF_8)).isZero();
    return JsonMapper.shared().readTree(out.toString(StandardCharsets.UTF_8));
  }
}
