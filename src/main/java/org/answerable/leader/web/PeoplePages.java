package org.answerable.leader.web;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.answerable.leader.Leader;
import org.answerable.leader.People;
import org.answerable.leader.Problem;
import org.answerable.leader.SignedIn;
import org.answerable.leader.TokenHash;
import org.answerable.organisation.Organisations;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Who signs in for an organisation: see, invite, remove. */
@Controller
@RequestMapping("/inbox/people")
final class PeoplePages {
  private static final String PAGE = "redirect:/inbox/people";
  private final People people;
  private final PeopleView view;
  private final Organisations organisations;

  PeoplePages(People people, PeopleView view, Organisations organisations) {
    this.people = people;
    this.view = view;
    this.organisations = organisations;
  }

  @GetMapping
  ModelAndView all(@SignedIn Leader leader, CsrfToken csrf) {
    return page(HttpStatus.OK, leader, null, List.of(), csrf);
  }

  /** The link stands in this answer alone: it is not kept for a page after it. */
  @PostMapping("/invite")
  ModelAndView invite(
      @SignedIn Leader leader, @RequestParam(defaultValue = "") Set<String> roles, CsrfToken csrf) {
    return switch (people.invite(leader, roles)) {
      case People.Invited(var token) -> page(HttpStatus.OK, leader, token, List.of(), csrf);
      case People.NotInvited(var why) ->
          page(HttpStatus.UNPROCESSABLE_CONTENT, leader, null, List.of(why), csrf);
    };
  }

  /** Somebody opens the address of an answer again. */
  @GetMapping({"/invite", "/withdraw", "/remove"})
  String again() {
    return PAGE;
  }

  @PostMapping("/withdraw")
  String withdraw(@SignedIn Leader leader, @RequestParam String invitation) {
    if (invitation.matches("[0-9a-f]{64}")) {
      people.withdraw(leader, new TokenHash(invitation));
    }
    return PAGE;
  }

  /** Somebody who is gone already, or whom this leader can't remove, stands in the list or not. */
  @PostMapping("/remove")
  String remove(@SignedIn Leader leader, @RequestParam UUID account) {
    people.remove(leader, account);
    return PAGE;
  }

  private ModelAndView page(
      HttpStatus status,
      Leader leader,
      @Nullable String token,
      List<Problem> problems,
      CsrfToken csrf) {
    return new ModelAndView(
        "leader/people",
        Map.of(
            "organisation", organisations.get(leader.organisation()),
            "leader", leader,
            "page", view.of(leader, token),
            "problems", problems,
            "csrf", csrf),
        status);
  }
}
