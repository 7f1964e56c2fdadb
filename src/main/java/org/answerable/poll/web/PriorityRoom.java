package org.answerable.poll.web;

import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.answerable.leader.Leader;
import org.answerable.leader.Problem;
import org.answerable.leader.SignedIn;
import org.answerable.organisation.Organisation;
import org.answerable.organisation.Organisations;
import org.answerable.platform.MeantText;
import org.answerable.platform.web.NotFound;
import org.answerable.poll.AnsweringPriorities;
import org.answerable.poll.Poll;
import org.answerable.poll.PollLimits;
import org.answerable.poll.Priority;
import org.answerable.poll.PriorityDraft;
import org.answerable.poll.PriorityDraft.Decided;
import org.answerable.poll.SettingUp;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/** Where leaders say what they will do about what a vote put first, and what became of it. */
@Controller
@RequestMapping("/inbox/polls/{reference}/priorities")
final class PriorityRoom {
  private final SettingUp settingUp;
  private final AnsweringPriorities answering;
  private final Organisations organisations;
  private final InstantSource clock;

  PriorityRoom(
      SettingUp settingUp,
      AnsweringPriorities answering,
      Organisations organisations,
      InstantSource clock) {
    this.settingUp = settingUp;
    this.answering = answering;
    this.organisations = organisations;
    this.clock = clock;
  }

  @GetMapping
  ModelAndView all(@SignedIn Leader leader, @PathVariable String reference, CsrfToken csrf) {
    return page(leader, find(leader, reference), csrf, PriorityForm.EMPTY);
  }

  /** Somebody opens the address of a form again. */
  @GetMapping({"/{option}", "/{option}/kept"})
  String again(@PathVariable String reference, @PathVariable int option) {
    return back(reference);
  }

  @PostMapping("/{option}")
  ModelAndView answer(
      @SignedIn Leader leader,
      @PathVariable String reference,
      @PathVariable int option,
      @RequestParam Map<String, String> posted,
      CsrfToken csrf)
      throws SQLException {
    Poll poll = find(leader, reference);
    Priority priority = find(poll, option);
    LocalDate today = today(leader);
    PriorityDraft draft = draft(leader, posted);
    List<Problem> problems = draft.problems(today);
    if (!problems.isEmpty()) {
      return page(leader, poll, csrf, new PriorityForm(option, posted, problems));
    }
    return answering.answer(priority, draft, today)
        ? new ModelAndView(back(reference))
        : page(leader, poll, csrf, PriorityForm.moved(option));
  }

  @PostMapping("/{option}/kept")
  ModelAndView keep(
      @SignedIn Leader leader,
      @PathVariable String reference,
      @PathVariable int option,
      @RequestParam Map<String, String> posted,
      CsrfToken csrf)
      throws SQLException {
    Poll poll = find(leader, reference);
    Priority priority = find(poll, option);
    String words = field(posted, "words");
    if (words.isBlank() || words.length() > PollLimits.PROMISE_CHARS) {
      String text = "Say what was done, in at most %d signs.".formatted(PollLimits.PROMISE_CHARS);
      var problems = List.of(new Problem("words", text));
      return page(leader, poll, csrf, new PriorityForm(option, posted, problems));
    }
    boolean kept = priority.isPromised() && answering.keep(priority, words, today(leader));
    return kept
        ? new ModelAndView(back(reference))
        : page(leader, poll, csrf, PriorityForm.moved(option));
  }

  private static PriorityDraft draft(Leader leader, Map<String, String> posted) {
    String role = field(posted, "role");
    if (!leader.roles().contains(role)) {
      throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
    }
    Decided decided =
        Arrays.stream(Decided.values())
            .filter(one -> one.word().equals(field(posted, "decided")))
            .findFirst()
            .orElse(null);
    return new PriorityDraft(
        decided, field(posted, "text"), field(posted, "what"), role, day(field(posted, "due")));
  }

  private static String field(Map<String, String> posted, String name) {
    return MeantText.of(posted.getOrDefault(name, ""));
  }

  private static @Nullable LocalDate day(String typed) {
    try {
      return LocalDate.parse(typed);
    } catch (DateTimeException e) {
      return null;
    }
  }

  private ModelAndView page(Leader leader, Poll poll, CsrfToken csrf, PriorityForm form) {
    Organisation home = home(leader);
    var page = new ModelAndView("poll/priorities");
    page.addObject("organisation", home);
    page.addObject("leader", leader);
    page.addObject("csrf", csrf);
    page.addObject("row", RoomRow.of(poll, home, today(leader)));
    page.addObject("priorities", answering.of(poll.organisation(), poll.reference()));
    page.addObject("today", today(leader));
    page.addObject("form", form);
    page.setStatus(form.problems().isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT);
    return page;
  }

  private Priority find(Poll poll, int option) {
    return answering.of(poll.organisation(), poll.reference()).stream()
        .filter(one -> one.option() == option)
        .findFirst()
        .orElseThrow(NotFound::new);
  }

  private Poll find(Leader leader, String reference) {
    return settingUp.find(leader, reference).orElseThrow(NotFound::new);
  }

  private static String back(String reference) {
    return "redirect:/inbox/polls/" + reference + "/priorities";
  }

  private Organisation home(Leader leader) {
    return organisations.get(leader.organisation());
  }

  private LocalDate today(Leader leader) {
    return home(leader).day(clock.instant());
  }
}
