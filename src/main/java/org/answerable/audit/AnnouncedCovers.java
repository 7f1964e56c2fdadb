package org.answerable.audit;

import java.time.DateTimeException;
import java.time.YearMonth;
import org.answerable.tlog.Hash;

/**
 * What a log said before it of the covers of a month.
 *
 * @param seed the hash of what they are drawn from
 * @param pad how many a slot has, on the average
 */
public record AnnouncedCovers(YearMonth month, Hash seed, int pad) {
  static AnnouncedCovers of(LogEntry entry) throws Finding {
    try {
      return new AnnouncedCovers(
          YearMonth.parse(entry.text("month")), entry.hash("seed"), entry.number("pad"));
    } catch (DateTimeException e) {
      throw entry.finding("announces covers for what is no month");
    }
  }
}
