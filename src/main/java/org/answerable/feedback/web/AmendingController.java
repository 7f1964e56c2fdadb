package org.answerable.feedback.web;

import java.sql.SQLException;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Optional;
import org.answerable.feedback.Amending;
import org.answerable.feedback.Amending.Amended;
import org.answerable.leader.Leader;
import org.answerable.leader.SignedIn;
import org.answerable.organisation.Organisations;
import org.answerable.platform.web.NotFound;
import org.answerable.responselog.CorrectionReason;
import org.answerable.responselog.RedactionReason;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Corrects and removes what is public of one feedback. */
@Controller
@RequestMapping("/inbox/{reference}/published")
class AmendingController {
  private final Organisations organisations;
  private final Amending amending;
  private final InstantSource clock;

  AmendingController(Organisations organisations, Amending amending, InstantSource clock) {
    this.organisations = organisations;
    this.amending = amending;
    this.clock = clock;
  }

  @GetMapping
  ModelAndView show(@SignedIn Leader leader, @PathVariable String reference, CsrfToken csrf) {
    return page(leader, reference, csrf, HttpStatus.OK, null, "");
  }

  /** Somebody opens the address of a form again. */
  @GetMapping({"/correction", "/removal"})
  String again() {
    return "redirect:/inbox/{reference}/published";
  }

  @PostMapping("/correction")
  ModelAndView correct(
      @SignedIn Leader leader,
      @PathVariable String reference,
      @RequestParam String of,
      @RequestParam(defaultValue = "") String text,
      @RequestParam(defaultValue = "") String reason,
      CsrfToken csrf)
      throws SQLException {
    Optional<CorrectionReason> why =
        Arrays.stream(CorrectionReason.values()).filter(r -> r.word().equals(reason)).findFirst();
    if (why.isEmpty()) {
      return refused(leader, reference, csrf, of, text);
    }
    return switch (amending.correct(leader, reference, of, text, why.get(), clock.instant())) {
      case DONE -> done(reference, "corrected");
      case TOO_LATE -> done(reference, "amended");
      case NO_TEXT -> refused(leader, reference, csrf, of, text);
      case UNKNOWN -> throw new NotFound();
    };
  }

  @PostMapping("/removal")
  ModelAndView remove(
      @SignedIn Leader leader,
      @PathVariable String reference,
      @RequestParam String of,
      @RequestParam(defaultValue = "") String reason,
      CsrfToken csrf)
      throws SQLException {
    Optional<RedactionReason> why =
        Arrays.stream(RedactionReason.values()).filter(r -> r.word().equals(reason)).findFirst();
    if (why.isEmpty()) {
      return refused(leader, reference, csrf, of, "");
    }
    Amended amended = amending.remove(leader, reference, of, why.get(), clock.instant());
    return switch (amended) {
      case DONE -> done(reference, "removed");
      case TOO_LATE, NO_TEXT -> done(reference, "amended");
      case UNKNOWN -> throw new NotFound();
    };
  }

  private ModelAndView refused(
      Leader leader, String reference, CsrfToken csrf, String of, String typed) {
    return page(leader, reference, csrf, HttpStatus.UNPROCESSABLE_CONTENT, of, typed);
  }

  /**
   * @param refused of which text the form was incomplete; null: of none
   * @param typed what was written there
   */
  private ModelAndView page(
      Leader leader,
      String reference,
      CsrfToken csrf,
      HttpStatus status,
      @Nullable String refused,
      String typed) {
    var found = amending.texts(leader, reference).orElseThrow(NotFound::new);
    var page = new ModelAndView("inbox/published", status);
    page.addObject("organisation", organisations.get(leader.organisation()));
    page.addObject("leader", leader);
    page.addObject("csrf", csrf);
    page.addObject("found", found);
    page.addObject("refused", refused);
    page.addObject("typed", typed);
    return page;
  }

  private static ModelAndView done(String reference, String what) {
    return new ModelAndView("redirect:/inbox/" + reference + "?done=" + what + "#main");
  }
}
