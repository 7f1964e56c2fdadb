package org.answerable.audit;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.answerable.tlog.Hash;

/** What a log committed to: each once, and opened once, as what it was made for. */
final class Commitments {
  private final String organisation;
  private final Map<Hash, Commitment> unopened = new HashMap<>();
  private final Set<Hash> opened = new HashSet<>();
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
