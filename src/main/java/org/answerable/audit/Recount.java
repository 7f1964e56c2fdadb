package org.answerable.audit;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.answerable.ballot.Ballot;
import org.answerable.ballot.BallotLimits;
import org.answerable.ballot.BudgetPoll;
import org.answerable.ballot.Candidate;
import org.answerable.ballot.CountingMethod;
import org.answerable.ballot.Project;
import org.answerable.ballot.RankedPoll;
import org.answerable.ballot.Tally;
import org.answerable.ballot.TieOrder;
import org.answerable.platform.Sha256;
import org.answerable.tlog.Hash;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Counts a poll again from the ballots that were signed, and knows what a file for counting again
 * says beside them. That decides as much as they do: with two names exchanged, the same ballots
 * have another winner.
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
  private static final String POINTS = "points";

  /** As files of other programs may have it, too. */
  private static final Pattern AMOUNT =
      Pattern.compile(
          "\\d{1,%d}(\\.\\d{1,%d})?"
              .formatted(BallotLimits.MONEY_DIGITS, BallotLimits.MONEY_DECIMALS));

  /** Stands in place of a text that was removed. */
  private static final String REMOVED = "(removed)";

  /**
   * Whom these ballots choose by the rules that were announced, in the order of the count.
   *
   * @return empty for a way to count that this program is too old to know
   * @throws Finding when the ballots, or the rules, are none that can be counted
   */
  Optional<List<Integer>> winners() throws Finding {
    String word = announced.text("method");
    Optional<CountingMethod> method = CountingMethod.named(word);
    if (method.isEmpty()) {
      return Optional.empty();
    }
    if (!word.equals(POINTS) && ballots.indexOf(':') >= 0) {
      throw announced.finding("announces a poll whose ballots share points, which it has none of");
    }
    try {
      return Optional.of(tally(method.get()).outcome().winners());
    } catch (ArithmeticException | IllegalArgumentException e) {
      throw announced.finding("announces a poll whose ballots can't be counted");
    }
  }

  private Tally tally(CountingMethod method) throws Finding {
    return switch (method) {
      case CountingMethod.OfRankings rankings -> rankings.count(ranked());
      case CountingMethod.OfProjects projects -> projects.count(budget());
    };
  }

  private RankedPoll ranked() throws Finding {
    int options = announced.size(OPTIONS);
    List<Candidate> candidates =
        IntStream.rangeClosed(1, options)
            .mapToObj(number -> new Candidate(number, String.valueOf(number), false))
            .toList();
    return new RankedPoll("", announced.number("seats"), candidates, ties(options), marked());
  }

  private BudgetPoll budget() throws Finding {
    List<Project> projects = new ArrayList<>();
    for (LogEntry option : announced.each(OPTIONS)) {
      String number = String.valueOf(projects.size() + 1);
      BigDecimal cost = amount(option, "cost");
      projects.add(new Project(projects.size() + 1, number, number, cost));
    }
    return new BudgetPoll(
        "", amount(announced, "budget"), projects, ties(projects.size()), marked());
  }

  /** Not so long that counting with it never ends. */
  private static BigDecimal amount(LogEntry entry, String field) throws Finding {
    String amount = entry.text(field);
    if (!AMOUNT.matcher(amount).matches()) {
      throw entry.finding("has a " + field + " that is no amount");
    }
    return new BigDecimal(amount);
  }

  /** Equal ones together; of points a ballot for each option that has some. */
  private List<Ballot> marked() {
    Map<String, Long> copies =
        ballots.lines().collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
    List<Ballot> all = new ArrayList<>();
    copies.forEach((line, weight) -> all.addAll(marked(line, weight)));
    return all;
  }

  private static List<Ballot> marked(String line, long copies) {
    if (line.indexOf(':') < 0) {
      return List.of(Ballot.ranked(copies, parts(line, " ").map(Recount::rank).toList()));
    }
    return parts(line, " ")
        .map(part -> parts(part, ":").map(Integer::valueOf).toList())
        .map(points -> Ballot.of(Math.multiplyExact(copies, points.getLast()), points.getFirst()))
        .toList();
  }

  private static List<Integer> rank(String part) {
    return parts(part, "=").map(Integer::valueOf).toList();
  }

  private static Stream<String> parts(String text, String between) {
    return Arrays.stream(text.split(between));
  }

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

  private String tieOrder(int options) {
    return ties(options).order().stream().map(String::valueOf).collect(Collectors.joining(" "));
  }

  /** The seed is {@code SHA-256(secret ‖ SHA-256(ballots))} in hex. */
  private TieOrder ties(int options) {
    Hash seed = Hash.of(Sha256.of(tieSecret.bytes(), Sha256.of(ballots)));
    List<String> numbers = IntStream.rangeClosed(1, options).mapToObj(String::valueOf).toList();
    return TieOrder.seeded(seed.toString(), numbers);
  }
}
