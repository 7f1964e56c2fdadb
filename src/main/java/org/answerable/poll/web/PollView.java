package org.answerable.poll.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.answerable.poll.Figures;
import org.answerable.poll.Form;
import org.answerable.poll.PollLimits;
import org.answerable.poll.PublishedPoll;
import org.answerable.poll.Told;
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

  /** The proposal that an option is, by its place; null: nobody's. */
  public @Nullable String proposal(int place) {
    return terms().options().get(place).proposal();
  }

  /** Where a proposal stands. */
  public String proposed(String reference) {
    return reader.link("/log/" + reference);
  }

  /** Why a proposal is left out. */
  public String reason(PollTerms.LeftOut one) {
    return in(one.reason());
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

  /** How many of those who could did vote; null: nobody knows, or that is not told. */
  public @Nullable String turnout() {
    PollNews.Tallied tallied = poll.tallied();
    Integer votes = tallied == null ? null : tallied.votes();
    if (tallied == null || votes == null) {
      return null;
    }
    return switch (terms().eligible()) {
      case Eligible.Anybody all -> null;
      case Eligible.WroteBefore before ->
          tallied.eligible() == null ? null : text("poll.turnout", tallied.eligible(), votes);
      case Eligible.Codes codes -> text("poll.codes.used", codes.printed(), votes);
    };
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

  /** A counting method, in words. */
  String method(String word) {
    return text("poll.method." + word.replace(":", "."));
  }

  public String rule() {
    String rule = text("poll.rule", method(terms().method()));
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
    if (budget()) {
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

  /** How many votes came that do not count, in sentences; empty: that is not told. */
  public List<String> uncounted() {
    PollNews.Tallied tallied = poll.tallied();
    PollNews.Uncounted told = tallied == null ? null : tallied.uncounted();
    if (told == null) {
      return List.of();
    }
    PollNews.Late late = poll.late();
    LocalDate lateDay = terms().closes().plus(PollLimits.REMEMBERED).plusDays(1);
    return List.of(
        text("poll.uncounted", told(told.replaced()), told(told.invalid())),
        late == null
            ? text("poll.late.on", reader.day(lateDay))
            : text("poll.late", told(late.votes())));
  }

  private String told(String count) {
    return ToldWords.of(Told.of(count), reader.texts());
  }

  /** The result's figures and words; null: there are none, or they are not told. */
  public @Nullable ResultView figures() {
    Figures figures = poll.figures();
    PollNews.Tallied tallied = poll.tallied();
    return figures == null || tallied == null || tallied.winners().isEmpty()
        ? null
        : new ResultView(this, tallied, figures);
  }

  /** What anybody can count again; null: nothing yet. */
  public @Nullable RecountView recount() {
    PollNews.Closed closed = poll.closed();
    PollNews.Tallied tallied = poll.tallied();
    return closed == null || tallied == null ? null : new RecountView(this, closed, tallied);
  }

  /** What leaders have to answer for, in the order of the result. */
  public List<PriorityView> priorities() {
    return poll.priorities().stream().map(one -> new PriorityView(one, this)).toList();
  }

  boolean isPoints() {
    return Form.of(terms().form()) == Form.POINTS;
  }

  public boolean budget() {
    return Form.of(terms().form()) == Form.BUDGET;
  }

  /** What an option is called in the reader's language. */
  String name(int number) {
    return in(terms().options().get(number - 1).labels());
  }

  String names(List<Integer> numbers) {
    return numbers.stream().map(this::name).collect(Collectors.joining(", "));
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

  String text(String key, Object... values) {
    return reader.texts().get(key, values);
  }
}
