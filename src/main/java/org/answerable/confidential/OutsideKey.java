package org.answerable.confidential;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.answerable.organisation.LineCondition;
import org.answerable.organisation.Organisation;
import org.answerable.organisation.Role;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;

/** Nobody may write in before somebody outside has a key for what is confided. */
public final class OutsideKey implements LineCondition {
  /** That there is one is not asked again for this long. */
  private static final Duration KNOWN_FOR = Duration.ofMinutes(1);

  private static final Logger LOG = LoggerFactory.getLogger(OutsideKey.class);
  private static final List<String> MISSING =
      List.of(
          "nobody outside can read what is confided; invite the focal point to the role"
              + " \"focal-outside\", and let them make their key at /inbox/confidential");

  private final FocalKeys keys;
  private final InstantSource clock;
  private final Map<String, Instant> known = new ConcurrentHashMap<>();

  public OutsideKey(FocalKeys keys, InstantSource clock) {
    this.keys = keys;
    this.clock = clock;
  }

  @Override
  public List<String> missing(Organisation organisation) {
    Instant now = clock.instant();
    Instant seen = known.get(organisation.id());
    if (seen != null && now.isBefore(seen.plus(KNOWN_FOR))) {
      return List.of();
    }
    try {
      if (isThere(organisation)) {
        known.put(organisation.id(), now);
        return List.of();
      }
      return MISSING;
    } catch (DataAccessException e) {
      LOG.warn("the keys of focal points can't be read: {}", e.getClass().getSimpleName());
      return List.of(); // without a database nothing is taken anyway
    }
  }

  private boolean isThere(Organisation organisation) {
    return keys.living(organisation.id()).stream()
        .anyMatch(key -> key.role().equals(Role.FOCAL_OUTSIDE));
  }
}
