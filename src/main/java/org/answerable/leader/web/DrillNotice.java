package org.answerable.leader.web;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import org.answerable.leader.Drills;
import org.answerable.organisation.Organisations;
import org.answerable.platform.web.Notice;
import org.answerable.platform.web.StandingNotices;
import org.springframework.stereotype.Component;

/** Reminds leaders that the erasing of every address has to be practised. */
@Component
final class DrillNotice implements StandingNotices {
  private final Organisations organisations;
  private final Drills drills;
  private final InstantSource clock;

  DrillNotice(Organisations organisations, Drills drills, InstantSource clock) {
    this.organisations = organisations;
    this.drills = drills;
    this.clock = clock;
  }

  @Override
  public List<Notice> of(String organisation) {
    LocalDate today = organisations.get(organisation).day(clock.instant());
    return drills.overdue(organisation, today).stream()
        .map(last -> notice(organisation, last))
        .toList();
  }

  private static Notice notice(String organisation, LocalDate last) {
    return new Notice(
        "It is over a year ago that erasing every address was practised. Ask whoever keeps the"
            + " server to do the drill. It erases nothing.",
        List.of(
            "erase-all %s --drill (the last time, or your first day here: %s)"
                .formatted(organisation, last)));
  }
}
