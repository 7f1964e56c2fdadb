package org.answerable.feedback.web;

import java.sql.SQLException;
import java.time.InstantSource;
import java.util.UUID;
import org.answerable.feedback.FeedbackLimits;
import org.answerable.feedback.MutingSender;
import org.answerable.feedback.TakingBack;
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

/**
 * Takes back a response of which nothing has left, and sets aside for a time what the sender of a
 * feedback writes.
 */
@Controller
@RequestMapping("/inbox/{reference}")
class UndoController {
  private final TakingBack takingBack;
  private final MutingSender muting;
  private final InstantSource clock;

  UndoController(TakingBack takingBack, MutingSender muting, InstantSource clock) {
    this.takingBack = takingBack;
    this.muting = muting;
    this.clock = clock;
  }

  /** Somebody opens the address of a form again. */
  @GetMapping({"/undo", "/mute"})
  String again() {
    return "redirect:/inbox/{reference}";
  }

  @PostMapping("/undo")
  String undo(@SignedIn Leader leader, @PathVariable String reference, @RequestParam UUID response)
      throws SQLException {
    String done =
        switch (takingBack.undo(leader, reference, response, clock.instant())) {
          case DONE -> "undone";
          case TOO_LATE -> "late";
          case UNKNOWN -> throw new NotFound();
        };
    return "redirect:/inbox/" + reference + "?done=" + done + "#main";
  }

  @PostMapping("/mute")
  String mute(@SignedIn Leader leader, @PathVariable String reference, @RequestParam int days)
      throws SQLException {
    if (!FeedbackLimits.MUTE_DAYS.contains(days)) {
      throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
    }
    if (!muting.mute(leader, reference, days, clock.instant())) {
      throw new NotFound();
    }
    return "redirect:/inbox/" + reference + "?done=muted#main";
  }
}
