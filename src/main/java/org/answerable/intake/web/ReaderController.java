package org.answerable.intake.web;

import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import org.answerable.intake.Decided;
import org.answerable.intake.FirstReader;
import org.answerable.intake.Reading;
import org.answerable.intake.Unread;
import org.answerable.leader.Leader;
import org.answerable.leader.SignedIn;
import org.answerable.platform.web.NotFound;
import org.springframework.http.HttpStatus;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The readers' room. For whoever is no reader there is no such page. */
@Controller
@RequestMapping("/inbox/reader")
class ReaderController {
  private static final String TOP = "#main";

  private final FirstReader readers;
  private final RoomPages pages;
  private final InstantSource clock;

  ReaderController(FirstReader readers, RoomPages pages, InstantSource clock) {
    this.readers = readers;
    this.pages = pages;
    this.clock = clock;
  }

  @GetMapping
  ModelAndView room(
      @SignedIn Leader leader, @RequestParam(defaultValue = "") String done, CsrfToken csrf) {
    only(leader);
    return pages.room(leader, null, csrf).message(Message.ofDone(done)).show(HttpStatus.OK);
  }

  @GetMapping("/{reference}")
  ModelAndView open(@SignedIn Leader leader, @PathVariable String reference, CsrfToken csrf) {
    only(leader);
    return pages.room(leader, unread(leader, reference), csrf).show(HttpStatus.OK);
  }

  @GetMapping("/aside")
  ModelAndView setAside(
      @SignedIn Leader leader, @RequestParam(defaultValue = "1") String page, CsrfToken csrf) {
    only(leader);
    return pages.setAside(leader, page.matches("[0-9]{1,4}") ? Integer.parseInt(page) : 1, csrf);
  }

  @PostMapping("/{reference}")
  ModelAndView decide(
      @SignedIn Leader leader,
      @PathVariable String reference,
      @RequestParam(defaultValue = "") String act,
      @RequestParam(defaultValue = "") String topic,
      @RequestParam(defaultValue = "") String kind,
      @RequestParam(defaultValue = "") String sensitivity,
      @RequestParam(defaultValue = "") Set<String> exclude,
      @RequestParam int round,
      CsrfToken csrf) {
    only(leader);
    var form = new ReaderForm(act, topic, kind, sensitivity, exclude, "");
    Optional<Reading> reading = form.reading(pages.choices(leader));
    if (reading.isEmpty()) {
      return pages
          .room(leader, unread(leader, reference), csrf)
          .form(form.problem("Choose what it is about."))
          .show(HttpStatus.UNPROCESSABLE_CONTENT);
    }
    return switch (readers.decide(leader, reference, round, reading.get(), clock.instant())) {
      case Decided.Done() ->
          new ModelAndView("redirect:/inbox/reader?done=" + form.done(reading.get()) + TOP);
      case Decided.Already(var first) ->
          pages.room(leader, null, csrf).already(first).show(HttpStatus.CONFLICT);
      case Decided.NobodyLeft nobody ->
          pages
              .room(leader, unread(leader, reference), csrf)
              .form(form.problem(pages.sentence(leader, nobody)))
              .show(HttpStatus.UNPROCESSABLE_CONTENT);
      case Decided.Unknown() -> throw new NotFound();
    };
  }

  private Unread unread(Leader leader, String reference) {
    return readers.find(leader, reference).orElseThrow(NotFound::new);
  }

  private static void only(Leader leader) {
    if (!FirstReader.is(leader)) {
      throw new NotFound();
    }
  }
}
