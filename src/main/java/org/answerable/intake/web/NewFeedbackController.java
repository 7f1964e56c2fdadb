package org.answerable.intake.web;

import java.net.URI;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.answerable.intake.Entered;
import org.answerable.intake.Entering;
import org.answerable.leader.Leader;
import org.answerable.leader.SignedIn;
import org.answerable.organisation.Lines;
import org.answerable.organisation.Organisation;
import org.answerable.organisation.Organisations;
import org.answerable.platform.AnswerableProperties;
import org.answerable.platform.Ids;
import org.springframework.http.HttpStatus;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/**
 * Feedback that somebody gave in person, on paper or on the phone: a leader or volunteer enters it,
 * and prints the receipt. The receipt stands in the answer to the form alone.
 */
@Controller
@RequestMapping("/inbox/new")
final class NewFeedbackController {
  private final Organisations organisations;
  private final Lines lines;
  private final Entering entering;
  private final URI publicUrl;
  private final Ids ids;
  private final InstantSource clock;

  NewFeedbackController(
      Organisations organisations,
      Lines lines,
      Entering entering,
      AnswerableProperties properties,
      Ids ids,
      InstantSource clock) {
    this.organisations = organisations;
    this.lines = lines;
    this.entering = entering;
    this.publicUrl = properties.publicUrl();
    this.ids = ids;
    this.clock = clock;
  }

  @GetMapping
  ModelAndView form(@SignedIn Leader leader, CsrfToken csrf) {
    return form(leader, NewForm.empty(home(leader), ids.uuid()), csrf, HttpStatus.OK);
  }

  @PostMapping
  ModelAndView enter(
      @SignedIn Leader leader,
      @RequestParam(defaultValue = "") String words,
      @RequestParam(defaultValue = "") String source,
      @RequestParam(defaultValue = "") String topic,
      @RequestParam(defaultValue = "") String publish,
      @RequestParam(defaultValue = "false") boolean proposal,
      @RequestParam(defaultValue = "") String language,
      @RequestParam UUID form,
      CsrfToken csrf)
      throws SQLException {
    Organisation home = home(leader);
    var filled =
        new NewForm(words, source, topic, publish, proposal, language, form, List.of())
            .checked(home);
    if (!filled.problems().isEmpty()) {
      return form(leader, filled, csrf, HttpStatus.UNPROCESSABLE_CONTENT);
    }
    if (!lines.isOpen(home)) {
      return form(leader, filled, csrf, HttpStatus.CONFLICT);
    }
    Instant now = clock.instant();
    Entered entered = entering.enter(home, leader, form, filled.told(), now);
    return page("intake/entered", leader, csrf)
        .addObject("entered", entered)
        .addObject("sheet", Sheet.of(home, entered, language, publicUrl, home.day(now)));
  }

  private ModelAndView form(Leader leader, NewForm form, CsrfToken csrf, HttpStatus status) {
    ModelAndView page = page("intake/new", leader, csrf);
    page.addObject("form", form).addObject("open", lines.isOpen(home(leader))).setStatus(status);
    return page;
  }

  private ModelAndView page(String view, Leader leader, CsrfToken csrf) {
    return new ModelAndView(view)
        .addObject("organisation", home(leader))
        .addObject("leader", leader)
        .addObject("csrf", csrf);
  }

  private Organisation home(Leader leader) {
    return organisations.get(leader.organisation());
  }
}
