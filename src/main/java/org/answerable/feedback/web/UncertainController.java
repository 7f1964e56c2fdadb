package org.answerable.feedback.web;

import java.sql.SQLException;
import java.util.UUID;
import org.answerable.delivery.Doubts;
import org.answerable.feedback.UncertainResponses;
import org.answerable.leader.Leader;
import org.answerable.leader.SignedIn;
import org.answerable.platform.web.NotFound;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** Has an uncertain response sent again, or leaves it. */
@Controller
@RequestMapping("/inbox/{reference}/uncertain")
class UncertainController {
  private final UncertainResponses uncertain;

  UncertainController(UncertainResponses uncertain) {
    this.uncertain = uncertain;
  }

  /** Somebody opens the address of the form again. */
  @GetMapping
  String again() {
    return "redirect:/inbox/{reference}";
  }

  @PostMapping
  String settle(
      @SignedIn Leader leader,
      @PathVariable String reference,
      @RequestParam UUID response,
      @RequestParam int round,
      @RequestParam String act)
      throws SQLException {
    Doubts.Choice choice =
        Doubts.Choice.ofWord(act)
            .orElseThrow(() -> new ResponseStatusException(HttpStatus.BAD_REQUEST));
    String done =
        switch (uncertain.settle(leader, reference, response, round, choice)) {
          case DONE -> act;
          case BEFORE -> "decided";
          case UNKNOWN -> throw new NotFound();
        };
    return "redirect:/inbox/" + reference + "?done=" + done + "#main";
  }
}
