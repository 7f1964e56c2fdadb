package org.answerable.channel.twilio;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Texts whose webhook got no reply from this node: it was told 503, though the commit may have
 * happened in the moment in which the database went away. Safe for use by many threads.
 */
final class Unanswered {
  /** Of one number; beyond it a reply may be missing, never a text. */
  private static final int MOST = 10_000;

  private final Set<String> ids = ConcurrentHashMap.newKeySet();

  void add(String id) {
    if (ids.size() < MOST) {
      ids.add(id);
    }
  }

  /** It has its reply. */
  void remove(String id) {
    if (!ids.isEmpty()) {
      ids.remove(id);
    }
  }

  boolean contains(String id) {
    return ids.contains(id);
  }
}
