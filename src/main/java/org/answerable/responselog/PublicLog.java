package org.answerable.responselog;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What anybody may read of one organisation's log. */
public interface PublicLog {
  /** What the pages are made of. They change when it does. */
  Edition edition(String organisation);

  /**
   * Tells apart what a log was at two times.
   *
   * @param index of the latest entry; -1: there is none
   * @param seen how many entries witnesses have seen, at most
   * @param witnesses how many of them have seen so many
   */
  record Edition(long index, long seen, int witnesses) {}

  /**
   * Each feedback asked on or after a day, as far as figures need it; but not what is closed to the
   * public, once its day and the quarter are over.
   */
  List<Asked> asked(String organisation, LocalDate from, LocalDate today);

  /** What waits past its day, the longest wait first. */
  List<PublicFeedback> overdue(String organisation, LocalDate today, int limit);

  /** What was answered, the latest answer first. */
  List<PublicFeedback> answered(String organisation, int limit);

  /**
   * The log, newest first.
   *
   * @param before only what was opened before this index
   */
  List<PublicFeedback> page(String organisation, Filter filter, long before, int limit);

  /** The last that a focal point outside said of what was not opened; empty: they never did. */
  Optional<Accounted> accounted(String organisation);

  /** The rules as the log names them, the oldest first: the last of each part counts. */
  List<Entry.DeclarationChanged> declared(String organisation);

  /** The keys that open what is said in confidence, the one that was made last first. */
  List<Entry.FocalKeyAnnounced> focalKeys(String organisation);

  /** How many there are of each standing, of a part of the log whatever its own standing. */
  Counts counts(String organisation, Filter filter);

  /** The day of the first feedback that anybody may read; empty: there is none. */
  Optional<LocalDate> firstDay(String organisation);

  Optional<PublicFeedback> find(String organisation, String reference);

  /** Everything that the log says about one feedback, oldest first. */
  List<PublicEntry> entries(String organisation, String reference);

  /** What changed last, once each, the latest change first. */
  List<Change> changes(String organisation, int limit);

  /**
   * That somebody outside has accounted for the log.
   *
   * @param letters of the key that they signed it with, as people compare them
   */
  record Accounted(LocalDate until, String letters) {}

  /**
   * One feedback of the figures.
   *
   * @param resolved when nothing was left to do
   */
  record Asked(
      LocalDate day,
      String role,
      @Nullable LocalDate due,
      @Nullable LocalDate responded,
      @Nullable LocalDate resolved) {}

  /**
   * Which part of the log. Null: all of it.
   *
   * @param from the first day on which it was asked
   * @param to the last one
   * @param search what is searched for, in small letters: in reference, published words and
   *     response
   */
  record Filter(
      @Nullable String topic,
      @Nullable Standing standing,
      @Nullable LocalDate from,
      @Nullable LocalDate to,
      @Nullable String search,
      LocalDate today) {
    public static Filter none(LocalDate today) {
      return new Filter(null, null, null, null, null, today);
    }

    /** What was asked between two days, both included. */
    public static Filter between(LocalDate from, LocalDate to, LocalDate today) {
      return new Filter(null, null, from, to, null, today);
    }
  }

  /** Where a feedback stands, as the log's views name it. */
  enum Standing {
    OVERDUE,
    WAITING,
    ANSWERED
  }

  /** n of each standing. */
  record Counts(int overdue, int waiting, int answered) {
    public int all() {
      return overdue + waiting + answered;
    }

    public int of(Standing standing) {
      return switch (standing) {
        case OVERDUE -> overdue;
        case WAITING -> waiting;
        case ANSWERED -> answered;
      };
    }
  }

  /**
   * An entry with the texts that stand beside it.
   *
   * @param text of a response, a correction, or published words; null: there is none any more
   * @param promise what a commitment promises
   */
  record PublicEntry(
      long index, Entry entry, @Nullable PublicText text, @Nullable PublicText promise) {}

  /** A feedback and the day of its latest entry. */
  record Change(PublicFeedback feedback, LocalDate day) {}
}
