package org.answerable.poll.web;

import java.sql.SQLException;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.answerable.leader.Leader;
import org.answerable.leader.Problem;
import org.answerable.leader.SignedIn;
import org.answerable.organisation.Organisation;
import org.answerable.organisation.Organisations;
import org.answerable.platform.MeantText;
import org.answerable.platform.web.NotFound;
import org.answerable.poll.AnsweringPriorities;
import org.answerable.poll.Cancelling;
import org.answerable.poll.Poll;
import org.answerable.poll.PollLimits;
import org.answerable.poll.Removing;
import org.answerable.poll.SettingUp;
import org.answerable.responselog.PollTerms;
import org.answerable.responselog.RedactionReason;
import org.springframework.http.HttpStatus;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Where leaders set polls up, agree to them, and cancel them. */
@Controller
@RequestMapping("/inbox/polls")
final class PollRoom {
  private static final String ROOM = "redirect:/inbox/polls";
  private final SettingUp settingUp;
  private final Removing removing;
  private final AnsweringPriorities answering;
  private final Organisations organisations;
  private final InstantSource clock;

  PollRoom(
      SettingUp settingUp,
      Removing removing,
      AnsweringPriorities answering,
      Organisations organisations,
      InstantSource clock) {
    this.settingUp = settingUp;
    this.removing = removing;
    this.answering = answering;
    this.organisations = organisations;
    this.clock = clock;
  }

  @GetMapping
  ModelAndView all(@SignedIn Leader leader, CsrfToken csrf) {
    Organisation home = home(leader);
    List<RoomRow> rows =
        settingUp.all(leader).stream().map(poll -> RoomRow.of(poll, home, today(home))).toList();
    return page("poll/room", leader, csrf, Map.of("polls", rows, "awaited", awaited(leader, home)));
  }

  private List<Awaited> awaited(Leader leader, Organisation home) {
    LocalDate today = today(home);
    return answering.unanswered(home.id()).stream()
        .map(one -> Awaited.of(one, RoomRow.of(find(leader, one.poll()), home, today), today))
        .toList();
  }

  @GetMapping("/new")
  ModelAndView empty(@SignedIn Leader leader, CsrfToken csrf) {
    Organisation home = home(leader);
    PollForm begun = PollForm.empty(home, today(home), settingUp.due(leader, today(home)));
    return form(leader, csrf, begun, List.of(), Map.of(), "");
  }

  /** Shows the texts that phones will get; and keeps the poll if that is wished. */
  @PostMapping("/new")
  ModelAndView look(
      @SignedIn Leader leader,
      @RequestParam Map<String, String> posted,
      @RequestParam(defaultValue = "") String wish,
      CsrfToken csrf) {
    Organisation home = home(leader);
    PollForm form = PollForm.of(home, posted, settingUp.due(leader, today(home)));
    PollTerms terms = form.terms(home);
    List<Problem> problems = new ArrayList<>(settingUp.problems(terms, home, today(home)));
    if (!settingUp.hasRoom(leader)) {
      problems.add(
          new Problem(
              "question-" + home.defaultLanguage(),
              "%d votes wait already: agree to one, or discard one."
                  .formatted(PollLimits.WAITING)));
    }
    if (problems.isEmpty() && wish.equals("hand")) {
      Poll poll = settingUp.setUp(leader, terms, today(home));
      return new ModelAndView(ROOM + "/" + poll.reference());
    }
    boolean whole = settingUp.isWhole(terms, home, today(home));
    Map<String, PollPreview> previews = whole ? previews(terms, home) : Map.of();
    String reach = problems.isEmpty() ? reach(leader, terms, home) : "";
    return form(leader, csrf, form, problems, previews, reach);
  }

  @GetMapping("/{reference}")
  ModelAndView one(@SignedIn Leader leader, @PathVariable String reference, CsrfToken csrf) {
    return one(leader, find(leader, reference), csrf, "");
  }

  @PostMapping("/{reference}/agree")
  ModelAndView agree(@SignedIn Leader leader, @PathVariable String reference, CsrfToken csrf)
      throws SQLException {
    Poll poll = find(leader, reference);
    SettingUp.Done done = settingUp.agree(leader, poll, today(home(leader)));
    return told(leader, poll, csrf, done);
  }

  /** The codes on paper, which this page alone shows: the answer to a form is kept by nobody. */
  @PostMapping("/{reference}/codes")
  ModelAndView codes(@SignedIn Leader leader, @PathVariable String reference, CsrfToken csrf)
      throws SQLException {
    Poll poll = find(leader, reference);
    Optional<List<String>> codes = settingUp.makeCodes(poll);
    return codes.isEmpty()
        ? told(leader, poll, csrf, SettingUp.Done.MOVED)
        : page(
            "poll/codes",
            leader,
            csrf,
            Map.of("slips", Slips.of(poll, home(leader), codes.get()), "reference", reference));
  }

  @PostMapping("/{reference}/discard")
  ModelAndView discard(@SignedIn Leader leader, @PathVariable String reference, CsrfToken csrf) {
    Poll poll = find(leader, reference);
    SettingUp.Done done = settingUp.discard(poll);
    return done == SettingUp.Done.DONE ? new ModelAndView(ROOM) : told(leader, poll, csrf, done);
  }

  /** Wishes that it be cancelled, with the reason that will be public. */
  @PostMapping("/{reference}/wish")
  ModelAndView wish(
      @SignedIn Leader leader,
      @PathVariable String reference,
      @RequestParam(defaultValue = "") String reason,
      CsrfToken csrf) {
    Poll poll = find(leader, reference);
    String meant = MeantText.of(reason);
    if (meant.isEmpty() || meant.length() > PollLimits.REASON_CHARS) {
      return one(
          leader,
          poll,
          csrf,
          "Nothing was cancelled: give the reason, in at most %d signs. It is public."
              .formatted(PollLimits.REASON_CHARS));
    }
    return told(
        leader, poll, csrf, settingUp.askToCancel(leader, poll, meant, today(home(leader))));
  }

  @PostMapping("/{reference}/keep")
  ModelAndView keep(@SignedIn Leader leader, @PathVariable String reference, CsrfToken csrf) {
    Poll poll = find(leader, reference);
    return told(leader, poll, csrf, settingUp.keep(poll));
  }

  /** The second one agrees that it be cancelled. */
  @PostMapping("/{reference}/cancel")
  ModelAndView cancel(@SignedIn Leader leader, @PathVariable String reference, CsrfToken csrf)
      throws SQLException {
    Poll poll = find(leader, reference);
    return told(leader, poll, csrf, settingUp.cancel(leader, poll, today(home(leader))));
  }

  @PostMapping("/{reference}/remove")
  ModelAndView remove(
      @SignedIn Leader leader,
      @PathVariable String reference,
      @RequestParam(defaultValue = "") String which,
      @RequestParam(defaultValue = "") String reason,
      CsrfToken csrf)
      throws SQLException {
    Poll poll = find(leader, reference);
    Optional<RedactionReason> why =
        Arrays.stream(RedactionReason.values()).filter(r -> r.word().equals(reason)).findFirst();
    boolean removed =
        why.isPresent() && removing.remove(poll, which, why.get(), today(home(leader)));
    return removed
        ? new ModelAndView(ROOM + "/" + poll.reference())
        : one(
            leader, poll, csrf, "Nothing was removed: choose a text that is there, and a reason.");
  }

  /** Somebody opens the address of an answer again. */
  @GetMapping({
    "/{reference}/agree",
    "/{reference}/codes",
    "/{reference}/discard",
    "/{reference}/wish",
    "/{reference}/keep",
    "/{reference}/cancel",
    "/{reference}/remove"
  })
  String again(@PathVariable String reference) {
    return ROOM;
  }

  private ModelAndView told(Leader leader, Poll poll, CsrfToken csrf, SettingUp.Done done) {
    return switch (done) {
      case DONE -> new ModelAndView(ROOM + "/" + poll.reference());
      case OWN ->
          one(leader, poll, csrf, "Nothing was changed: somebody else than you has to agree.");
      case KIN ->
          one(
              leader,
              poll,
              csrf,
              "Nothing was changed: you let in whoever asked for it, or they let you in. Somebody"
                  + " else has to agree.");
      case LATE ->
          one(
              leader,
              poll,
              csrf,
              "Nothing was changed: its first day is over, or its last day, or that is less than %d days away."
                  .formatted(PollLimits.NOTICE.getDays()));
      case DUE ->
          one(
              leader,
              poll,
              csrf,
              "Nothing was announced: a proposal of the members is due since, and this vote passes"
                  + " it over. Discard it, and set it up anew.");
      case MANY ->
          one(
              leader,
              poll,
              csrf,
              "Nothing was announced: %d votes are announced or open, and more are too many for a phone. Wait until one is over."
                  .formatted(PollLimits.RUNNING));
      case MOVED ->
          one(
              leader,
              find(leader, poll.reference()),
              csrf,
              "Nothing was changed: somebody was faster, or it is past that.");
    };
  }

  private ModelAndView one(Leader leader, Poll poll, CsrfToken csrf, String stopped) {
    Organisation home = home(leader);
    Cancelling wish = poll.cancelling();
    boolean over = poll.state().isOver();
    Map<String, Object> values = new HashMap<>();
    values.put("row", RoomRow.of(poll, home, today(home)));
    values.put("second", settingUp.second(leader, poll.setUpBy(), poll.line()));
    values.put("nobody", settingUp.lacksSecond(home.id(), poll.setUpBy(), poll.line()));
    values.put("cancellable", settingUp.isCancellable(poll, today(home)));
    values.put("removable", ToRemove.of(poll, removing.written(poll), home.defaultLanguage()));
    values.put("previews", over ? Map.of() : previews(poll.terms(), home));
    values.put("reach", over ? "" : reach(leader, poll.terms(), home));
    values.put("codes", settingUp.awaitsCodes(poll));
    values.put("stopped", stopped);
    if (wish != null) {
      values.put("wish", wish);
      values.put("wishSecond", settingUp.second(leader, wish.by(), wish.line()));
    }
    ModelAndView page = page("poll/one", leader, csrf, values);
    page.setStatus(stopped.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT);
    return page;
  }

  private ModelAndView form(
      Leader leader,
      CsrfToken csrf,
      PollForm form,
      List<Problem> problems,
      Map<String, PollPreview> previews,
      String reach) {
    ModelAndView page =
        page(
            "poll/new",
            leader,
            csrf,
            Map.of("form", form, "problems", problems, "previews", previews, "reach", reach));
    page.setStatus(problems.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT);
    return page;
  }

  private String reach(Leader leader, PollTerms terms, Organisation home) {
    List<String> texts =
        home.languages().stream()
            .map(language -> settingUp.preview(terms, home, language))
            .toList();
    return Reach.of(terms, home, settingUp.subscribers(leader), texts);
  }

  private Map<String, PollPreview> previews(PollTerms terms, Organisation home) {
    Map<String, PollPreview> previews = new LinkedHashMap<>();
    for (String language : home.languages()) {
      String text = settingUp.preview(terms, home, language);
      previews.put(language, PollPreview.of(text, home.smsPrice()));
    }
    return previews;
  }

  private ModelAndView page(
      String template, Leader leader, CsrfToken csrf, Map<String, Object> values) {
    var page = new ModelAndView(template, values);
    page.addObject("organisation", home(leader));
    page.addObject("leader", leader);
    page.addObject("csrf", csrf);
    return page;
  }

  private Poll find(Leader leader, String reference) {
    return settingUp.find(leader, reference).orElseThrow(NotFound::new);
  }

  private Organisation home(Leader leader) {
    return organisations.get(leader.organisation());
  }

  private LocalDate today(Organisation home) {
    return home.day(clock.instant());
  }
}
