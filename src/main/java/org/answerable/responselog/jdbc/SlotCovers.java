package org.answerable.responselog.jdbc;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.answerable.organisation.Organisation;
import org.answerable.platform.keys.CoverSeeds;
import org.answerable.responselog.Covers;
import org.answerable.responselog.Entry;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What a slot adds to the log of its own: covers, and before them what they are drawn from. Each
 * slot has them once, however often it is run; one that never ran has none, and everybody knew that
 * the server was away.
 */
final class SlotCovers {
  /** From this day of a month on the next one's seed is announced. */
  private static final int ANNOUNCED_FROM_DAY = 20;

  private final CoverSeeds seeds;
  private final boolean demo;

  /**
   * @param demo slots come as soon as something waits, so only where something arrived there are
   *     covers
   */
  SlotCovers(CoverSeeds seeds, boolean demo) {
    this.seeds = seeds;
    this.demo = demo;
  }

  /**
   * What a chunk gets beside what is staged.
   *
   * @param announced first of all
   * @param covers among the commitments
   */
  record Drawn(List<Entry> announced, List<Entry> covers) {
    static final Drawn NOTHING = new Drawn(List.of(), List.of());

    boolean isNothing() {
      return announced.isEmpty() && covers.isEmpty();
    }
  }

  /**
   * Draws them; under the log's lock.
   *
   * @param arrived whether a commitment is staged
   */
  Drawn draw(JdbcClient tx, Organisation home, Instant now, boolean arrived) {
    if (demo && !arrived) {
      return Drawn.NOTHING;
    }
    long slot = demo ? now.getEpochSecond() : home.slotNumber(now);
    if (!begin(tx, home, slot)) {
      return Drawn.NOTHING;
    }
    LocalDate today = home.day(now);
    YearMonth month = YearMonth.from(today);
    List<Entry> announced = new ArrayList<>();
    Optional<Covers> covers = announce(tx, home, month, today, announced);
    if (today.getDayOfMonth() >= ANNOUNCED_FROM_DAY) {
      announce(tx, home, month.plusMonths(1), today, announced);
    }
    return new Drawn(
        announced,
        covers.stream()
            .flatMap(it -> it.of(slot).stream())
            .<Entry>map(hash -> new Entry.Committed(today, hash))
            .toList());
  }

  /** Whether this slot has not had its covers yet. */
  private static boolean begin(JdbcClient tx, Organisation home, long slot) {
    return tx.sql(
                """
                insert into responselog.slot (organisation, slot) values (?, ?)
                on conflict do nothing
                """)
            .params(home.id(), slot)
            .update()
        > 0;
  }

  /** What was announced for a month counts, else what is announced now; empty: no covers. */
  private Optional<Covers> announce(
      JdbcClient tx, Organisation home, YearMonth month, LocalDate today, List<Entry> announced) {
    Optional<Seed> known = known(tx, home, month);
    if (known.isEmpty() && home.covers() == 0) {
      return Optional.empty();
    }
    byte[] seed = seeds.of(home.id(), month);
    int pad = known.map(Seed::pad).orElse(home.covers());
    Covers covers = new Covers(home.id(), seed, pad);
    byte[] hash = covers.announced(month);
    // another one: its file was lost
    if (known.isEmpty() || !Arrays.equals(known.get().hash, hash)) {
      int number = known.map(Seed::number).orElse(0) + 1;
      tx.sql(
              """
              insert into responselog.cover_seed (organisation, month, number, hash, pad)
              values (?, ?, ?, ?, ?)
              """)
          .params(home.id(), month.atDay(1), number, hash, pad)
          .update();
      announced.add(new Entry.CoversAnnounced(today, month, hash, pad));
    }
    return Optional.of(covers);
  }

  private static Optional<Seed> known(JdbcClient tx, Organisation home, YearMonth month) {
    return tx.sql(
            """
            select number, hash, pad from responselog.cover_seed
            where organisation = ? and month = ? order by number desc limit 1
            """)
        .params(home.id(), month.atDay(1))
        .query((row, n) -> new Seed(row.getInt(1), row.getBytes(2), row.getInt(3)))
        .optional();
  }

  private record Seed(int number, byte[] hash, int pad) {}
}
