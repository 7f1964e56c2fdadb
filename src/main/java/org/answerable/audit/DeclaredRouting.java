package org.answerable.audit;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Who gets what, as a log declares it.
 *
 * @param roles by topic, of the topics that may stand in the log one by one
 * @param support so many supporters put a proposal on a vote; 0: it does not say
 */
record DeclaredRouting(Map<String, String> roles, int support) {
  /** The sensitivities of what stands in the log one by one. */
  private static final Set<String> PUBLIC = Set.of("S0", "S1");

  static DeclaredRouting of(LogEntry declared) throws Finding {
    Map<String, String> roles = new HashMap<>();
    roles.put(DeclaredDeadlines.UNSORTED, declared.text("firstReader"));
    for (Map.Entry<String, LogEntry> topic : declared.byName("topics").entrySet()) {
      if (PUBLIC.contains(topic.getValue().text("sensitivity"))) {
        roles.put(topic.getKey(), topic.getValue().text("role"));
      }
    }
    return new DeclaredRouting(roles, declared.has("support") ? declared.number("support") : 0);
  }

  /** Who gets what is about a topic; empty: it does not stand in the log. */
  Optional<String> role(String topic) {
    return Optional.ofNullable(roles.get(topic));
  }
}
