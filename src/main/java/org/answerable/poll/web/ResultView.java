package org.answerable.poll.web;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.answerable.poll.Disclosure;
import org.answerable.poll.Figures;
import org.answerable.poll.Told;
import org.answerable.responselog.PollNews;

/** A counted poll: its places, every round in words, and the table of figures under them. */
public record ResultView(PollView poll, PollNews.Tallied tallied, Figures figures) {
  /**
   * One option's place.
   *
   * @param why it was not chosen; empty: it was
   */
  public record Place(int number, String option, String why) {
    public boolean chosen() {
      return why.isEmpty();
    }
  }

  /** One option's figures. */
  public record Row(String option, List<Cell> cells) {}

  /**
   * One figure.
   *
   * @param won in a table of pairs, whether more preferred the row's option
   * @param bar its length, of {@link Bar#WIDE}; none: 0
   */
  public record Cell(String text, boolean won, Bar bar) {}

  /**
   * A line of the length of a figure, beside its text.
   *
   * @param length of {@link #WIDE}; 0: none is drawn
   * @param chosen in the colour of what was chosen
   */
  public record Bar(long length, boolean chosen) {
    static final long WIDE = 100;
    static final Bar NONE = new Bar(0, false);

    public String path() {
      return "M0 0h%dv6H0z".formatted(length);
    }

    /** The same from the far end. */
    public String fromEnd() {
      return "M%d 0h%dv6h-%dz".formatted(WIDE - length, length, length);
    }
  }

  /**
   * Options in the order of the result, those that were not chosen with the reason; where none is
   * ranked, the chosen first.
   */
  public List<Place> places() {
    List<List<Integer>> levels = new ArrayList<>(figures.ranking());
    if (levels.isEmpty()) {
      tallied.winners().forEach(winner -> levels.add(List.of(winner)));
    }
    var words = new ReasonWords(poll);
    List<Place> places = new ArrayList<>();
    int place = 1;
    for (List<Integer> level : levels) {
      for (int option : level) {
        places.add(new Place(place, label(option), why(option, words)));
      }
      place += level.size();
    }
    List<Integer> placed = levels.stream().flatMap(List::stream).toList();
    for (int option : numbers().filter(number -> !placed.contains(number)).boxed().toList()) {
      places.add(new Place(0, label(option), why(option, words)));
    }
    return places;
  }

  private String why(int option, ReasonWords words) {
    return figures.reasons().stream()
        .filter(reason -> reason.option() == option)
        .findFirst()
        .map(words::of)
        .orElse("");
  }

  /**
   * What was done, in a sentence.
   *
   * @param here how many preferred the one that is named first; none: 0
   * @param there how many preferred the other
   */
  public record Step(String text, Bar here, Bar there) {
    static Step of(String text) {
      return new Step(text, Bar.NONE, Bar.NONE);
    }
  }

  /** What was done, step by step. */
  public List<Step> steps() {
    return switch (figures.kind()) {
      case SCORES -> List.of();
      case ROUNDS -> rounds().stream().map(Step::of).toList();
      case PAIRS -> duels();
      case PURCHASES -> purchases().stream().map(Step::of).toList();
    };
  }

  private List<String> rounds() {
    Stream<String> quota =
        figures.measure().isEmpty()
            ? Stream.empty()
            : Stream.of(text("poll.rounds.quota", figures.measure()));
    return Stream.concat(
            quota, IntStream.rangeClosed(1, figures.rounds().size()).mapToObj(this::round))
        .toList();
  }

  private String round(int number) {
    Figures.Round round = figures.rounds().get(number - 1);
    String done =
        switch (round.step()) {
          case FIRST -> text("poll.rounds.first", number);
          case EXCLUDED -> text("poll.rounds.excluded", number, poll.name(round.option()));
          case SURPLUS -> text("poll.rounds.surplus", number, poll.name(round.option()));
        };
    return round.elected().isEmpty()
        ? done
        : done + " " + text("poll.rounds.elected", poll.names(round.elected()));
  }

  /** The first of the chosen against each of the others. */
  private List<Step> duels() {
    int first = tallied.winners().getFirst();
    return numbers().filter(other -> other != first).mapToObj(other -> duel(first, other)).toList();
  }

  private Step duel(int first, int other) {
    boolean won = won(first - 1, other - 1);
    String here = cell(won ? first : other, won ? other : first);
    String there = cell(won ? other : first, won ? first : other);
    String better = poll.name(won ? first : other);
    String worse = poll.name(won ? other : first);
    String said;
    if (here.equals(there)) {
      said = text(here.isEmpty() ? "poll.duel.untold" : "poll.duel.equal", better, worse);
    } else if (there.isEmpty()) {
      said = text("poll.duel.steps", told(here), better, worse);
    } else {
      said = text("poll.duel", told(here), better, worse, told(there));
    }
    return new Step(said, ofVotes(here, won), ofVotes(there, false));
  }

  /** Of all who voted. */
  private Bar ofVotes(String cell, boolean better) {
    Integer votes = tallied.votes();
    long length =
        votes == null || votes == 0 ? 0 : Told.of(cell).least().longValue() * Bar.WIDE / votes;
    return new Bar(length, better);
  }

  private String cell(int row, int column) {
    return figures.rows().get(row - 1).get(column - 1);
  }

  private List<String> purchases() {
    List<String> lines = new ArrayList<>();
    if (!figures.measure().isEmpty()) {
      lines.add(text("poll.share", figures.measure()));
    }
    for (int winner : tallied.winners()) {
      List<String> row = figures.rows().get(winner - 1);
      String paid = row.getLast();
      String key =
          switch (paid) {
            case Figures.REST -> "poll.bought.rest";
            case "" -> "poll.bought.steps";
            default -> "poll.bought";
          };
      lines.add(text(key, label(winner), told(row.getFirst()), paid));
    }
    return lines;
  }

  /** Heads of the figures' columns. */
  public List<String> heads() {
    int columns = figures.rows().getFirst().size();
    return switch (figures.kind()) {
      case SCORES -> List.of(text(poll.isPoints() ? "poll.figures.points" : "poll.figures.scores"));
      case PURCHASES ->
          List.of(
              text("poll.figures.scores"), text("poll.figures.paid"), text("poll.figures.each"));
      case ROUNDS ->
          IntStream.rangeClosed(1, columns)
              .mapToObj(round -> text("poll.figures.round", round))
              .toList();
      case PAIRS -> IntStream.rangeClosed(1, columns).mapToObj(String::valueOf).toList();
    };
  }

  /** The figures' rows, their cells in words. */
  public List<Row> rows() {
    return numbers()
        .mapToObj(option -> new Row(option + " " + label(option), cells(option)))
        .toList();
  }

  private List<Cell> cells(int option) {
    List<String> texts = figures.rows().get(option - 1);
    return IntStream.range(0, texts.size())
        .mapToObj(
            column ->
                new Cell(words(texts.get(column)), won(option - 1, column), bar(option, column)))
        .toList();
  }

  private String words(String cell) {
    return switch (cell) {
      case Figures.NONE -> figures.kind() == Figures.Kind.ROUNDS ? text("poll.figures.out") : "";
      case Figures.BOUGHT -> text("poll.figures.yes");
      case Figures.REST -> text("poll.figures.rest");
      case "" -> figures.kind() == Figures.Kind.ROUNDS ? told("") : "";
      default -> told(cell);
    };
  }

  /** Where not all is told, the larger of two is. */
  private boolean won(int row, int column) {
    if (figures.kind() != Figures.Kind.PAIRS || row == column) {
      return false;
    }
    String here = figures.rows().get(row).get(column);
    String there = figures.rows().get(column).get(row);
    return there.isEmpty()
        ? !here.isEmpty()
        : Told.of(here).least().compareTo(Told.of(there).least()) > 0;
  }

  /** Of the longest in the table. */
  private Bar bar(int option, int column) {
    boolean counts = figures.kind() == Figures.Kind.ROUNDS || column == 0;
    if (!counts || figures.kind() == Figures.Kind.PAIRS) {
      return Bar.NONE;
    }
    BigDecimal most =
        figures.rows().stream()
            .flatMap(
                row ->
                    figures.kind() == Figures.Kind.ROUNDS
                        ? row.stream()
                        : Stream.of(row.getFirst()))
            .map(cell -> Told.of(cell).least())
            .max(BigDecimal::compareTo)
            .orElse(BigDecimal.ZERO);
    BigDecimal here = Told.of(figures.rows().get(option - 1).get(column)).least();
    long length =
        most.signum() == 0
            ? 0
            : here.multiply(BigDecimal.valueOf(Bar.WIDE)).divideToIntegralValue(most).longValue();
    return new Bar(length, tallied.winners().contains(option));
  }

  /** What the columns mean, where their heads do not say it; empty: they do. */
  public String legend() {
    return figures.kind() == Figures.Kind.PAIRS ? text("poll.figures.pairs") : "";
  }

  /** Whether figures are lines, too. */
  public boolean bars() {
    return figures.kind() != Figures.Kind.PAIRS;
  }

  /** Whether figures are told in steps. */
  public boolean stepped() {
    return !tallied.shown().equals(Disclosure.BALLOTS.word());
  }

  public boolean tied() {
    return figures.tied();
  }

  private IntStream numbers() {
    return IntStream.rangeClosed(1, poll.terms().options().size());
  }

  private String label(int option) {
    return poll.options().get(option - 1);
  }

  private String told(String cell) {
    return ToldWords.of(Told.of(cell), poll.reader().texts());
  }

  private String text(String key, Object... values) {
    return poll.text(key, values);
  }
}
