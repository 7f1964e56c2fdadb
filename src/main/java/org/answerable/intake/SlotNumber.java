package org.answerable.intake;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Slots are numbered: the moment divided by their length. */
public final class SlotNumber {
  private SlotNumber() {}

  /** The slot that a moment falls into. */
  public static long of(Instant moment, Duration slot) {
    return moment.getEpochSecond() / slot.toSeconds();
  }

  /** The first slot that begins after the hold; null: there is no hold. */
  public static @Nullable Long afterHold(Instant now, Duration hold, Duration slot) {
    return hold.isZero() ? null : of(now.plus(hold), slot) + 1;
  }
}
