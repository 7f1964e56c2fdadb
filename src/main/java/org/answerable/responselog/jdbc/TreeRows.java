package org.answerable.responselog.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.answerable.platform.Databases;
import org.answerable.platform.SqlArray;
import org.answerable.responselog.LogStopped;
import org.answerable.tlog.Hash;
import org.answerable.tlog.Tile;
import org.answerable.tlog.TileReader;
import org.answerable.tlog.TileSink;
import org.springframework.dao.DataAccessResourceFailureException;

/**
 * The tiles of a log that grows, in the transaction that lets it grow. Leaves stand with their
 * entries, which are written beside this; here are the hashes above them.
 */
final class TreeRows implements TileReader, TileSink {
  private final Connection tx;
  private final String organisation;
  private final long size;
  private final StoredTiles stored;

  /**
   * @param size of the tree that grows
   */
  TreeRows(Connection tx, String organisation, long size) {
    this.tx = tx;
    this.organisation = organisation;
    this.size = size;
    this.stored = new StoredTiles(Databases.on(tx), LogStand.TABLES, organisation);
  }

  @Override
  public byte[] read(Tile tile) {
    return stored
        .find(tile)
        .orElseThrow(
            () ->
                new LogStopped(
                    "The log of %s lacks rows of %s: somebody took them out of the database."
                        .formatted(organisation, tile.path())));
  }

  /** Only the hashes that are new; those before them stand there already. */
  @Override
  public void write(Tile tile, byte[] bytes) {
    if (tile.level() == 0) {
      return;
    }
    long first = tile.index() * Tile.WIDTH;
    long from = Math.max(first, Tile.hashes(tile.level(), size));
    List<byte[]> hashes =
        IntStream.range((int) (from - first), tile.width())
            .mapToObj(i -> Arrays.copyOfRange(bytes, i * Hash.BYTES, (i + 1) * Hash.BYTES))
            .toList();
    try {
      insert(tile.level(), from, hashes);
    } catch (SQLException e) {
      throw new DataAccessResourceFailureException("hashes of " + tile.path(), e);
    }
  }

  private void insert(int level, long from, List<byte[]> hashes) throws SQLException {
    try (PreparedStatement insert =
        tx.prepareStatement(
            """
            insert into responselog.node (organisation, level, index, hash)
            select ?, ?, ? + n - 1, h from unnest(?::bytea[]) with ordinality as m(h, n)
            """)) {
      insert.setString(1, organisation);
      insert.setInt(2, level);
      insert.setLong(3, from);
      insert.setArray(4, SqlArray.of(tx, "bytea", hashes, hash -> hash));
      insert.executeUpdate();
    }
  }
}
