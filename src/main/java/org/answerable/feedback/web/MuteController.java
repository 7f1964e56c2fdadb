package org.answerable.feedback.web;

import java.sql.SQLException;
import java.time.InstantSource;
import org.answerable.feedback.FeedbackLimits;
import org.answerable.feedback.MutingSender;
import org.answerable.leader.Leader;
import org.answerable.leader.SignedIn;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** Sets aside for a time what the sender of a feedback writes. */
@Controller
@RequestMapping("/inbox/{reference}/mute")
class MuteController {
  private final MutingSender muting;
  private final InstantSource clock;

  MuteController(MutingSender muting, InstantSource clock) {
    this.muting = muting;
    this.clock = clock;
  }

  /** Somebody opens the address of the form again. */
  @GetMapping
  String again() {
    return "redirect:/inbox/{reference}";
  }

  @PostMapping
  String mute(@SignedIn Leader leader, @PathVariable String reference, @RequestParam int days)
      throws SQLException {
    if (!FeedbackLimits.MUTE_DAYS.contains(days)) {
      throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
    }
    if (!muting.mute(leader, reference, days, clock.instant())) {
      throw new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
    return "redirect:/inbox/" + reference + "?done=muted#main";
  }
}
