package org.answerable.feedback.web;

import java.time.InstantSource;
import java.time.LocalDate;
import org.answerable.feedback.Feedbacks.Filter;
import org.answerable.feedback.Inbox;
import org.answerable.feedback.KeepingPromises;
import org.answerable.leader.Leader;
import org.answerable.leader.SignedIn;
import org.answerable.organisation.Organisation;
import org.answerable.organisation.Organisations;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The list of what waits, and of what is answered. */
@Controller
class InboxController {
  private final Organisations organisations;
  private final Inbox inbox;
  private final KeepingPromises promises;
  private final InstantSource clock;

  InboxController(
      Organisations organisations, Inbox inbox, KeepingPromises promises, InstantSource clock) {
    this.organisations = organisations;
    this.inbox = inbox;
    this.promises = promises;
    this.clock = clock;
  }

  @GetMapping("/inbox")
  String list(
      @AuthenticationPrincipal Leader leader,
      @RequestParam(defaultValue = "") String view,
      @RequestParam(defaultValue = "") String topic,
      @RequestParam(defaultValue = "") String role,
      @RequestParam(defaultValue = "1") String page,
      CsrfToken csrf,
      Model model) {
    Organisation organisation = organisations.get(leader.organisation());
    LocalDate today = organisation.day(clock.instant());
    var filter = new Filter(view.equals("answered"), orNull(topic), orNull(role));
    var shown = inbox.list(leader, filter, pageNumber(page), today);
    model.addAttribute("view", new ListPage(organisation, leader, filter, today).of(shown));
    model.addAttribute("due", DueView.note(promises.counts(leader, today)));
    model.addAttribute("organisation", organisation);
    model.addAttribute("leader", leader);
    model.addAttribute("csrf", csrf);
    return "inbox/list";
  }

  /** What was promised, and what others were asked, by the day on which it falls due. */
  @GetMapping("/inbox/due")
  String due(
      @SignedIn Leader leader,
      @RequestParam(defaultValue = "") String done,
      @RequestParam(defaultValue = "1") String page,
      CsrfToken csrf,
      Model model) {
    Organisation organisation = organisations.get(leader.organisation());
    LocalDate today = organisation.day(clock.instant());
    Message message = Message.ofDone(done);
    var due = promises.due(leader, pageNumber(page), today);
    model.addAttribute("view", DueView.of(organisation, due, today));
    model.addAttribute("message", message == null ? "" : message.text());
    model.addAttribute("messageBad", message != null && message.isBad());
    model.addAttribute("organisation", organisation);
    model.addAttribute("leader", leader);
    model.addAttribute("csrf", csrf);
    return "inbox/due";
  }

  /** What is no number is the first page: nobody is helped by an error. */
  private static int pageNumber(String page) {
    return page.matches("[0-9]{1,4}") ? Integer.parseInt(page) : 1;
  }

  /** A filter with signs that no id has finds nothing; without any sign it is none. */
  private static @Nullable String orNull(String id) {
    return id.isEmpty() ? null : id.replace("\0", "");
  }
}
