package org.answerable.leader.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import org.answerable.leader.Invitation;
import org.answerable.leader.Invitations;
import org.answerable.leader.Problem;
import org.answerable.organisation.Organisations;
import org.answerable.organisation.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/**
 * From a link to an account. The token is in the link's path only; the form posts it, and the page
 * tells its address to nobody (Referrer-Policy).
 */
@Controller
final class InvitationPages {
  private final Invitations invitations;
  private final Organisations organisations;
  private final Door door;

  InvitationPages(Invitations invitations, Organisations organisations, Door door) {
    this.invitations = invitations;
    this.organisations = organisations;
    this.door = door;
  }

  @GetMapping("/invitation/{token}")
  ModelAndView form(@PathVariable String token, CsrfToken csrf) {
    return invitations
        .find(token)
        .map(found -> page(HttpStatus.OK, found, token, "", List.of(), csrf))
        .orElseGet(InvitationPages::gone);
  }

  /** {@code again} may be missing, not different. */
  @PostMapping("/invitation")
  ModelAndView accept(
      @RequestParam(defaultValue = "") String token,
      @RequestParam(defaultValue = "") String name,
      @RequestParam(defaultValue = "") String password,
      @RequestParam(required = false) @Nullable String again,
      HttpServletRequest request,
      HttpServletResponse response,
      CsrfToken csrf) {
    String repeated = again == null ? password : again;
    return switch (invitations.accept(token, name, password, repeated)) {
      case Invitations.Accepted(var welcome) -> {
        door.in(welcome, request, response);
        yield new ModelAndView("redirect:/inbox");
      }
      case Invitations.Refused(var problems) ->
          invitations
              .find(token)
              .map(
                  found ->
                      page(HttpStatus.UNPROCESSABLE_CONTENT, found, token, name, problems, csrf))
              .orElseGet(InvitationPages::gone);
      case Invitations.Gone() -> gone();
    };
  }

  private ModelAndView page(
      HttpStatus status,
      Invitation invitation,
      String token,
      String name,
      List<Problem> problems,
      CsrfToken csrf) {
    var organisation = organisations.get(invitation.organisation());
    return new ModelAndView(
        "leader/invitation",
        Map.of(
            "organisation", organisation,
            "roles", RoleNames.of(organisation, invitation.roles()),
            "focal", Role.FOCAL.containsAll(invitation.roles()),
            "until", Days.words(invitation.expires()),
            "token", token,
            "name", name,
            "problems", problems,
            "csrf", csrf),
        status);
  }

  private static ModelAndView gone() {
    return new ModelAndView("leader/gone", Map.of(), HttpStatus.GONE);
  }
}
