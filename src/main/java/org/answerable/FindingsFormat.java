package org.answerable;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.answerable.flow.Problem;
import org.answerable.flow.yaml.Finding;
import tools.jackson.databind.json.JsonMapper;

/** How {@code flows check} says what it found. */
enum FindingsFormat {
  /** A line each, for people. */
  TEXT,
  /** One array, for programs. */
  JSON,
  /**
   * Workflow commands, which GitHub shows beside the lines of a change.
   *
   * @see <a
   *     href="https://docs.github.com/actions/reference/workflow-commands-for-github-actions">Workflow
   *     commands</a>
   */
  GITHUB;

  private static final String UNREADABLE = "unreadable";

  private record Row(String rule, Problem problem) {}

  /** By what follows the folder; empty if that is something else. */
  static Optional<FindingsFormat> of(List<String> args) {
    if (args.size() == 1) {
      return Optional.of(TEXT);
    }
    if (args.size() != 3 || !args.get(1).equals("--format")) {
      return Optional.empty();
    }
    for (FindingsFormat format : values()) {
      if (format.name().toLowerCase(Locale.ROOT).equals(args.get(2))) {
        return Optional.of(format);
      }
    }
    return Optional.empty();
  }

  /**
   * @param problems why the folder can't be read at all
   * @param findings what is wrong with what it says
   */
  void print(String folder, List<Problem> problems, List<Finding> findings, PrintStream out) {
    switch (this) {
      case TEXT -> {
        problems.forEach(out::println);
        findings.forEach(out::println);
      }
      case JSON -> out.println(json(rows(problems, findings)));
      case GITHUB -> rows(problems, findings).forEach(row -> out.println(github(folder, row)));
    }
  }

  private static List<Row> rows(List<Problem> problems, List<Finding> findings) {
    List<Row> rows = new ArrayList<>();
    problems.forEach(problem -> rows.add(new Row(UNREADABLE, problem)));
    findings.forEach(finding -> rows.add(new Row(finding.rule().word(), finding.problem())));
    return rows;
  }

  private static String json(List<Row> rows) {
    return JsonMapper.shared()
        .writerWithDefaultPrettyPrinter()
        .writeValueAsString(rows.stream().map(FindingsFormat::members).toList());
  }

  private static Map<String, Object> members(Row row) {
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("file", row.problem.file());
    members.put("line", row.problem.line());
    members.put("column", row.problem.column());
    members.put("rule", row.rule);
    members.put("message", row.problem.message());
    return members;
  }

  private static String github(String folder, Row row) {
    Problem problem = row.problem;
    String file = Path.of(folder, problem.file()).toString().replace('\\', '/');
    return "::error file=%s,line=%d,col=%d,title=%s::%s"
        .formatted(
            escaped(file).replace(":", "%3A").replace(",", "%2C"),
            problem.line(),
            problem.column(),
            row.rule,
            escaped(problem.message()));
  }

  private static String escaped(String text) {
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A");
  }
}
