package org.answerable.leader.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.List;
import org.answerable.leader.Problem;
import org.answerable.leader.SignIn;
import org.answerable.organisation.Organisations;
import org.answerable.platform.SourceOf;
import org.springframework.http.HttpStatus;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Signing in and out. */
@Controller
final class SignInPages {
  private final SignIn signIn;
  private final Door door;
  private final RoomContexts contexts;
  private final Organisations organisations;

  SignInPages(SignIn signIn, Door door, RoomContexts contexts, Organisations organisations) {
    this.signIn = signIn;
    this.door = door;
    this.contexts = contexts;
    this.organisations = organisations;
  }

  @GetMapping("/login")
  ModelAndView form(HttpServletRequest request, CsrfToken csrf) {
    return contexts.containsContext(request)
        ? new ModelAndView("redirect:/inbox")
        : page(HttpStatus.OK, "", List.of(), csrf);
  }

  @PostMapping("/login")
  ModelAndView signIn(
      @RequestParam(defaultValue = "") String name,
      @RequestParam(defaultValue = "") String password,
      HttpServletRequest request,
      HttpServletResponse response,
      CsrfToken csrf) {
    String source = SourceOf.address(request.getRemoteAddr());
    return switch (signIn.attempt(name, password, source, door.device(request))) {
      case SignIn.Welcome welcome -> {
        door.in(welcome, request, response);
        yield new ModelAndView("redirect:/inbox");
      }
      case SignIn.Refused() ->
          page(
              HttpStatus.UNAUTHORIZED,
              name,
              List.of(
                  new Problem("name", "Name and password don't fit together. Check both."),
                  new Problem("password", "Write the password again.")),
              csrf);
      case SignIn.Wait(var left) -> {
        response.setHeader("Retry-After", String.valueOf(seconds(left)));
        yield page(
            HttpStatus.TOO_MANY_REQUESTS,
            name,
            List.of(
                new Problem(
                    "name",
                    "Too many attempts from here. Wait %s, then try again."
                        .formatted(words(left)))),
            csrf);
      }
    };
  }

  @PostMapping("/logout")
  String signOut(HttpServletRequest request, HttpServletResponse response) {
    door.out(request, response);
    return "redirect:/login";
  }

  private ModelAndView page(
      HttpStatus status, String name, List<Problem> problems, CsrfToken csrf) {
    var page = new ModelAndView("leader/login", status);
    page.addObject("name", name);
    page.addObject("problems", problems);
    page.addObject("csrf", csrf);
    if (organisations.all().size() == 1) {
      page.addObject("organisation", organisations.all().getFirst());
    }
    return page;
  }

  private static long seconds(Duration left) {
    return left.plusMillis(999).toSeconds();
  }

  private static String words(Duration left) {
    long seconds = seconds(left);
    if (seconds < 60) {
      return seconds == 1 ? "a second" : seconds + " seconds";
    }
    long minutes = (seconds + 59) / 60;
    return minutes == 1 ? "a minute" : minutes + " minutes";
  }
}
