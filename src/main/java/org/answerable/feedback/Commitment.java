package org.answerable.feedback;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What a response with {@link Decision#WILL_DO} promises, or whom {@link Decision#REFERRED_TO}
 * names: both have a day that can pass.
 *
 * @param what in words, public; of a referral, the body outside
 * @param ownerRole the role that has to keep it; null: a body outside has to answer
 * @param due the day by which it is kept, or answered
 */
public record Commitment(String what, @Nullable String ownerRole, LocalDate due) {
  public boolean isReferral() {
    return ownerRole == null;
  }

  @Override
  public String toString() {
    return "Commitment[redacted]";
  }
}
