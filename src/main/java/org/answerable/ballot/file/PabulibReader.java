package org.answerable.ballot.file;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.answerable.ballot.Ballot;
import org.answerable.ballot.BallotLimits;
import org.answerable.ballot.BudgetPoll;
import org.answerable.ballot.Project;
import org.answerable.ballot.TieOrder;

/**
 * Reads Pabulib's {@code .pb}, approval ballots only: the sections META, PROJECTS and VOTES, each a
 * table with a head, columns divided by {@code ;}. Columns that counting does not need are skipped.
 *
 * @see <a href="https://pabulib.org/format">Stolicki, Szufa and Talmon, Pabulib: a participatory
 *     budgeting library; the form</a>
 */
public final class PabulibReader {
  private static final List<String> SECTIONS = List.of("META", "PROJECTS", "VOTES");

  /** Keys of META that the count depends on. */
  private static final List<String> COUNTED_KEYS = List.of("budget", "vote_type");

  private final Iterator<String> lines;
  private int lineNumber;
  private String line = "";
  private final Map<String, String> meta = new HashMap<>();
  private final Map<String, Integer> numberOf = new HashMap<>();
  private final List<Project> projects = new ArrayList<>();
  private final List<Ballot> ballots = new ArrayList<>();
  private long marks;

  private PabulibReader(Iterator<String> lines) {
    this.lines = lines;
  }

  /** A row of a section. */
  @FunctionalInterface
  private interface Row {
    void take(List<String> head, List<String> cells) throws Fault;
  }

  /**
   * Reads all lines. It is remarked if the file says other numbers of votes or projects than it
   * has.
   *
   * @param lines without line ends, each of {@link BallotLimits#LINE_CHARS} at most
   */
  public static Reading<BudgetPoll> read(Iterator<String> lines) {
    PabulibReader reader = new PabulibReader(lines);
    try {
      return reader.poll();
    } catch (Fault fault) {
      return new Reading.Refused<>(Math.max(1, reader.lineNumber), fault.what());
    }
  }

  private Reading<BudgetPoll> poll() throws Fault {
    advance();
    section("META", (head, cells) -> addMeta(cells));
    BigDecimal budget = budget();
    section("PROJECTS", this::addProject);
    section("VOTES", this::addBallot);
    if (!line.isEmpty()) {
      throw new Fault("nothing is to follow the votes");
    }
    BudgetPoll poll =
        new BudgetPoll(
            meta.getOrDefault("description", ""),
            budget,
            projects,
            TieOrder.listed(projects.size()),
            ballots);
    return new Reading.Ready<>(poll, remarks());
  }

  /** Reads the rows of a section, up to the next one or the end. */
  private void section(String name, Row row) throws Fault {
    if (!line.strip().equals(name)) {
      throw new Fault("the section " + name + " is to stand here, its name on a line of its own");
    }
    advance();
    List<String> head = cells(line).stream().map(String::strip).toList();
    if (SECTIONS.contains(line.strip()) || line.isEmpty()) {
      throw new Fault("the section " + name + " is to begin with the names of its columns");
    }
    advance();
    while (!line.isEmpty() && !SECTIONS.contains(line.strip())) {
      row.take(head, cells(line));
      advance();
    }
  }

  private void addMeta(List<String> cells) throws Fault {
    String key = cells.getFirst().strip();
    String before = meta.put(key, cells.size() < 2 ? "" : cells.get(1).strip());
    if (before != null && COUNTED_KEYS.contains(key)) {
      throw new Fault("META says " + key + " twice; which of the two holds?");
    }
  }

  private BigDecimal budget() throws Fault {
    if (!"approval".equals(meta.get("vote_type"))) {
      throw new Fault(
          "META is to say vote_type;approval, for Equal Shares counts approvals here; it says "
              + Numbers.quoted(meta.getOrDefault("vote_type", "nothing")));
    }
    BigDecimal budget = Numbers.money(meta.getOrDefault("budget", ""), "META's budget");
    if (budget.signum() == 0) {
      throw new Fault("META's budget is zero; nothing can be funded");
    }
    return budget;
  }

  private void addProject(List<String> head, List<String> cells) throws Fault {
    String id = cell(head, cells, "project_id");
    BigDecimal cost = Numbers.money(cell(head, cells, "cost"), "a cost");
    String name = head.contains("name") ? cell(head, cells, "name") : id;
    if (id.isEmpty() || id.length() > BallotLimits.NAME_CHARS) {
      throw new Fault("a project_id has 1 to " + BallotLimits.NAME_CHARS + " characters");
    }
    if (projects.size() == BallotLimits.PROJECTS) {
      throw new Fault("more than " + BallotLimits.PROJECTS + " projects");
    }
    projects.add(new Project(projects.size() + 1, id, name, cost));
    if (numberOf.put(id, projects.size()) != null) {
      throw new Fault("the project " + Numbers.quoted(id) + " is there twice");
    }
  }

  private void addBallot(List<String> head, List<String> cells) throws Fault {
    List<Integer> approved = new ArrayList<>();
    for (String word : cell(head, cells, "vote").split(",")) {
      String id = word.strip();
      Integer number = numberOf.get(id);
      if (number != null) {
        approved.add(number);
      } else if (!id.isEmpty()) {
        throw new Fault("there is no project " + Numbers.quoted(id) + " among the projects above");
      }
    }
    marks += approved.size();
    if (marks > BallotLimits.MARKS) {
      throw new Fault("more than " + BallotLimits.MARKS + " approvals in one file");
    }
    ballots.add(Ballot.approving(1, approved));
  }

  private static String cell(List<String> head, List<String> cells, String column) throws Fault {
    int place = head.indexOf(column);
    if (place < 0) {
      throw new Fault("the section has no column " + column + "; it is needed");
    }
    if (place >= cells.size()) {
      throw new Fault(
          "the line ends before the column "
              + column
              + "; a blank one is written as nothing"
              + " between two ;");
    }
    return cells.get(place).strip();
  }

  private List<String> remarks() {
    List<String> remarks = new ArrayList<>();
    remark(remarks, "num_projects", projects.size());
    remark(remarks, "num_votes", ballots.size());
    return remarks;
  }

  private void remark(List<String> remarks, String key, int found) {
    String said = meta.getOrDefault(key, "");
    if (!said.isEmpty() && !said.equals(Integer.toString(found))) {
      remarks.add(
          key
              + " is "
              + Numbers.quoted(said)
              + " in META, but there are "
              + found
              + "; the file may have been cut off");
    }
  }

  /** To the next line that is not blank; an empty text is the end. */
  private void advance() throws Fault {
    line = "";
    while (line.isBlank() && lines.hasNext()) {
      String next = lines.next();
      lineNumber++;
      line = lineNumber == 1 && next.startsWith("\uFEFF") ? next.substring(1) : next;
    }
    if (line.isBlank()) {
      line = "";
    }
  }

  private static List<String> cells(String line) throws Fault {
    List<String> cells = new ArrayList<>();
    int start = 0;
    while (start <= line.length()) {
      boolean isQuoted = start < line.length() && line.charAt(start) == '"';
      int close = isQuoted ? Quoted.end(line, start) : start;
      int semicolon = line.indexOf(';', close);
      int end = semicolon < 0 ? line.length() : semicolon;
      cells.add(
          isQuoted
              ? line.substring(start + 1, close).replace("\"\"", "\"")
                  + line.substring(close + 1, end)
              : line.substring(start, end));
      start = end + 1;
    }
    return cells;
  }
}
