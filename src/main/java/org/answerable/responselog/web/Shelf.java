package org.answerable.responselog.web;

import jakarta.annotation.PreDestroy;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.answerable.organisation.Organisation;
import org.answerable.organisation.Organisations;
import org.answerable.platform.web.Bytes;
import org.answerable.platform.web.PageTexts;
import org.answerable.responselog.LogCosigned;
import org.answerable.responselog.LogGrew;
import org.answerable.responselog.PublicLog;
import org.answerable.responselog.PublicLog.Edition;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * The pages that most people read, built whenever the log has grown, a witness has seen it or a day
 * begins, and then only bytes; as long as anybody reads them. What is not known to be the latest is
 * not given out: the caller builds it as any other page.
 */
@Component
class Shelf {
  private static final Logger LOG = LoggerFactory.getLogger(Shelf.class);

  /** Whether the log grew on another node is asked this often, while anybody reads. */
  private static final long ASKED_NANOS = TimeUnit.SECONDS.toNanos(1);

  /** What was not asked for so long may be old. */
  private static final long KNOWN_NANOS = TimeUnit.SECONDS.toNanos(2);

  /** Pages that nobody has read for so long are not built. */
  private static final long READ_NANOS = TimeUnit.MINUTES.toNanos(10);

  private final PublicLog log;
  private final Organisations organisations;
  private final InstantSource clock;
  private final List<Prebuilt> parts;
  private final Map<String, Row> rows = new ConcurrentHashMap<>();

  /** When an organisation's pages were read last, by {@link System#nanoTime}. */
  private final Map<String, Long> read = new ConcurrentHashMap<>();

  /** How often a log has changed here, so that no page of before is put back. */
  private final Map<String, Long> changes = new ConcurrentHashMap<>();

  private final Semaphore woken = new Semaphore(0);
  private volatile @Nullable Thread keeper;

  Shelf(PublicLog log, Organisations organisations, InstantSource clock, List<Prebuilt> parts) {
    this.log = log;
    this.organisations = organisations;
    this.clock = clock;
    this.parts = List.copyOf(parts);
  }

  /**
   * One organisation's pages.
   *
   * @param edition what they are made of
   * @param known when that was asked last, by {@link System#nanoTime}
   * @param pages by address and language
   */
  private record Row(
      Organisation organisation,
      Edition edition,
      LocalDate day,
      long known,
      Map<String, Bytes> pages) {
    Row knownAt(long moment) {
      return new Row(organisation, edition, day, moment, pages);
    }
  }

  /** Whose page it is, and the page. */
  record Found(Organisation organisation, Bytes bytes) {}

  /**
   * The page at an address, as it was sent.
   *
   * @param query {@code lang=fr}; null: in the language that the browser asks for
   */
  Optional<Found> find(String path, @Nullable String query, @Nullable String acceptLanguage) {
    int end = path.indexOf('/', 1);
    String name = path.substring(Math.min(1, path.length()), end < 0 ? path.length() : end);
    Row row = rows.get(name);
    long age = row == null ? Long.MAX_VALUE : System.nanoTime() - row.known;
    if (age > ASKED_NANOS && organisations.find(name).isPresent()) {
      read.put(name, System.nanoTime());
      woken.release();
    }
    if (row == null
        || age > KNOWN_NANOS
        || !row.day.equals(row.organisation.day(clock.instant()))) {
      return Optional.empty();
    }
    String language =
        query == null ? PageTexts.wanted(null, acceptLanguage).language() : "?" + query;
    Bytes bytes = row.pages.get(path + " " + language);
    return bytes == null ? Optional.empty() : Optional.of(new Found(row.organisation, bytes));
  }

  @EventListener(ApplicationReadyEvent.class)
  void open() {
    keeper = Thread.ofVirtual().name("shelf").start(this::keep);
  }

  /** Nothing old is given out from here on; the new pages are built at once. */
  @EventListener
  void grew(LogGrew event) {
    changed(event.organisation());
  }

  @EventListener
  void cosigned(LogCosigned event) {
    changed(event.organisation());
  }

  private void changed(String organisation) {
    changes.merge(organisation, 1L, Long::sum);
    rows.remove(organisation);
    woken.release();
  }

  @PreDestroy
  void close() {
    Thread running = keeper;
    if (running != null) {
      running.interrupt();
    }
  }

  private void keep() {
    boolean failed = false;
    try {
      while (true) {
        woken.acquire();
        woken.drainPermits();
        try {
          organisations.all().forEach(this::look);
          failed = false;
        } catch (RuntimeException e) {
          if (!failed) {
            LOG.warn("pages were not built: {}", e.getClass().getSimpleName());
          }
          failed = true;
        }
      }
    } catch (InterruptedException closed) {
      rows.clear();
    }
  }

  private void look(Organisation organisation) {
    String name = organisation.id();
    long moment = System.nanoTime();
    Long readAt = read.get(name);
    if (readAt == null || moment - readAt > READ_NANOS) {
      rows.remove(name);
      return;
    }
    Long change = changes.get(name);
    Edition edition = log.edition(name);
    LocalDate day = organisation.day(clock.instant());
    Row row = rows.get(name);
    if (row != null && row.edition.equals(edition) && row.day.equals(day)) {
      rows.replace(name, row, row.knownAt(moment));
      return;
    }
    var fresh = new Row(organisation, edition, day, moment, built(organisation, day));
    rows.compute(name, (key, old) -> Objects.equals(changes.get(key), change) ? fresh : null);
  }

  private Map<String, Bytes> built(Organisation organisation, LocalDate day) {
    Map<String, Bytes> pages = new HashMap<>();
    for (String language : PageTexts.LANGUAGES) {
      var asked = new Reader(organisation, PageTexts.in(language), day);
      var named = new Reader(organisation, PageTexts.wanted(language, null), day);
      for (Prebuilt part : parts) {
        for (Map.Entry<String, Function<Reader, Bytes>> page : part.pages().entrySet()) {
          String path = asked.path(page.getKey());
          pages.put(path + " " + language, page.getValue().apply(asked));
          pages.put(path + " ?lang=" + language, page.getValue().apply(named));
        }
      }
    }
    return pages;
  }
}
