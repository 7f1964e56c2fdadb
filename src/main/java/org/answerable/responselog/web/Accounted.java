package org.answerable.responselog.web;

import org.answerable.responselog.PublicLog;

/** What the focal point outside has said of what is not opened, in a sentence. */
final class Accounted {
  /** A statement lasts a quarter, and a month to make the next one in. */
  private static final int DAYS = 120;

  private Accounted() {}

  static String line(PublicLog log, Reader reader) {
    PublicLog.Accounted said = log.accounted(reader.organisation().id()).orElse(null);
    if (said == null) {
      return reader.texts().get("accounted.never");
    }
    boolean old = said.until().plusDays(DAYS).isBefore(reader.today());
    return reader
        .texts()
        .get(
            old ? "accounted.not-since" : "accounted.until",
            reader.day(said.until()),
            said.letters());
  }
}
