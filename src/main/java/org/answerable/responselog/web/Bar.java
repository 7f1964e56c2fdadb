package org.answerable.responselog.web;

import java.time.temporal.ChronoUnit;
import org.answerable.responselog.PublicFeedback;

/**
 * Days used against days allowed, in calendar days: paths on a field of 42 by 4. What is longer is
 * cut; the figure stands beside it as text.
 */
public record Bar(long allowed, long used) {
  private static final long WIDE = 42;

  static Bar of(PublicFeedback feedback, Reader reader) {
    var due = feedback.due();
    return new Bar(
        due == null ? 0 : ChronoUnit.DAYS.between(feedback.day(), due),
        feedback.days(reader.today()));
  }

  public String allowedPath() {
    return "M0 1h%1$dv2H0z".formatted(Math.min(allowed, WIDE));
  }

  public String usedPath() {
    return "M0 0h%1$dv4H0z".formatted(Math.min(Math.min(used, allowed), WIDE));
  }

  public boolean late() {
    return used > allowed && allowed < WIDE;
  }

  public String latePath() {
    return "M%1$d 0h%2$dv4h-%2$dz".formatted(allowed, Math.min(used, WIDE) - allowed);
  }
}
