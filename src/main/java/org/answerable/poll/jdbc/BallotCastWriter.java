package org.answerable.poll.jdbc;

import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.reducing;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.answerable.effect.EffectWriter;
import org.answerable.platform.Ids;
import org.answerable.platform.SqlArray;
import org.answerable.platform.keys.KeyRefused;
import org.answerable.platform.keys.PollKeys;
import org.answerable.poll.BallotBox;
import org.answerable.poll.BallotCast;
import org.answerable.poll.Uncounted.Counts;
import org.springframework.stereotype.Component;

/**
 * Writes votes, each in place of the voter's last one, and counts those that were replaced. In a
 * poll that is over the whole batch is refused, and whoever voted there is decided again.
 */
@Component
final class BallotCastWriter implements EffectWriter<BallotCast> {
  private static final String INSERT =
      """
      insert into poll.ballot (organisation, poll, voter, choice)
      select * from unnest(?::text[], ?::text[], ?::bytea[], ?::bytea[])
      on conflict (organisation, poll, voter)
      """;

  private final BallotBox box;
  private final UncountedRows uncounted;

  BallotCastWriter(PollKeys keys, Ids ids) {
    this.box = new BallotBox(keys);
    this.uncounted = new UncountedRows(keys, ids);
  }

  @Override
  public Class<BallotCast> type() {
    return BallotCast.class;
  }

  /** Whose first vote it is goes first, so that the others are known to be changed ones. */
  @Override
  public void write(Connection tx, List<BallotCast> batch) throws SQLException {
    List<Row> rows = rows(batch);
    Set<Tag> fresh = new HashSet<>();
    try (PreparedStatement insert =
        tx.prepareStatement(INSERT + "do nothing returning poll, voter")) {
      fill(tx, insert, rows);
      try (ResultSet found = insert.executeQuery()) {
        while (found.next()) {
          fresh.add(new Tag(found.getString(1), HexFormat.of().formatHex(found.getBytes(2))));
        }
      }
    }
    List<Row> others = rows.stream().filter(row -> !fresh.contains(row.tag())).toList();
    if (!others.isEmpty()) {
      try (PreparedStatement update =
          tx.prepareStatement(INSERT + "do update set choice = excluded.choice")) {
        fill(tx, update, others);
        update.executeUpdate();
      }
    }
    uncounted.write(tx, replaced(rows, fresh));
  }

  private static void fill(Connection tx, PreparedStatement statement, List<Row> rows)
      throws SQLException {
    statement.setArray(1, SqlArray.of(tx, "text", rows, row -> row.last().organisation()));
    statement.setArray(2, SqlArray.of(tx, "text", rows, row -> row.last().poll()));
    statement.setArray(3, SqlArray.of(tx, "bytea", rows, Row::voter));
    statement.setArray(4, SqlArray.of(tx, "bytea", rows, Row::choice));
  }

  private static Map<UncountedRows.Of, Counts> replaced(List<Row> rows, Set<Tag> fresh) {
    Map<UncountedRows.Of, Counts> replaced =
        rows.stream()
            .collect(
                groupingBy(
                    row -> new UncountedRows.Of(row.last().organisation(), row.last().poll()),
                    HashMap::new,
                    reducing(
                        Counts.NONE,
                        row -> new Counts(row.replacing(fresh.contains(row.tag())), 0),
                        Counts::plus)));
    replaced.values().removeIf(Counts.NONE::equals);
    return replaced;
  }

  /** In the order of the voters, so that two batches do not wait for each other. */
  private List<Row> rows(List<BallotCast> batch) throws SQLException {
    Map<Tag, Row> rows = new HashMap<>();
    try {
      for (BallotCast cast : batch) {
        byte[] voter = box.voter(cast.organisation(), cast.poll(), cast.voter());
        byte[] choice = box.close(cast.organisation(), cast.poll(), voter, cast.ballot());
        Row row = new Row(List.of(cast), voter, choice);
        rows.merge(row.tag(), row, Row::then);
      }
    } catch (KeyRefused closed) {
      throw UncountedRows.over();
    }
    return rows.values().stream().sorted(comparing(Row::voter, Arrays::compare)).toList();
  }

  /** A vote's row. */
  private record Tag(String poll, String voter) {
    @Override
    public String toString() {
      return "Tag[redacted]";
    }
  }

  /**
   * One voter's votes in a batch; with a code several can come at once.
   *
   * @param casts in the order in which they came
   * @param choice the last one, sealed
   */
  private record Row(List<BallotCast> casts, byte[] voter, byte[] choice) {
    Tag tag() {
      return new Tag(last().poll(), HexFormat.of().formatHex(voter));
    }

    BallotCast last() {
      return casts.getLast();
    }

    Row then(Row later) {
      var all = new ArrayList<>(casts);
      all.addAll(later.casts);
      return new Row(all, voter, later.choice);
    }

    /** How many votes these replace, but by buttons. */
    int replacing(boolean fresh) {
      return (int) casts.stream().skip(fresh ? 1 : 0).filter(cast -> !cast.pressed()).count();
    }

    @Override
    public String toString() {
      return "Row[redacted]";
    }
  }
}
