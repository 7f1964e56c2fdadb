package org.answerable.demo;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.answerable.delivery.Delivery;
import org.answerable.delivery.Leased;
import org.answerable.feedback.DailySweep;
import org.answerable.feedback.OverdueSweep;
import org.answerable.intake.Slots;
import org.answerable.organisation.Organisation;
import org.answerable.responselog.Declarations;
import org.springframework.stereotype.Component;

/** What happens by itself on each day of the story. */
@Component
record Days(
    Declarations declarations,
    Slots slots,
    OverdueSweep overdue,
    List<DailySweep> sweeps,
    Delivery delivery) {
  private static final int AT_ONCE = 20;

  Days {
    sweeps = List.copyOf(sweeps);
  }

  /** The rules stand in the log before anything is treated by them. */
  void begin(Organisation home, Instant morning) throws SQLException {
    declarations.settle(home, morning);
  }

  void slot(Organisation home, Instant now) throws SQLException {
    slots.run(home, now);
  }

  /** Answers leave, days pass, what is said about that leaves, and the log tells it. */
  void end(Organisation home, Instant evening) throws SQLException {
    deliver();
    overdue.run(home, home.day(evening));
    for (DailySweep one : sweeps) {
      one.run(home, evening);
    }
    deliver();
    slot(home, evening);
  }

  /** What waits leaves. */
  void deliver() throws SQLException {
    List<Leased> leased;
    do {
      leased = delivery.lease(AT_ONCE);
      for (Leased one : leased) {
        delivery.deliver(one);
      }
    } while (!leased.isEmpty());
  }
}
