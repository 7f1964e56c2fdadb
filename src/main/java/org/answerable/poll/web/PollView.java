package org.answerable.poll.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.answerable.poll.Count;
import org.answerable.poll.Disclosure;
import org.answerable.poll.Figures;
import org.answerable.poll.Form;
import org.answerable.poll.PublishedPoll;
import org.answerable.responselog.Eligible;
import org.answerable.responselog.PollNews;
import org.answerable.responselog.PollTerms;
import org.answerable.responselog.Suppressed;
import org.answerable.responselog.web.Reader;
import org.jspecify.annotations.Nullable;

/** A poll in the words of its public page. */
public record PollView(PublishedPoll poll, Reader reader) {
  public String reference() {
    return poll.reference();
  }

  public String href() {
    return reader.link("/polls/" + poll.reference());
  }

  /** A file of it. */
  public String file(String ending) {
    return reader.path("/polls/" + poll.reference() + ending);
  }

  public PollTerms terms() {
    return poll.terms();
  }

  public String question() {
    return in(terms().question());
  }

  /** Options in the order of their numbers. */
  public List<String> options() {
    return terms().options().stream().map(option -> in(option.labels()) + cost(option)).toList();
  }

  private static String cost(PollTerms.Option option) {
    return option.cost() == null ? "" : " (" + option.cost().toPlainString() + ")";
  }

  /** The status, as a mark's class and its word. */
  public List<String> mark() {
    if (poll.cancelled() != null) {
      return List.of("wont", text("poll.cancelled"));
    }
    if (poll.tallied() != null) {
      return List.of("ok", text("poll.counted"));
    }
    if (poll.closed() != null || reader.today().isAfter(terms().closes())) {
      return List.of("due", text("poll.counting"));
    }
    return reader.today().isBefore(terms().opens())
        ? List.of("", text("poll.opens", reader.day(terms().opens())))
        : List.of("will", text("poll.open", reader.day(terms().closes())));
  }

  /** Whether votes are taken today. */
  public boolean open() {
    return poll.cancelled() == null
        && poll.closed() == null
        && !reader.today().isBefore(terms().opens())
        && !reader.today().isAfter(terms().closes());
  }

  /** Why it was cancelled; null: it was not. */
  public @Nullable String reason() {
    return poll.cancelled() == null ? null : said(poll.reason());
  }

  public String askedBy() {
    return said(terms().askedBy());
  }

  private String said(@Nullable String words) {
    return words == null || words.isEmpty() ? text("poll.removed") : words;
  }

  /** When texts were removed, and why. */
  public List<String> removals() {
    return poll.removed().stream()
        .map(
            one ->
                text(
                    "removed",
                    reader.day(one.day()),
                    text("removed." + one.news().reason().word())))
        .distinct()
        .toList();
  }

  /** Who may vote, and what that is worth. */
  public String eligible() {
    return switch (terms().eligible()) {
      case Eligible.Anybody all -> text("poll.advises");
      case Eligible.WroteBefore(LocalDate day) -> text("poll.advises.before", reader.day(day));
      case Eligible.Codes(int printed, boolean election) ->
          (election ? text("poll.election") + " " : "") + text("poll.codes", printed);
    };
  }

  /** How many codes were used; null: it takes none, or that is not told. */
  public @Nullable String used() {
    PollNews.Tallied tallied = poll.tallied();
    Integer votes = tallied == null ? null : tallied.votes();
    return votes != null && terms().eligible() instanceof Eligible.Codes codes
        ? text("poll.codes.used", codes.printed(), votes)
        : null;
  }

  /**
   * How many voted so far.
   *
   * @param step at least so many
   */
  public String soFar(int step) {
    return step == 0 ? text("poll.so-far.few", Suppressed.K) : text("poll.so-far", step);
  }

  /** How somebody votes. */
  public String how() {
    String key = terms().eligible() instanceof Eligible.Codes ? "poll.vote.code" : "poll.vote";
    String number = reader.number();
    return number.isEmpty() ? text(key) : text(key + ".to", number);
  }

  public String when() {
    return text("poll.when", reader.day(terms().opens()), reader.day(terms().closes()));
  }

  public String form() {
    return text("poll.form." + terms().form());
  }

  public String rule() {
    String method = text("poll.method." + terms().method().replace(":", "."));
    String rule = text("poll.rule", method);
    return terms().seats() == 1
        ? rule
        : rule + " " + reader.texts().count("poll.seats", terms().seats());
  }

  /** The result in one sentence; null: there is none yet. */
  public @Nullable String result() {
    PollNews.Tallied tallied = poll.tallied();
    if (tallied == null) {
      return null;
    }
    if (tallied.winners().isEmpty()) {
      return text("poll.nobody");
    }
    String names = names(tallied.winners());
    if (Form.of(terms().form()) == Form.BUDGET) {
      return text("poll.funded", names, Objects.requireNonNull(terms().budget()).toPlainString());
    }
    return text(tallied.winners().size() == 1 ? "poll.winner" : "poll.winners", names);
  }

  /** How many voted; null: not to be told, or not known yet. */
  public @Nullable String votes() {
    PollNews.Tallied tallied = poll.tallied();
    Integer votes = tallied == null ? null : tallied.votes();
    return votes == null ? null : reader.texts().count("poll.votes", votes);
  }

  /** How much is shown; null: it is not counted yet. */
  public @Nullable Disclosure shown() {
    PollNews.Tallied tallied = poll.tallied();
    return tallied == null ? null : Disclosure.ofWord(tallied.shown());
  }

  /** What is to be said of a whole ballot's rarity. */
  public String rare() {
    return text("poll.recount.figures", terms().copies());
  }

  public String all() {
    List<String> ballots = poll.ballots();
    return text("poll.recount.ballots", ballots == null ? 0 : ballots.size());
  }

  /**
   * Levels of options, the best first, each with its place; only the chosen where none is ranked.
   */
  public List<Place> places() {
    Figures figures = poll.figures();
    PollNews.Tallied tallied = poll.tallied();
    if (figures == null || tallied == null) {
      return List.of();
    }
    List<List<Integer>> levels = new ArrayList<>(figures.ranking());
    if (levels.isEmpty()) {
      tallied.winners().forEach(winner -> levels.add(List.of(winner)));
    }
    List<Place> places = new ArrayList<>();
    int place = 1;
    for (List<Integer> level : levels) {
      for (int option : level) {
        places.add(new Place(place, options().get(option - 1), tallied.winners().contains(option)));
      }
      place += level.size();
    }
    return places;
  }

  /** One option's place. */
  public record Place(int number, String option, boolean chosen) {}

  /** Heads of the figures' columns; empty: there are no figures. */
  public List<String> heads() {
    Figures figures = poll.figures();
    if (figures == null || figures.rows().isEmpty()) {
      return List.of();
    }
    int columns = figures.rows().getFirst().size();
    return switch (figures.kind()) {
      case SCORES -> List.of(text(isPoints() ? "poll.figures.points" : "poll.figures.scores"));
      case PURCHASES -> List.of(text("poll.figures.scores"), text("poll.figures.paid"));
      case ROUNDS ->
          IntStream.rangeClosed(1, columns)
              .mapToObj(round -> text("poll.figures.round", round))
              .toList();
      case PAIRS -> IntStream.rangeClosed(1, columns).mapToObj(String::valueOf).toList();
    };
  }

  /** The figures' rows, their cells in words. */
  public List<Row> rows() {
    Figures figures = poll.figures();
    return figures == null
        ? List.of()
        : IntStream.range(0, figures.rows().size())
            .mapToObj(
                place -> new Row((place + 1) + " " + options().get(place), cells(figures, place)))
            .toList();
  }

  /** One option's figures. */
  public record Row(String option, List<Cell> cells) {}

  /**
   * One figure.
   *
   * @param won in a table of pairs, whether more preferred the row's option
   */
  public record Cell(String text, boolean won) {}

  private List<Cell> cells(Figures figures, int row) {
    List<String> texts = figures.rows().get(row);
    return IntStream.range(0, texts.size())
        .mapToObj(
            column -> new Cell(words(figures.kind(), texts.get(column)), won(figures, row, column)))
        .toList();
  }

  private String words(Figures.Kind kind, String cell) {
    return switch (kind) {
      case ROUNDS -> cell.isEmpty() ? text("poll.figures.out") : cell;
      case PURCHASES -> cell.equals("bought") ? text("poll.figures.yes") : cell;
      case SCORES, PAIRS -> cell;
    };
  }

  private static boolean won(Figures figures, int row, int column) {
    if (figures.kind() != Figures.Kind.PAIRS || row == column) {
      return false;
    }
    long here = Long.parseLong(figures.rows().get(row).get(column));
    return here > Long.parseLong(figures.rows().get(column).get(row));
  }

  /** What the columns mean, where their heads do not say it. */
  public @Nullable String legend() {
    Figures figures = poll.figures();
    return figures != null && figures.kind() == Figures.Kind.PAIRS
        ? text("poll.figures.pairs")
        : null;
  }

  public boolean tied() {
    Figures figures = poll.figures();
    return figures != null && figures.tied();
  }

  /** The secret, once it is told, beside the hash that was published first. */
  public @Nullable String tie() {
    PollNews.Closed closed = poll.closed();
    return closed == null
        ? null
        : text("poll.tie", hex(closed.tieSecret()), hex(poll.announced().tieHash()));
  }

  /** How anybody counts it again. */
  public String command() {
    String method = "count --method " + terms().method() + " ";
    return budget()
        ? method + "--seed " + seed() + " " + reference() + ".pb"
        : method + reference() + ".blt";
  }

  /** What the file of a budget has no room for. */
  private String seed() {
    byte[] secret = Objects.requireNonNull(poll.closed(), "ballots of an open poll").tieSecret();
    List<String> ballots = Objects.requireNonNull(poll.ballots(), "a recount without ballots");
    return hex(new Count(terms(), ballots, secret, reader.texts().language()).seed());
  }

  private boolean isPoints() {
    return Form.of(terms().form()) == Form.POINTS;
  }

  public boolean budget() {
    return Form.of(terms().form()) == Form.BUDGET;
  }

  private String names(List<Integer> numbers) {
    return numbers.stream()
        .map(number -> in(terms().options().get(number - 1).labels()))
        .collect(Collectors.joining(", "));
  }

  private String in(Map<String, String> texts) {
    if (texts.isEmpty()) {
      return text("poll.removed");
    }
    String own = texts.get(reader.texts().language());
    return own != null
        ? own
        : texts.getOrDefault(
            reader.organisation().defaultLanguage(), texts.values().iterator().next());
  }

  private String text(String key, Object... values) {
    return reader.texts().get(key, values);
  }

  private static String hex(byte[] bytes) {
    return HexFormat.of().formatHex(bytes);
  }
}
