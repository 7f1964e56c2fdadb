package org.answerable.intake.web;

import java.time.InstantSource;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.answerable.intake.Decided;
import org.answerable.intake.FirstReader;
import org.answerable.intake.Unread;
import org.answerable.intake.words.WordLists;
import org.answerable.leader.Accounts;
import org.answerable.leader.Leader;
import org.answerable.organisation.Organisation;
import org.answerable.organisation.Organisations;
import org.answerable.organisation.Sensitivity;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** Gathers what the readers' pages show. */
@Component
class RoomPages {
  private static final String ROOM = "/inbox/reader";

  /** Characters of a text that a list shows. */
  private static final int WORDS_CHARS = 140;

  private final FirstReader readers;
  private final WordLists lists;
  private final Accounts accounts;
  private final Organisations organisations;
  private final InstantSource clock;

  RoomPages(
      FirstReader readers,
      WordLists lists,
      Accounts accounts,
      Organisations organisations,
      InstantSource clock) {
    this.readers = readers;
    this.lists = lists;
    this.accounts = accounts;
    this.organisations = organisations;
    this.clock = clock;
  }

  Choices choices(Leader leader) {
    return new Choices(
        organisations.get(leader.organisation()), accounts.of(leader.organisation()));
  }

  String sentence(Leader leader, Decided.NobodyLeft nobody) {
    return words(leader).nobody(nobody);
  }

  /**
   * The room with one text open.
   *
   * @param open null: the first
   */
  RoomModel room(Leader leader, @Nullable Unread open, CsrfToken csrf) {
    List<Unread> waiting = readers.waiting(leader);
    Unread chosen = open != null ? open : waiting.isEmpty() ? null : waiting.getFirst();
    var shown = new ArrayList<>(waiting);
    if (chosen != null && !shown.contains(chosen)) {
      shown.add(chosen);
    }
    var texts = readers.texts(leader, shown);
    var page = new ModelAndView("reader/room");
    frame(page, leader, csrf);
    RoomView view =
        new RoomView(
            heading(waiting.size()),
            lede(leader),
            waiting.stream().map(one -> row(leader, one, texts, one.equals(chosen))).toList(),
            null);
    OpenPage opened =
        chosen == null
            ? null
            : new OpenPage(
                words(leader),
                choices(leader),
                lists,
                chosen,
                texts.getOrDefault(chosen.feedback(), List.of()));
    return new RoomModel(page, view, opened, words(leader));
  }

  ModelAndView setAside(Leader leader, int number, CsrfToken csrf) {
    var found = readers.setAside(leader, number);
    var texts = readers.texts(leader, found.rows());
    int page = found.page();
    var view =
        new AsideView(
            found.rows().stream().map(one -> row(leader, one, texts, false)).toList(),
            found.months().stream()
                .map(month -> new AsideView.Month(RoomWords.month(month.first()), month.count()))
                .toList(),
            page > 1 ? ROOM + "/aside?page=" + (page - 1) : null,
            page < found.pages() ? ROOM + "/aside?page=" + (page + 1) : null,
            "Page " + page + " of " + found.pages());
    var model = new ModelAndView("reader/aside", Map.of("view", view), HttpStatus.OK);
    frame(model, leader, csrf);
    return model;
  }

  private void frame(ModelAndView page, Leader leader, CsrfToken csrf) {
    page.addObject("organisation", organisations.get(leader.organisation()));
    page.addObject("leader", leader);
    page.addObject("csrf", csrf);
  }

  private RoomWords words(Leader leader) {
    Organisation organisation = organisations.get(leader.organisation());
    return new RoomWords(organisation, organisation.day(clock.instant()));
  }

  private static String heading(int waiting) {
    return switch (waiting) {
      case 0 -> "Nothing waits for a reader";
      case 1 -> "1 text waits for a reader";
      default -> waiting + " texts wait for a reader";
    };
  }

  private String lede(Leader leader) {
    Organisation organisation = organisations.get(leader.organisation());
    String changes =
        organisation.demo()
            ? "In this demo new ones come within seconds."
            : organisation.slot().toHours() <= 1
                ? "New ones come on the hour."
                : "New ones come every " + organisation.slot().toHours() + " hours.";
    return changes;
  }

  private RoomView.Row row(
      Leader leader, Unread one, Map<UUID, List<Unread.Text>> texts, boolean current) {
    LocalDate today = words(leader).today();
    String first =
        texts.getOrDefault(one.feedback(), List.of()).stream()
            .findFirst()
            .map(Unread.Text::words)
            .orElse("");
    return new RoomView.Row(
        Math.max(0, ChronoUnit.DAYS.between(one.day(), today)),
        ROOM + "/" + one.reference(),
        shortened(first),
        one.reference(),
        note(one),
        current);
  }

  private static String note(Unread one) {
    var notes = new ArrayList<String>();
    if (one.sensitivity() == Sensitivity.S2) {
      notes.add("S2");
    }
    if (one.where() == Unread.Where.INBOX) {
      notes.add("in the inbox of the first readers already");
    }
    return String.join(", ", notes);
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
}
