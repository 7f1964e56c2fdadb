package org.answerable.responselog.web;

import java.util.List;
import org.answerable.responselog.Entry;
import org.answerable.responselog.PublicLog;

/**
 * A key that opens what is said in confidence, in the words of a page.
 *
 * @param key its letters, as people compare them
 */
public record FocalKeyView(String role, String key, String since) {
  /** So many are shown; the log has all. */
  private static final int SHOWN = 10;

  static List<FocalKeyView> all(PublicLog log, Reader reader) {
    return log.focalKeys(reader.organisation().id()).stream()
        .limit(SHOWN)
        .map(one -> of(one, reader))
        .toList();
  }

  private static FocalKeyView of(Entry.FocalKeyAnnounced one, Reader reader) {
    return new FocalKeyView(
        reader.role(one.role()),
        one.key(),
        reader.texts().get("about.keys.since", reader.day(one.day())));
  }
}
