package org.answerable.responselog.jdbc;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.answerable.platform.Databases;
import org.answerable.platform.Login;
import org.answerable.platform.web.Notice;
import org.answerable.platform.web.StandingNotices;
import org.answerable.responselog.LogStopped;
import org.answerable.tlog.TileMismatchException;
import org.answerable.tlog.TiledHashes;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Says to leaders that their log can't go on: texts are taken in all the same, but nobody sees them
 * until it does.
 */
@Component
final class LogNotice implements StandingNotices {
  private static final Duration KEPT = Duration.ofMinutes(1);
  private final Databases databases;
  private final Continuity continuity;
  private final InstantSource clock;
  private final Map<String, Seen> seen = new ConcurrentHashMap<>();

  private record Seen(List<Notice> notices, Instant at) {}

  LogNotice(Databases databases, Continuity continuity, InstantSource clock) {
    this.databases = databases;
    this.continuity = continuity;
    this.clock = clock;
  }

  @Override
  public List<Notice> of(String organisation) {
    Instant now = clock.instant();
    return seen.compute(
            organisation,
            (id, last) ->
                last != null && last.at.plus(KEPT).isAfter(now)
                    ? last
                    : new Seen(wrong(id).map(LogNotice::notice).stream().toList(), now))
        .notices;
  }

  private static Notice notice(String why) {
    return new Notice(
        "The public log stands still. Texts are taken in, but nobody sees them until it goes on."
            + " Ask whoever keeps your server to look into it (docs/operations.md, Backup and"
            + " restoring).",
        List.of(why));
  }

  private Optional<String> wrong(String organisation) {
    JdbcClient db = databases.as(Login.PUBLIC);
    Optional<LogStand> stand = LogStand.read(db, LogStand.VIEWS, organisation);
    try {
      long size = stand.map(LogStand::size).orElse(0L);
      Continuity.refuseUnsigned(db, LogStand.VIEWS, organisation, size);
      stand.ifPresent(
          it -> {
            continuity.signer(db, LogStand.VIEWS, organisation, it);
            var tiles = new StoredTiles(db, LogStand.VIEWS, organisation);
            TiledHashes.open(it.size(), it.head(), tiles);
          });
      return Optional.empty();
    } catch (LogStopped e) {
      return Optional.ofNullable(e.getMessage());
    } catch (TileMismatchException e) {
      return Optional.of("Somebody changed it in the database: " + e.getMessage() + ".");
    }
  }
}
