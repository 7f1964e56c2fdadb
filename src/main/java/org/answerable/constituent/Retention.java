package org.answerable.constituent;

import java.time.LocalDate;
import java.time.Period;
import java.util.Collection;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Who and what is taken over when an epoch changes; all else is forgotten. */
public final class Retention {
  private final LocalDate today;

  public Retention(LocalDate today) {
    this.today = today;
  }

  /**
   * A person: while they are stopped, for that lasts until START or FORGET; while a promise that
   * they agreed to hear of is open; else for 90 days after their last text, or for 14 if nothing is
   * owed to them and they don't want to hear of polls.
   *
   * @param matters of all feedbacks that lead to them
   */
  public boolean keeps(Constituent person, Collection<Matter> matters) {
    if (person.stopped() || matters.stream().anyMatch(matter -> isPromised(person, matter))) {
      return true;
    }
    return isWithin(EpochLimits.IDLE, person.seen())
        && (person.settings().votes()
            || isWithin(EpochLimits.AFTER_CLOSURE, person.seen())
            || matters.stream().anyMatch(matter -> keeps(person, matter)));
  }

  /**
   * The way from a feedback to its sender, who is kept. Somebody may be kept for years, since they
   * are stopped or a promise of another feedback is open: what they once wrote must not lead to
   * them for so long.
   */
  public boolean keeps(Constituent person, Matter matter) {
    LocalDate closed = matter.closed();
    boolean wanted = closed == null || isWithin(EpochLimits.AFTER_CLOSURE, closed);
    return wanted && isWithin(EpochLimits.IDLE, person.seen()) || isPromised(person, matter);
  }

  /**
   * The last day on which a person is taken over, as things stand.
   *
   * @return empty: as long as they are stopped
   */
  public static Optional<LocalDate> lastDay(Constituent person, Collection<Matter> matters) {
    if (person.stopped()) {
      return Optional.empty();
    }
    LocalDate idle = person.seen().plus(EpochLimits.IDLE);
    LocalDate last =
        person.settings().votes() ? idle : person.seen().plus(EpochLimits.AFTER_CLOSURE);
    for (Matter matter : matters) {
      LocalDate closed = matter.closed();
      LocalDate wayBack = closed == null ? idle : closed.plus(EpochLimits.AFTER_CLOSURE);
      last = later(last, wayBack.isAfter(idle) ? idle : wayBack);
      LocalDate promised = matter.promised();
      if (promised != null && person.settings().way() != AnswerWay.NOT_AT_ALL) {
        last = later(last, promised.plus(EpochLimits.AFTER_CLOSURE));
      }
    }
    return Optional.of(last);
  }

  private static LocalDate later(LocalDate one, LocalDate other) {
    return one.isAfter(other) ? one : other;
  }

  /** Whoever wants no texts did not agree to hear of it. */
  private boolean isPromised(Constituent person, Matter matter) {
    LocalDate promised = matter.promised();
    return promised != null
        && person.settings().way() != AnswerWay.NOT_AT_ALL
        && isWithin(EpochLimits.AFTER_CLOSURE, promised);
  }

  private boolean isWithin(Period length, @Nullable LocalDate day) {
    return day != null && !today.isAfter(day.plus(length));
  }
}
