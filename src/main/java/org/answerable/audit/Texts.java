package org.answerable.audit;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.answerable.tlog.Hash;

/** The texts of feedbacks and statements that must stand beside the log. */
final class Texts {
  private final Map<Hash, PublishedText> standing = new LinkedHashMap<>();

  /**
   * @param what it is, for people
   */
  Hash publish(LogEntry entry, String field, String what) throws Finding {
    Hash hash = entry.hash(field);
    standing.put(hash, new PublishedText(hash, entry.place(), what));
    return hash;
  }

  /** It need not stand there any more. */
  void remove(Hash hash) {
    standing.remove(hash);
  }

  boolean has(Hash hash) {
    return standing.containsKey(hash);
  }

  /** In the order of their entries. */
  Collection<PublishedText> all() {
    return standing.values();
  }
}
