package org.answerable.constituent.jdbc;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.answerable.constituent.EpochLimits;
import org.answerable.organisation.Organisations;
import org.answerable.platform.Databases;
import org.answerable.platform.Login;
import org.answerable.platform.web.Notice;
import org.answerable.platform.web.StandingNotices;
import org.springframework.stereotype.Component;

/**
 * Says that keys did not change when they should have. People are told a day from which nothing of
 * them can be read: that somebody hears of it when it does not come is part of that promise.
 */
@Component
final class LateEpochNotice implements StandingNotices {
  /** How long after its day a change may begin, and how long it may last. */
  static final Period GRACE = Period.ofDays(1);

  private static final Duration KEPT = Duration.ofMinutes(1);
  private final Databases databases;
  private final Organisations organisations;
  private final InstantSource clock;
  private final Map<String, Seen> seen = new ConcurrentHashMap<>();

  private record Seen(List<EpochTable.Stand> stand, Instant at) {}

  LateEpochNotice(Databases databases, Organisations organisations, InstantSource clock) {
    this.databases = databases;
    this.organisations = organisations;
    this.clock = clock;
  }

  @Override
  public List<Notice> of(String organisation) {
    LocalDate today = organisations.get(organisation).day(clock.instant());
    return stand(organisation).stream()
        .filter(stand -> isLate(stand, today))
        .map(LateEpochNotice::notice)
        .toList();
  }

  static boolean isLate(EpochTable.Stand stand, LocalDate today) {
    LocalDate wanted =
        stand.living().isChanging() ? stand.begun() : stand.begun().plus(EpochLimits.LENGTH);
    return today.isAfter(wanted.plus(GRACE));
  }

  private static Notice notice(EpochTable.Stand stand) {
    return new Notice(
        "The keys should have changed and have not. Until they do, whoever was forgotten can still"
            + " be found in old backups. Ask whoever keeps your server to look into it"
            + " (docs/operations.md, Keys).",
        List.of("the keys of epoch %d, of %s".formatted(stand.living().epoch(), stand.begun())));
  }

  private List<EpochTable.Stand> stand(String organisation) {
    Instant now = clock.instant();
    return seen.compute(
            organisation,
            (id, last) ->
                last != null && last.at.plus(KEPT).isAfter(now)
                    ? last
                    : new Seen(EpochTable.read(databases.as(Login.INTAKE), id), now))
        .stand;
  }
}
