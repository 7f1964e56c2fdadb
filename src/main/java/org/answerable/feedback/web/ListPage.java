package org.answerable.feedback.web;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.answerable.feedback.FeedbackState;
import org.answerable.feedback.Feedbacks.Filter;
import org.answerable.feedback.InboxPage;
import org.answerable.leader.Leader;
import org.answerable.organisation.Organisation;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/** Makes the list's view of a page of the inbox. */
final class ListPage {
  /** Characters of a text that the list shows. */
  private static final int WORDS_CHARS = 140;

  private final Organisation organisation;
  private final Leader leader;
  private final Filter filter;
  private final LocalDate today;
  private final Vocabulary words;

  ListPage(Organisation organisation, Leader leader, Filter filter, LocalDate today) {
    this.organisation = organisation;
    this.leader = leader;
    this.filter = filter;
    this.today = today;
    this.words = new Vocabulary(organisation, today);
  }

  ListView of(InboxPage page) {
    boolean more = page.page() < page.pages();
    return new ListView(
        heading(page),
        lede(page),
        page.setAside(),
        views(page),
        filter.answered() ? "answered" : "",
        topics(page.topics()),
        roles(),
        filter.topic() != null || filter.role() != null,
        page.rows().stream().map(this::row).toList(),
        page.page() > 1 ? href(filter, page.page() - 1) : null,
        more ? href(filter, page.page() + 1) : null,
        "Page " + page.page() + " of " + page.pages());
  }

  private String heading(InboxPage page) {
    if (filter.answered()) {
      int withdrawn = page.counts().withdrawn();
      String answered = page.counts().answered() + " answered";
      return withdrawn == 0 ? answered : answered + ", " + withdrawn + " taken back";
    }
    return switch (page.counts().waiting()) {
      case 0 -> "Nothing waits for you";
      case 1 -> "1 waits for you";
      default -> page.counts().waiting() + " wait for you";
    };
  }

  private String lede(InboxPage page) {
    if (filter.answered()) {
      return "The latest answer stands first.";
    }
    String overdue =
        switch (page.counts().overdue()) {
          case 0 -> "Nothing is overdue.";
          case 1 -> "1 is overdue.";
          default -> page.counts().overdue() + " are overdue.";
        };
    return overdue + " What is overdue stands first, then what waits longest. " + slots();
  }

  /** When the list changes; in the demo nothing waits for its slot. */
  private String slots() {
    if (organisation.demo()) {
      return "In this demo new ones come within seconds.";
    }
    long hours = organisation.slot().toHours();
    return hours <= 1 ? "New ones come on the hour." : "New ones come every " + hours + " hours.";
  }

  private List<ListView.View> views(InboxPage page) {
    return List.of(
        new ListView.View(
            "Waiting",
            href(new Filter(false, filter.topic(), filter.role()), 1),
            page.counts().waiting(),
            !filter.answered()),
        new ListView.View(
            "Answered",
            href(new Filter(true, filter.topic(), filter.role()), 1),
            page.counts().answered(),
            filter.answered()));
  }

  private List<Option> topics(List<String> seen) {
    var options = new ArrayList<Option>();
    options.add(new Option("", "Any topic", filter.topic() == null));
    for (String topic : seen) {
      options.add(new Option(topic, capital(words.topic(topic)), topic.equals(filter.topic())));
    }
    return options;
  }

  private List<Option> roles() {
    if (leader.roles().size() < 2) {
      return List.of();
    }
    var options = new ArrayList<Option>();
    options.add(new Option("", "All my roles", filter.role() == null));
    organisation.roles().stream()
        .filter(role -> leader.roles().contains(role.id()))
        .map(role -> new Option(role.id(), words.role(role.id()), role.id().equals(filter.role())))
        .forEach(options::add);
    return options;
  }

  private ListView.Row row(InboxPage.Row row) {
    FeedbackState state = row.state();
    LocalDate responded = state.status().isWaiting() ? null : state.responded();
    LocalDate until = responded == null ? today : responded;
    var status = words.status(state);
    return new ListView.Row(
        Math.max(0, ChronoUnit.DAYS.between(state.asked(), until)),
        state.isOverdue(today),
        "/inbox/" + state.reference(),
        words.title(state),
        shortened(row.words()),
        state.reference(),
        status.mark(),
        status.word(),
        note(state, row.overdueSince()),
        Bar.of(state.asked(), state.due(), until));
  }

  private String note(FeedbackState state, @Nullable LocalDate overdueSince) {
    if (state.isWithdrawn()) {
      return "no answer is due";
    }
    if (!state.status().isWaiting() && state.responded() != null) {
      return "answered on " + words.day(state.responded());
    }
    if (overdueSince != null && !state.withRole().equals(state.role())) {
      return "with " + words.role(state.withRole()) + " too since " + words.day(overdueSince);
    }
    LocalDate due = state.due();
    if (due == null) {
      return "praise has no day";
    }
    long left = ChronoUnit.DAYS.between(today, due);
    if (left == 0) {
      return "due today";
    }
    return "due " + words.day(due) + (left < 0 ? "" : ", " + words.days(left) + " left");
  }

  private static String href(Filter filter, int page) {
    var uri = UriComponentsBuilder.fromPath("/inbox");
    if (filter.answered()) {
      uri.queryParam("view", "answered");
    }
    if (filter.topic() != null) {
      uri.queryParam("topic", filter.topic());
    }
    if (filter.role() != null) {
      uri.queryParam("role", filter.role());
    }
    if (page > 1) {
      uri.queryParam("page", page);
    }
    return uri.encode().toUriString();
  }

  /** Cut between code points, at a blank where there is one near. */
  private static String shortened(String text) {
    String line = text.replace('\n', ' ');
    if (line.codePointCount(0, line.length()) <= WORDS_CHARS) {
      return line;
    }
    String cut = line.substring(0, line.offsetByCodePoints(0, WORDS_CHARS));
    int blank = cut.lastIndexOf(' ');
    return (blank > WORDS_CHARS / 2 ? cut.substring(0, blank) : cut) + "…";
  }

  private static String capital(String text) {
    return text.isEmpty() ? text : Character.toUpperCase(text.charAt(0)) + text.substring(1);
  }
}
