package org.answerable.intake;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.answerable.platform.keys.Sealed;

/**
 * The intake as the reader's login sees it: what a slot has shown and nobody has decided, by view;
 * and decisions, which are only ever added. Nothing stands in an order that tells when it came.
 */
public interface Readings {
  /** What waits for a reader. */
  List<Unread> waiting(String organisation, int limit);

  /** What was set aside. */
  List<Unread> setAside(String organisation, int limit, int offset);

  int countSetAside(String organisation);

  /** How many were set aside, the latest month first. */
  List<Month> months(String organisation);

  Optional<Unread> find(String organisation, String reference);

  /** The texts of some of it that a slot has shown, by feedback, in order. */
  Map<UUID, List<Part>> parts(String organisation, Collection<UUID> feedbacks);

  /** What was decided and waits for its slot. */
  Set<UUID> decided(String organisation);

  /** The last decision on it, for some days. */
  Optional<Reading> decision(String organisation, String reference);

  /** Adds a decision, unless there is one of its round: then false, and nothing was changed. */
  boolean decide(String organisation, Unread unread, Reading reading, LocalDate day);

  /** A text, sealed under its id. */
  record Part(UUID id, LocalDate day, Sealed text) {}

  /** How many were set aside in a month. */
  record Month(LocalDate first, long count) {}
}
