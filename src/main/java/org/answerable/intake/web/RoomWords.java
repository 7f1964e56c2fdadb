package org.answerable.intake.web;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.answerable.intake.Aside;
import org.answerable.intake.Decided;
import org.answerable.intake.Reading;
import org.answerable.intake.Source;
import org.answerable.intake.Unread;
import org.answerable.organisation.Kind;
import org.answerable.organisation.Organisation;
import org.answerable.organisation.Role;

/** The room's words for what the domain knows by name. */
record RoomWords(Organisation organisation, LocalDate today) {
  private static final String LANGUAGE = "en";
  private static final DateTimeFormatter THIS_YEAR =
      DateTimeFormatter.ofPattern("d MMM", Locale.ENGLISH);
  private static final DateTimeFormatter ANY_YEAR =
      DateTimeFormatter.ofPattern("d MMM yyyy", Locale.ENGLISH);
  private static final DateTimeFormatter MONTH =
      DateTimeFormatter.ofPattern("MMMM yyyy", Locale.ENGLISH);

  String day(LocalDate day) {
    return (day.getYear() == today.getYear() ? THIS_YEAR : ANY_YEAR).format(day);
  }

  static String month(LocalDate first) {
    return MONTH.format(YearMonth.from(first));
  }

  String role(String id) {
    return organisation.role(id).map(RoomWords::role).orElse(id);
  }

  static String role(Role role) {
    return role.name().in(LANGUAGE);
  }

  String topic(String id) {
    return organisation.topic(id).map(topic -> topic.title().in(LANGUAGE)).orElse(id);
  }

  static String kind(Kind kind) {
    String word = kind.word();
    return Character.toUpperCase(word.charAt(0)) + word.substring(1);
  }

  /** How and when it came. */
  String given(Unread unread) {
    return source(unread.source()) + " on " + day(unread.day());
  }

  private static String source(Source source) {
    return switch (source) {
      case TEXT -> "Texted";
      case IN_PERSON -> "Said in person";
      case PAPER -> "Given on paper";
      case MISSED_CALL -> "Said after a missed call";
    };
  }

  String already(Reading first) {
    return "Another reader decided meanwhile: "
        + switch (first) {
          case Reading.Sorting sorting -> kind(sorting.kind()) + " about " + topic(sorting.topic());
          case Reading.SetAside(var why) -> why == Aside.SPAM ? "spam" : "not feedback";
          case Reading.Confidential() -> "for the focal point alone";
        }
        + ". Your decision changed nothing.";
  }

  String nobody(Decided.NobodyLeft nobody) {
    String role = role(nobody.role());
    return role
        + " would have it, and nobody with that role may see it. Exclude the whole role, so that"
        + " the next one has it; or let somebody else become "
        + role
        + " (People); or give it to the focal point.";
  }
}
