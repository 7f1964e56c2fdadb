package org.answerable.audit;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import org.answerable.tlog.Hash;

/** What a log committed to: each once, and opened once, as what it was made for. */
final class Commitments {
  /** What is written waits for the next slot, and on its day there are commitments: covers. */
  private static final int DAYS_WAITED = 2;

  private final String organisation;
  private final Map<Hash, Commitment> unopened = new HashMap<>();
  private final Set<Hash> opened = new HashSet<>();
  private final NavigableSet<LocalDate> days = new TreeSet<>();
  private LocalDate latest = LocalDate.MIN;

  Commitments(String organisation) {
    this.organisation = organisation;
  }

  /** Where one stands. */
  record Commitment(long index, LocalDate day) {}

  /** Their days are those of the slots, which come in order. */
  void commit(LogEntry entry, long index, LocalDate its) throws Finding {
    Hash commitment = entry.hash("commitment");
    if (its.isBefore(latest)) {
      throw entry.finding("is of %s, but a commitment before it is of %s".formatted(its, latest));
    }
    if (opened.contains(commitment)
        || unopened.putIfAbsent(commitment, new Commitment(index, its)) != null) {
      throw entry.finding("commits to what was committed to before");
    }
    latest = its;
    days.add(its);
  }

  /**
   * The log grew on days after an entry's own: it would have stood there if it had been written.
   */
  void requireInTime(LogEntry entry, LocalDate its) throws Finding {
    if (days.tailSet(its, false).size() > DAYS_WAITED) {
      throw entry.finding(
          "is of %s, but stands behind commitments of %d days after it: it was written later than it says"
              .formatted(its, days.tailSet(its, false).size()));
    }
  }

  /** Where what an entry opens was committed to. */
  Commitment open(LogEntry entry, String reference) throws Finding {
    Hash commitment = entry.hash("commitment");
    Commitment before = unopened.remove(commitment);
    if (before == null) {
      throw entry.finding(
          opened.contains(commitment)
              ? "opens a commitment for the second time"
              : "opens a commitment that does not stand before it");
    }
    if (!Salted.commitment(organisation, entry.hash("salt"), reference, entry.hash("textHash"))
        .equals(commitment)) {
      throw entry.finding("opens a commitment that was made for something else");
    }
    opened.add(commitment);
    return before;
  }

  int size() {
    return opened.size() + unopened.size();
  }

  /** Those that are not opened, with their indexes. */
  Map<Hash, Long> unopened() {
    Map<Hash, Long> indexes = new HashMap<>();
    unopened.forEach((hash, commitment) -> indexes.put(hash, commitment.index));
    return indexes;
  }
}
