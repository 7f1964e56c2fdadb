package org.answerable.poll;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.answerable.ballot.Ballot;
import org.answerable.ballot.BudgetPoll;
import org.answerable.ballot.Candidate;
import org.answerable.ballot.CountingMethod;
import org.answerable.ballot.Project;
import org.answerable.ballot.RankedPoll;
import org.answerable.ballot.Tally;
import org.answerable.ballot.TieOrder;
import org.answerable.platform.Sha256;
import org.answerable.responselog.PollTerms;

/**
 * The count of one poll's ballots. A function of them, the terms and the tie secret.
 *
 * @param lines the ballots, sorted
 * @param language the names of options in files are of
 */
public record Count(PollTerms terms, List<String> lines, byte[] tieSecret, String language) {
  /** Stands in files where a text was removed. */
  private static final String REMOVED = "(removed)";

  public Count {
    lines = lines.stream().sorted().toList();
  }

  /** The list of ballots as it is published: sorted, a line each. */
  public String list() {
    return lines.stream().map(line -> line + "\n").collect(Collectors.joining());
  }

  /**
   * {@code SHA-256(tie secret ‖ SHA-256(list of ballots))}. The list is sorted, so that nobody who
   * knows the secret can shuffle until they like the order.
   */
  public byte[] seed() {
    return Sha256.of(tieSecret, Sha256.of(list()));
  }

  public Tally tally() {
    return tally(
        CountingMethod.named(terms.method())
            .orElseThrow(() -> new IllegalStateException("no method " + terms.method())));
  }

  /** What another method gives, for information. */
  public Tally tally(CountingMethod method) {
    return switch (method) {
      case CountingMethod.OfRankings rankings -> rankings.count(ranked());
      case CountingMethod.OfProjects projects -> projects.count(budget());
    };
  }

  /** The same ballots, as other programs count them. */
  public RankedPoll ranked() {
    List<Candidate> candidates =
        numbers().map(number -> new Candidate(number, name(number), false)).toList();
    return new RankedPoll(title(), terms.seats(), candidates, ties(), ballots());
  }

  /** The same ballots, where they spend a budget. */
  public BudgetPoll budget() {
    List<Project> projects =
        numbers()
            .map(number -> new Project(number, String.valueOf(number), name(number), cost(number)))
            .toList();
    BigDecimal budget = Objects.requireNonNull(terms.budget(), "a poll without a budget");
    return new BudgetPoll(title(), budget, projects, ties(), ballots());
  }

  private Stream<Integer> numbers() {
    return IntStream.rangeClosed(1, terms.options().size()).boxed();
  }

  private TieOrder ties() {
    String seed = HexFormat.of().formatHex(seed());
    return TieOrder.seeded(seed, numbers().map(String::valueOf).toList());
  }

  /** Equal ones together; of points a part for each option. */
  private List<Ballot> ballots() {
    Map<String, Long> copies =
        lines.stream()
            .collect(Collectors.groupingBy(line -> line, TreeMap::new, Collectors.counting()));
    List<Ballot> ballots = new ArrayList<>();
    copies.forEach((line, weight) -> ballots.addAll(BallotLine.ballots(line, weight)));
    return ballots;
  }

  private String title() {
    return in(terms.question(), REMOVED);
  }

  private String name(int number) {
    return in(terms.options().get(number - 1).labels(), number + " " + REMOVED);
  }

  /**
   * @param none where the text was removed
   */
  private String in(Map<String, String> texts, String none) {
    String own = texts.get(language);
    return own != null ? own : texts.values().stream().findFirst().orElse(none);
  }

  private BigDecimal cost(int number) {
    return Objects.requireNonNull(
        terms.options().get(number - 1).cost(), "an option without a cost");
  }

  @Override
  public String toString() {
    return "Count[redacted]";
  }
}
