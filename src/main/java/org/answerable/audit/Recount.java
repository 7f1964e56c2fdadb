package org.answerable.audit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.answerable.platform.Sha256;
import org.answerable.tlog.Hash;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a file for counting again says beside the ballots. It decides as much as they do: with two
 * names exchanged, the same ballots have another winner.
 *
 * @param announced the entry with seats, options, costs and budget
 * @param tieSecret what the order for ties comes from
 * @param texts the poll's texts beside the log; what was removed is not among them
 * @param ballots as they were signed
 */
record Recount(LogEntry announced, Hash tieSecret, Map<Hash, String> texts, String ballots) {
  /** Lines of BLT before the ballots: options and seats, the order for ties. */
  static final int BLT_HEAD = 2;

  private static final JsonMapper JSON = JsonMapper.shared();
  private static final String OPTIONS = "options";

  /** Stands in place of a text that was removed. */
  private static final String REMOVED = "(removed)";

  /** Whether the lines before the ballots, and those after the line {@code 0}, are those. */
  boolean isHeadOfBlt(List<String> lines) throws Finding {
    int end = lines.indexOf("0");
    int options = announced.size(OPTIONS);
    List<String> head =
        List.of(options + " " + announced.number("seats"), "[tie " + tieOrder(options) + "]");
    return end >= BLT_HEAD
        && lines.subList(0, BLT_HEAD).equals(head)
        && isEach(lines.subList(end + 1, lines.size()), names());
  }

  /** Whether the budget, and each project with its costs, are those. */
  boolean isHeadOfPabulib(List<String> lines) throws Finding {
    int projects = lines.indexOf("PROJECTS");
    int votes = lines.indexOf("VOTES");
    if (projects < 0 || votes < projects + 2) {
      return false;
    }
    List<String> budgets = lines.stream().filter(line -> line.startsWith("budget;")).toList();
    List<List<String>> rows = new ArrayList<>();
    List<LogEntry> options = announced.each(OPTIONS);
    for (int number = 1; number <= options.size(); number++) {
      String before = number + ";" + options.get(number - 1).text("cost") + ";";
      List<String> names = names(options.get(number - 1).hash("labels"), number + " " + REMOVED);
      rows.add(names.stream().map(name -> before + cell(name)).toList());
    }
    return budgets.equals(List.of("budget;" + announced.text("budget")))
        && isEach(lines.subList(projects + 2, votes), rows);
  }

  private static boolean isEach(List<String> lines, List<List<String>> allowed) {
    return lines.size() == allowed.size()
        && IntStream.range(0, lines.size())
            .allMatch(place -> allowed.get(place).contains(lines.get(place)));
  }

  /** Of each option, then of the question, what it may be called: its text in any language. */
  private List<List<String>> names() throws Finding {
    List<List<String>> all = new ArrayList<>();
    int number = 0;
    for (LogEntry option : announced.each(OPTIONS)) {
      number++;
      all.add(names(option.hash("labels"), number + " " + REMOVED));
    }
    all.add(names(announced.hash("question"), REMOVED));
    return all.stream().map(names -> names.stream().map(Recount::quoted).toList()).toList();
  }

  private List<String> names(Hash hash, String removed) {
    @Nullable String text = texts.get(hash);
    try {
      return text == null
          ? List.of(removed)
          : JSON.readTree(text).valueStream().map(JsonNode::asString).toList();
    } catch (JacksonException e) {
      return List.of(); // no text by language: nothing may stand there
    }
  }

  private static String quoted(String text) {
    return '"' + text.replaceAll("\\R", " ").replace("\"", "\"\"") + '"';
  }

  private static String cell(String text) {
    return text.matches("[^;\"\\r\\n]*") ? text : quoted(text);
  }

  /**
   * Options in the order of {@code SHA-256(seed|number)}, the seed being {@code SHA-256(secret ‖
   * SHA-256(ballots))} in hex.
   */
  private String tieOrder(int options) {
    Hash seed = Hash.of(Sha256.of(tieSecret.bytes(), Sha256.of(ballots)));
    Map<byte[], String> order = new TreeMap<>(Arrays::compareUnsigned);
    for (int number = 1; number <= options; number++) {
      order.put(Sha256.of(seed + "|" + number), String.valueOf(number));
    }
    return String.join(" ", order.values());
  }
}
