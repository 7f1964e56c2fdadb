package org.answerable.leader;

import java.time.LocalDate;
import java.time.Period;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * Whether somebody practised in time what is done on the day the law turns: the erasing of every
 * address. Safe for use by many threads.
 */
public final class Drills {
  /** After it leaders are reminded. */
  static final Period EVERY = Period.ofYears(1);

  private final Function<String, Optional<LocalDate>> last;
  private final Map<String, LocalDate> known = new ConcurrentHashMap<>();

  /**
   * @param last the day of an organisation's last drill; before the first, its own first day
   */
  public Drills(Function<String, Optional<LocalDate>> last) {
    this.last = last;
  }

  /** The last day, where it is too long ago. Only then is it asked for again. */
  public Optional<LocalDate> overdue(String organisation, LocalDate today) {
    LocalDate day = known.get(organisation);
    if (day == null || isOverdue(day, today)) {
      last.apply(organisation).ifPresent(now -> known.put(organisation, now));
    }
    return Optional.ofNullable(known.get(organisation)).filter(one -> isOverdue(one, today));
  }

  private static boolean isOverdue(LocalDate last, LocalDate today) {
    return today.isAfter(last.plus(EVERY));
  }
}
