package org.answerable.poll.web;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.answerable.organisation.Organisation;
import org.answerable.platform.MeantText;
import org.answerable.poll.PollLimits;
import org.answerable.responselog.Eligible;
import org.answerable.responselog.PollTerms;
import org.answerable.responselog.Proposals.Proposal;
import org.jspecify.annotations.Nullable;

/**
 * A poll as a leader types it.
 *
 * @param questions by language
 * @param options by language, a line each; in the first language of a budget with costs
 * @param count form and method, as {@code order:schulze}
 * @param who of those who may vote
 * @param placements what becomes of each proposal that is due
 */
public record PollForm(
    Map<String, String> questions,
    Map<String, String> options,
    String count,
    String seats,
    String priorities,
    String budget,
    String opens,
    String closes,
    String askedBy,
    Who who,
    boolean reminds,
    List<Placement> placements) {
  private static final String COUNT = "[1-9][0-9]{0,4}";

  /** More lines than any poll has options are not looked at. */
  private static final int LINES = PollLimits.OPTIONS + 1;

  /**
   * Who may vote, as it was typed.
   *
   * @param kind {@code anybody}, {@code before} or {@code codes}
   * @param day before which they wrote
   * @param codes how many are printed
   * @param election whether representatives are elected
   */
  public record Who(String kind, String day, String codes, boolean election) {
    static final Who ANYBODY = new Who("anybody", "", "", false);

    static Who of(Map<String, String> posted) {
      return new Who(
          field(posted, "eligible"),
          field(posted, "before"),
          field(posted, "codes"),
          posted.containsKey("election"));
    }

    /** An election without codes asks for none, which the check refuses. */
    Eligible eligible() {
      boolean coded = kind.equals("codes");
      if (election || coded) {
        return new Eligible.Codes(
            coded && codes.matches(COUNT) ? Integer.parseInt(codes) : 0, election);
      }
      return kind.equals("before")
          ? new Eligible.WroteBefore(PollForm.day(day))
          : new Eligible.Anybody();
    }
  }

  public PollForm {
    questions = Map.copyOf(questions);
    options = Map.copyOf(options);
    placements = List.copyOf(placements);
  }

  /** With a line for each proposal that is due, to be put into each language. */
  static PollForm empty(Organisation organisation, LocalDate today, List<Proposal> due) {
    Map<String, String> none = new LinkedHashMap<>();
    organisation.languages().forEach(language -> none.put(language, ""));
    List<Placement> placements = Placement.begun(due);
    String lines =
        placements.stream()
            .filter(one -> !one.option().isEmpty())
            .map(Placement::line)
            .collect(Collectors.joining("\n"));
    Map<String, String> begun = new LinkedHashMap<>();
    organisation.languages().forEach(language -> begun.put(language, lines));
    String closes = today.plus(PollLimits.OPEN_FOR).toString();
    return new PollForm(
        none,
        begun,
        "one:plurality",
        "1",
        "1",
        "",
        today.toString(),
        closes,
        "",
        Who.ANYBODY,
        false,
        placements);
  }

  /** What was posted; what is missing is empty. */
  static PollForm of(Organisation organisation, Map<String, String> posted, List<Proposal> due) {
    Map<String, String> questions = new LinkedHashMap<>();
    Map<String, String> options = new LinkedHashMap<>();
    for (String language : organisation.languages()) {
      questions.put(language, field(posted, "question-" + language));
      options.put(language, field(posted, "options-" + language));
    }
    return new PollForm(
        questions,
        options,
        field(posted, "count"),
        field(posted, "seats"),
        field(posted, "priorities"),
        field(posted, "budget"),
        field(posted, "opens"),
        field(posted, "closes"),
        field(posted, "asked-by"),
        Who.of(posted),
        posted.containsKey("reminds"),
        Placement.posted(due, organisation.languages(), name -> field(posted, name)));
  }

  private static String field(Map<String, String> posted, String name) {
    return MeantText.of(posted.getOrDefault(name, ""));
  }

  public String question(String language) {
    return questions.getOrDefault(language, "");
  }

  public String options(String language) {
    return options.getOrDefault(language, "");
  }

  /** The terms that it spells; what can't be read is a value that the check refuses. */
  PollTerms terms(Organisation organisation) {
    List<List<String>> lines =
        organisation.languages().stream().map(language -> lines(options(language))).toList();
    List<PollTerms.Option> all = new ArrayList<>();
    int most = lines.stream().mapToInt(List::size).max().orElse(0);
    for (int place = 0; place < most; place++) {
      Map<String, String> labels = new LinkedHashMap<>();
      for (int language = 0; language < lines.size(); language++) {
        List<String> own = lines.get(language);
        labels.put(
            organisation.languages().get(language),
            place < own.size() ? label(own.get(place)) : "");
      }
      List<String> first = lines.getFirst();
      all.add(
          new PollTerms.Option(
              labels, place < first.size() ? cost(first.get(place)) : null, proposal(place + 1)));
    }
    String[] counted = count.split(":", 2);
    return new PollTerms(
        questions,
        all,
        counted[0],
        counted.length == 2 ? counted[1] : "",
        number(seats),
        budget.isEmpty() ? null : money(budget),
        who.eligible(),
        day(opens),
        day(closes),
        askedBy,
        PollLimits.COPIES,
        reminds,
        number(priorities),
        leftOut());
  }

  /** Where no priorities come of it, or somebody is elected, no proposal is decided about. */
  private boolean takesProposals() {
    return number(priorities) > 0 && !who.election();
  }

  private @Nullable String proposal(int number) {
    return placements.stream()
        .filter(one -> takesProposals() && one.isOption(number))
        .map(Placement::reference)
        .findFirst()
        .orElse(null);
  }

  private List<PollTerms.LeftOut> leftOut() {
    return placements.stream()
        .filter(one -> takesProposals() && one.option().isEmpty())
        .map(one -> new PollTerms.LeftOut(one.reference(), one.reasons()))
        .toList();
  }

  private static List<String> lines(String typed) {
    return typed.lines().map(String::strip).filter(line -> !line.isEmpty()).limit(LINES).toList();
  }

  private static String label(String line) {
    int costs = line.indexOf('=');
    return (costs < 0 ? line : line.substring(0, costs)).strip();
  }

  private static @Nullable BigDecimal cost(String line) {
    int costs = line.indexOf('=');
    return costs < 0 ? null : money(line.substring(costs + 1).strip());
  }

  private static BigDecimal money(String typed) {
    try {
      BigDecimal money = new BigDecimal(typed.replace(" ", ""));
      boolean sensible =
          money.scale() <= 2 && money.scale() >= 0 && money.compareTo(PollLimits.COST_MOST) < 0;
      return sensible ? money : BigDecimal.ZERO;
    } catch (NumberFormatException e) {
      return BigDecimal.ZERO;
    }
  }

  private static int number(String typed) {
    return typed.matches("[1-9]") ? Integer.parseInt(typed) : 0;
  }

  private static LocalDate day(String typed) {
    try {
      return LocalDate.parse(typed);
    } catch (DateTimeException e) {
      return LocalDate.MIN;
    }
  }
}
