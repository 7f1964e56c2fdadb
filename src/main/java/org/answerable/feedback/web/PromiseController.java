package org.answerable.feedback.web;

import java.sql.SQLException;
import java.time.InstantSource;
import java.util.UUID;
import org.answerable.feedback.KeepingPromises;
import org.answerable.leader.Leader;
import org.answerable.leader.SignedIn;
import org.answerable.platform.web.NotFound;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What was done of a promise, or what a body outside answered. */
@Controller
@RequestMapping("/inbox/{reference}/promise")
class PromiseController {
  private final KeepingPromises promises;
  private final InstantSource clock;

  PromiseController(KeepingPromises promises, InstantSource clock) {
    this.promises = promises;
    this.clock = clock;
  }

  /** Somebody opens the address of a form again. */
  @GetMapping
  String again() {
    return "redirect:/inbox/{reference}";
  }

  @PostMapping
  String keep(
      @SignedIn Leader leader,
      @PathVariable String reference,
      @RequestParam UUID response,
      @RequestParam(defaultValue = "") String words,
      @RequestParam(defaultValue = "") String from)
      throws SQLException {
    String done =
        switch (promises.keep(leader, reference, response, words, clock.instant())) {
          case DONE -> "kept";
          case NO_WORDS -> "no-words";
          case OVERTAKEN -> "kept-before";
          case UNKNOWN -> throw new NotFound();
        };
    String back = from.equals("due") ? "due" : reference;
    return "redirect:/inbox/" + back + "?done=" + done + "#main";
  }
}
