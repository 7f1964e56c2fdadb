package org.answerable.feedback;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.answerable.feedback.KeepingPromises.Due;
import org.answerable.feedback.KeepingPromises.DuePage;
import org.answerable.leader.Leader;
import org.answerable.platform.Ids;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** More promises than a page has room for are all there, and counted. */
@InboxTest
@SuppressWarnings("NullAway.Init")
class DuePagesIT {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);
  private static final int LATE = 3;

  @Autowired KeepingPromises promises;
  @Autowired Responding responding;
  @Autowired Ids ids;
  @Autowired InboxWorld world;

  @Test
  void everyPromiseStandsOnOnePageAndIsCounted() throws SQLException {
    var organisation = world.organisation();
    var leader = new Leader(ids.uuid(), organisation.id(), "Asha", Set.of("programmes"));
    int all = FeedbackLimits.PAGE_ROWS + LATE;
    for (int i = 0; i < all; i++) {
      var given = world.release(organisation, "medicines", TODAY, "no syrup");
      LocalDate by = TODAY.plusDays(i < LATE ? 1 : 30);
      var draft = new ResponseDraft(Decision.WILL_DO, "We will.", "Syrup", "programmes", by);
      responding.respond(leader, given.reference(), draft, 1, ids.uuid(), InboxContext.NOW);
    }

    LocalDate later = TODAY.plusDays(2);
    assertThat(promises.counts(leader, TODAY)).isEqualTo(new Promises.Counts(all, 0, LATE));
    assertThat(promises.counts(leader, later)).isEqualTo(new Promises.Counts(all, LATE, 0));
    DuePage first = promises.due(leader, 1, later);
    DuePage second = promises.due(leader, 2, later);
    assertThat(List.of(first.rows().size(), second.rows().size(), second.pages()))
        .containsExactly(FeedbackLimits.PAGE_ROWS, LATE, 2);
    assertThat(first.rows().subList(0, LATE)).allMatch(Due::missed);
    var seen = new HashSet<String>();
    Stream.of(first, second)
        .flatMap(page -> page.rows().stream())
        .forEach(row -> seen.add(row.state().reference()));
    assertThat(seen).hasSize(all);
    assertThat(promises.due(leader, 99, later).page()).isEqualTo(2);
  }
}
