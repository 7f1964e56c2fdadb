package org.answerable.delivery;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.answerable.constituent.KeptAnswer;
import org.answerable.constituent.Vault;
import org.answerable.organisation.Organisation;
import org.answerable.organisation.Organisations;
import org.answerable.platform.TimedWork;

/** Forgets answers that nobody asked for with READ in time. */
public final class KeptAnswers {
  private static final Duration PAUSE = Duration.ofHours(6);
  private final Organisations organisations;
  private final Vault vault;
  private final InstantSource clock;

  public KeptAnswers(Organisations organisations, Vault vault, InstantSource clock) {
    this.organisations = organisations;
    this.vault = vault;
    this.clock = clock;
  }

  /** Done twice, it is done once. */
  public void run() {
    Instant now = clock.instant();
    for (Organisation home : organisations.all()) {
      vault.dropKept(home.id(), home.day(now).minus(KeptAnswer.KEPT));
    }
  }

  public TimedWork timer() {
    return TimedWork.every(PAUSE, "kept-answers", this::run);
  }
}
