package org.answerable.responselog.web;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.answerable.organisation.Organisation;
import org.answerable.platform.web.Bytes;
import org.answerable.responselog.LogCosigned;
import org.answerable.responselog.LogGrew;
import org.answerable.responselog.PublicLog;
import org.answerable.responselog.PublicLog.Edition;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Finished pages, kept until the log grows, a witness has seen it or the day changes. Whether that
 * is so is asked once a second at most, however many read.
 */
@Component
class PageCache {
  private static final int PAGES = 512;

  /** Larger ones are built each time: they are for programs, and would fill the memory. */
  private static final int KEPT_BYTES_MAX = 128 * 1024;

  private static final int BUILDERS = 64;
  private static final long ASK_AGAIN_MILLIS = 1000;
  private final PublicLog log;
  private final InstantSource clock;
  private final Object[] builders = Stream.generate(Object::new).limit(BUILDERS).toArray();
  private final Map<String, Seen> latest = new ConcurrentHashMap<>();
  private final Map<Key, Kept> pages =
      new LinkedHashMap<>(PAGES, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, Kept> eldest) {
          return size() > PAGES;
        }
      };

  PageCache(PublicLog log, InstantSource clock) {
    this.log = log;
    this.clock = clock;
  }

  /** What this node has added itself is seen at once. */
  @EventListener
  void grew(LogGrew event) {
    latest.remove(event.organisation());
  }

  @EventListener
  void cosigned(LogCosigned event) {
    latest.remove(event.organisation());
  }

  private record Seen(Edition edition, Instant at) {}

  private record Key(String organisation, String page) {}

  private record Kept(Edition edition, LocalDate day, Bytes bytes) {}

  /**
   * The kept page if it still holds, else what the builder gives.
   *
   * @param day for which it is built
   */
  Bytes page(Organisation organisation, LocalDate day, String page, Supplier<Bytes> builder) {
    Edition edition = edition(organisation.id(), clock.instant());
    var key = new Key(organisation.id(), page);
    Kept kept = find(key);
    if (kept != null && kept.edition.equals(edition) && kept.day.equals(day)) {
      return kept.bytes;
    }
    synchronized (builders[Math.floorMod(key.hashCode(), builders.length)]) {
      // whoever was first has built it for the others
      Kept meanwhile = find(key);
      if (meanwhile != null && meanwhile.edition.equals(edition) && meanwhile.day.equals(day)) {
        return meanwhile.bytes;
      }
      Bytes built = builder.get();
      if (built.plain().length <= KEPT_BYTES_MAX) {
        keep(key, new Kept(edition, day, built));
      }
      return built;
    }
  }

  private Edition edition(String organisation, Instant now) {
    Seen seen = latest.get(organisation);
    if (seen != null && Math.abs(now.toEpochMilli() - seen.at.toEpochMilli()) < ASK_AGAIN_MILLIS) {
      return seen.edition;
    }
    var fresh = new Seen(log.edition(organisation), now);
    latest.put(organisation, fresh);
    return fresh.edition;
  }

  private @Nullable Kept find(Key key) {
    synchronized (pages) {
      return pages.get(key);
    }
  }

  private void keep(Key key, Kept kept) {
    synchronized (pages) {
      pages.put(key, kept);
    }
  }
}
