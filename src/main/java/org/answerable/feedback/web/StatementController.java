package org.answerable.feedback.web;

import java.sql.SQLException;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.answerable.feedback.StatementDraft;
import org.answerable.feedback.Stating;
import org.answerable.leader.Leader;
import org.answerable.leader.SignedIn;
import org.answerable.organisation.Organisation;
import org.answerable.organisation.Organisations;
import org.answerable.responselog.PublicStatement;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/** Three forms: who we are, who pays, when the office is closed. */
@Controller
@RequestMapping("/inbox/statements")
class StatementController {
  private final Organisations organisations;
  private final Stating stating;
  private final InstantSource clock;

  StatementController(Organisations organisations, Stating stating, InstantSource clock) {
    this.organisations = organisations;
    this.stating = stating;
    this.clock = clock;
  }

  @GetMapping
  ModelAndView forms(
      @SignedIn Leader leader, @RequestParam(defaultValue = "") String done, CsrfToken csrf) {
    return page(leader, Map.of(), List.of(), done.equals("stated"), csrf);
  }

  @PostMapping
  ModelAndView state(
      @SignedIn Leader leader, @RequestParam Map<String, String> fields, CsrfToken csrf)
      throws SQLException {
    String role = fields.getOrDefault("role", "");
    if (!leader.roles().contains(role)) {
      throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
    }
    var draft =
        new StatementDraft(
            fields.getOrDefault("about", ""), fields, day(fields, "from"), day(fields, "until"));
    String amends = fields.getOrDefault("amends", "");
    var lacks = stating.state(leader, role, draft, amends, clock.instant());
    if (lacks.isEmpty()) {
      return new ModelAndView("redirect:/inbox/statements?done=stated#main");
    }
    ModelAndView page = page(leader, fields, lacks, false, csrf);
    page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
    return page;
  }

  private ModelAndView page(
      Leader leader,
      Map<String, String> fields,
      List<StatementDraft.Lack> lacks,
      boolean done,
      CsrfToken csrf) {
    Organisation organisation = organisations.get(leader.organisation());
    var page = new ModelAndView("inbox/statements");
    page.addObject("organisation", organisation);
    page.addObject("leader", leader);
    page.addObject(
        "roles",
        Stating.roles(leader).stream()
            .map(
                role ->
                    new Option(
                        role,
                        organisation.role(role).map(one -> one.name().in("en")).orElse(role),
                        role.equals(fields.get("role"))))
            .toList());
    page.addObject("amendable", amendable(organisation, fields.getOrDefault("amends", "")));
    page.addObject("fields", fields);
    page.addObject("lacks", lacks.stream().map(StatementController::sentence).toList());
    page.addObject("done", done);
    page.addObject("csrf", csrf);
    return page;
  }

  /** By what they are about. */
  private Map<String, List<Option>> amendable(Organisation organisation, String chosen) {
    var words = new Vocabulary(organisation, organisation.day(clock.instant()));
    return stating.amendable(organisation).stream()
        .collect(
            Collectors.groupingBy(
                PublicStatement::about,
                Collectors.mapping(
                    one ->
                        new Option(
                            one.hash(),
                            words.day(one.day()) + ", " + words.role(one.role()),
                            one.hash().equals(chosen)),
                    Collectors.toList())));
  }

  private static String sentence(StatementDraft.Lack lack) {
    return switch (lack) {
      case NO_ABOUT -> "Use one of the three forms.";
      case EMPTY -> "Say something: all of it was empty.";
      case TOO_LONG -> "Shorten each line to 500 characters.";
      case NO_SIZE ->
          "Say how many people each tier has, as a number; leave out what you don't have.";
      case NOTHING_TO_AMEND -> "Choose what it amends anew: that statement is not there.";
      case NO_DAYS ->
          "Give the first and the last day. The last is not over yet, and at most 92 days later.";
    };
  }

  private static @Nullable LocalDate day(Map<String, String> fields, String name) {
    try {
      return LocalDate.parse(fields.getOrDefault(name, "").strip());
    } catch (DateTimeParseException e) {
      return null;
    }
  }
}
