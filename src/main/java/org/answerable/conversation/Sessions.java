package org.answerable.conversation;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.answerable.constituent.Constituent;
import org.answerable.conversation.decision.Talk;

/** Where each conversation stands, opened. */
final class Sessions {
  private final SessionStore store;
  private final SessionCache cache;
  private final Seals seals;

  Sessions(SessionStore store, SessionCache cache, Seals seals) {
    this.store = store;
    this.cache = cache;
    this.seals = seals;
  }

  /** From the cache, else from the store; somebody new begins. */
  At load(Constituent person, Instant now) {
    if (!person.known()) {
      return new At(0, Talk.begin(now));
    }
    return cached(person)
        .or(() -> store.find(person.organisation(), person.who()).map(kept -> open(person, kept)))
        .orElseGet(() -> new At(0, Talk.begin(now)));
  }

  /** What the cache holds may be damaged, or of another time: then it is as if it held nothing. */
  private Optional<At> cached(Constituent person) {
    try {
      return cache.find(person.organisation(), person.who()).map(kept -> open(person, kept));
    } catch (IllegalStateException unreadable) {
      forget(person);
      return Optional.empty();
    }
  }

  /** After somebody was overtaken: what the cache holds may be what is behind. */
  void forget(Constituent person) {
    cache.evict(person.organisation(), person.who());
  }

  /** Only after the commit, so that the cache never runs ahead. */
  void remember(String organisation, UUID who, SealedSession session) {
    cache.put(organisation, who, session);
  }

  private At open(Constituent person, SealedSession sealed) {
    return new At(sealed.turn(), seals.session(person, sealed));
  }

  /**
   * @param turn 0: there is no session yet
   */
  record At(long turn, Talk talk) {}
}
