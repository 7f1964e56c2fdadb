package org.answerable.delivery;

import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneOffset;
import org.answerable.platform.TimedWork;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Leaves as it is what nobody has decided about for so long that it would come as a surprise. */
public final class OldDoubts {
  /** As long as an answer waits for READ. */
  public static final Period DECIDED_WITHIN = Period.ofDays(14);

  private static final Logger LOG = LoggerFactory.getLogger(OldDoubts.class);
  private static final Duration PAUSE = Duration.ofHours(1);
  private final Deliveries deliveries;
  private final Queues queues;
  private final InstantSource clock;

  public OldDoubts(Deliveries deliveries, Queues queues, InstantSource clock) {
    this.deliveries = deliveries;
    this.queues = queues;
    this.clock = clock;
  }

  /** Done twice, it is done once. */
  public void run() {
    try {
      LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
      deliveries.dropLeft(today.minus(DECIDED_WITHIN));
      queues.dropTexts(today.minus(DECIDED_WITHIN));
    } catch (SQLException e) {
      LOG.warn("what is left as it is stays for now: {}", e.getClass().getSimpleName());
    }
  }

  public TimedWork timer() {
    return TimedWork.every(PAUSE, "old-doubts", this::run);
  }
}
