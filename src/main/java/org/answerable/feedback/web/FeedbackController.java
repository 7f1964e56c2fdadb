package org.answerable.feedback.web;

import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.answerable.feedback.FeedbackLimits;
import org.answerable.feedback.FeedbackThread;
import org.answerable.feedback.Inbox;
import org.answerable.feedback.Publication;
import org.answerable.feedback.PublishingWords;
import org.answerable.feedback.PublishingWords.Choice;
import org.answerable.feedback.Responded;
import org.answerable.feedback.Responding;
import org.answerable.leader.Leader;
import org.answerable.organisation.Organisation;
import org.answerable.organisation.Organisations;
import org.answerable.platform.Ids;
import org.answerable.platform.web.NotFound;
import org.answerable.responselog.PublicFeedback;
import org.answerable.responselog.PublicLog;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/**
 * One feedback: read, respond, note, publish words. What is not this leader's is answered as what
 * does not exist.
 */
@Controller
@RequestMapping("/inbox/{reference}")
class FeedbackController {
  private static final int MOST_LINES = 50;

  /** Where the message stands: otherwise a browser keeps the form's own place. */
  private static final String TOP = "#main";

  private final Organisations organisations;
  private final Inbox inbox;
  private final Responding responding;
  private final PublishingWords publishing;
  private final PublicLog log;
  private final Ids ids;
  private final InstantSource clock;

  FeedbackController(
      Organisations organisations,
      Inbox inbox,
      Responding responding,
      PublishingWords publishing,
      PublicLog log,
      Ids ids,
      InstantSource clock) {
    this.organisations = organisations;
    this.inbox = inbox;
    this.responding = responding;
    this.publishing = publishing;
    this.log = log;
    this.ids = ids;
    this.clock = clock;
  }

  @GetMapping
  ModelAndView open(
      @AuthenticationPrincipal Leader leader,
      @PathVariable String reference,
      @RequestParam(defaultValue = "") String done,
      CsrfToken csrf)
      throws SQLException {
    FeedbackThread thread =
        inbox.open(leader, reference, clock.instant()).orElseThrow(NotFound::new);
    return page(leader, thread, csrf).message(Message.ofDone(done)).show(HttpStatus.OK);
  }

  /** Somebody opens the address of a refused form again. */
  @GetMapping({"/response", "/note", "/words"})
  String again() {
    return "redirect:/inbox/{reference}";
  }

  @PostMapping("/response")
  ModelAndView respond(
      @AuthenticationPrincipal Leader leader,
      @PathVariable String reference,
      @RequestParam(defaultValue = "") String act,
      @RequestParam(defaultValue = "") String decision,
      @RequestParam(defaultValue = "") String text,
      @RequestParam(defaultValue = "") String what,
      @RequestParam(defaultValue = "") String owner,
      @RequestParam(defaultValue = "") String by,
      @RequestParam(defaultValue = "") String body,
      @RequestParam(defaultValue = "") String until,
      @RequestParam int seen,
      @RequestParam UUID response,
      CsrfToken csrf)
      throws SQLException {
    var form =
        new ResponseForm(decision, text, what, owner, by, body, until, seen, response, List.of());
    if (act.equals("look")) {
      return page(leader, thread(leader, reference), csrf).form(form).show(HttpStatus.OK);
    }
    var now = clock.instant();
    return switch (responding.respond(leader, reference, form.draft(), seen, response, now)) {
      case Responded.Sent() -> done(reference, "sent");
      case Responded.Unknown() -> throw new NotFound();
      case Responded.Refused(var problems) ->
          page(leader, thread(leader, reference), csrf)
              .form(form.with(problems))
              .show(HttpStatus.UNPROCESSABLE_CONTENT);
      case Responded.Overtaken(var mover) -> overtaken(leader, reference, form, mover, csrf);
    };
  }

  @PostMapping("/note")
  ModelAndView note(
      @AuthenticationPrincipal Leader leader,
      @PathVariable String reference,
      @RequestParam(defaultValue = "") String note,
      CsrfToken csrf)
      throws SQLException {
    if (!Inbox.isNote(note)) {
      return page(leader, thread(leader, reference), csrf)
          .note(note)
          .show(HttpStatus.UNPROCESSABLE_CONTENT);
    }
    if (!inbox.note(leader, reference, note, clock.instant())) {
      throw new NotFound();
    }
    return done(reference, "noted");
  }

  @PostMapping("/words")
  ModelAndView words(
      @AuthenticationPrincipal Leader leader,
      @PathVariable String reference,
      @RequestParam(defaultValue = "") String act,
      @RequestParam(defaultValue = "") Set<String> hide,
      @RequestParam(defaultValue = "") String also,
      @RequestParam(defaultValue = "") String seal,
      CsrfToken csrf)
      throws SQLException {
    if (also.length() > FeedbackLimits.HIDE_CHARS) {
      throw new ResponseStatusException(HttpStatus.CONTENT_TOO_LARGE);
    }
    Instant now = clock.instant();
    var choice = new Choice(hide, also.lines().map(String::strip).limit(MOST_LINES).toList());
    boolean publish = act.equals("publish");
    return switch (publishing.publish(leader, reference, choice, publish ? seal : "", now)) {
      case Publication.Published() -> done(reference, "published");
      case Publication.ShownToSender() -> done(reference, "shown");
      case Publication.Unknown() -> throw new NotFound();
      case Publication.NotAllowed() ->
          page(leader, thread(leader, reference), csrf)
              .message(Message.WORDS_NOT_ALLOWED)
              .show(HttpStatus.CONFLICT);
      case Publication.Shown shown ->
          page(leader, thread(leader, reference), csrf)
              .words(choice, shown, publish)
              .show(HttpStatus.OK);
    };
  }

  private ModelAndView overtaken(
      Leader leader, String reference, ResponseForm form, Responded.Mover mover, CsrfToken csrf) {
    FeedbackThread thread = thread(leader, reference);
    return page(leader, thread, csrf)
        .form(form.on(thread.state().number()))
        .stopped(Message.of(mover))
        .show(HttpStatus.CONFLICT);
  }

  private FeedbackThread thread(Leader leader, String reference) {
    return inbox.read(leader, reference).orElseThrow(NotFound::new);
  }

  private PageModel page(Leader leader, FeedbackThread thread, CsrfToken csrf) {
    Organisation organisation = organisations.get(leader.organisation());
    var today = organisation.day(clock.instant());
    int echoes =
        log.find(organisation.id(), thread.state().reference())
            .map(PublicFeedback::echoes)
            .orElse(0);
    return new PageModel(organisation, leader, thread, today, echoes, ids.uuid(), csrf);
  }

  private static ModelAndView done(String reference, String what) {
    return new ModelAndView("redirect:/inbox/" + reference + "?done=" + what + TOP);
  }
}
