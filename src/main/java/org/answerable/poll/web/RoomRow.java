package org.answerable.poll.web;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.answerable.organisation.Organisation;
import org.answerable.poll.Form;
import org.answerable.poll.Poll;
import org.answerable.poll.PollLimits;
import org.answerable.poll.PollState;
import org.answerable.responselog.Eligible;
import org.answerable.responselog.PollTerms;

/**
 * A poll as leaders see it, in the organisation's first language. While it is open nobody sees how
 * it stands, leaders neither.
 *
 * @param mark the status's class
 * @param status in words
 * @param options with their numbers, costs, and the proposals that they are
 * @param fromMembers references of the proposals among the options
 * @param leftOut proposals that are due, and why each is no option
 */
public record RoomRow(
    String reference,
    String question,
    String mark,
    String status,
    String days,
    List<String> options,
    List<String> fromMembers,
    List<LeftOut> leftOut,
    String rule,
    String eligible,
    boolean coded,
    String askedBy,
    PollState state) {
  private static final String REMOVED = "(removed)";

  /** A proposal, and why it is left out, by language: whoever agrees answers for each of them. */
  public record LeftOut(String reference, Map<String, String> reasons) {}

  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMM yyyy", Locale.ENGLISH);

  static RoomRow of(Poll poll, Organisation home, LocalDate today) {
    PollTerms terms = poll.terms();
    String language = home.defaultLanguage();
    List<String> options =
        IntStream.range(0, terms.options().size())
            .mapToObj(place -> option(terms.options().get(place), place, language))
            .toList();
    String rule =
        "%s; %s. %d wanted.%s"
            .formatted(
                PollWords.form(Form.of(terms.form())),
                PollWords.method(terms.method()),
                terms.seats(),
                terms.budget() == null ? "" : " Budget " + terms.budget().toPlainString() + ".");
    return new RoomRow(
        poll.reference(),
        terms.question().getOrDefault(language, ""),
        mark(poll.state()),
        status(poll, today),
        DAY.format(terms.opens()) + " to " + DAY.format(terms.closes()),
        options,
        terms.options().stream().map(PollTerms.Option::proposal).filter(Objects::nonNull).toList(),
        terms.leftOut().stream().map(one -> new LeftOut(one.reference(), one.reason())).toList(),
        rule,
        eligible(terms.eligible()),
        terms.eligible() instanceof Eligible.Codes,
        terms.askedBy(),
        poll.state());
  }

  private static String option(PollTerms.Option option, int place, String language) {
    String cost = option.cost() == null ? "" : " (" + option.cost().toPlainString() + ")";
    String label = option.labels().isEmpty() ? REMOVED : option.labels().getOrDefault(language, "");
    String proposed = option.proposal() == null ? "" : " (" + option.proposal() + ")";
    return (place + 1) + " " + label + cost + proposed;
  }

  private static String eligible(Eligible who) {
    return switch (who) {
      case Eligible.Anybody all -> "Anybody who writes may vote.";
      case Eligible.WroteBefore(LocalDate day) ->
          "Whoever wrote before " + DAY.format(day) + " may vote.";
      case Eligible.Codes(int printed, boolean election) ->
          "%s %d printed codes, one vote each."
              .formatted(election ? "An election of representatives." : "A vote.", printed);
    };
  }

  private static String mark(PollState state) {
    return switch (state) {
      case WAITING -> "back";
      case AGREED -> "read";
      case OPEN -> "will";
      case CLOSED -> "ok";
      case CANCELLED -> "wont";
    };
  }

  private static String status(Poll poll, LocalDate today) {
    return switch (poll.state()) {
      case WAITING ->
          today.plus(PollLimits.NOTICE).isAfter(poll.terms().closes())
              ? "Nobody agreed in time"
              : "Waits for somebody else to agree";
      case AGREED -> "Announced";
      case OPEN -> "Open until " + DAY.format(poll.terms().closes());
      case CLOSED -> "Closed and counted";
      case CANCELLED -> "Cancelled";
    };
  }

  /** A day as leaders read it. */
  public String day(LocalDate day) {
    return DAY.format(day);
  }

  public boolean counted() {
    return state == PollState.CLOSED;
  }

  public boolean waiting() {
    return state == PollState.WAITING;
  }

  /** Whether the public page tells of it, from the slot after that on. */
  public boolean announced() {
    return state != PollState.WAITING;
  }
}
