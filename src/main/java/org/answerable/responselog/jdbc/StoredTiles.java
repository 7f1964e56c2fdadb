package org.answerable.responselog.jdbc;

import java.util.Optional;
import org.answerable.tlog.Hash;
import org.answerable.tlog.Tile;
import org.answerable.tlog.TileReader;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * One log's tiles, made when they are asked for: the hashes stand side by side in the rows, so a
 * tile is one range of an index. What lies behind the latest checkpoint is none.
 *
 * @param schema {@link LogStand#TABLES} or {@link LogStand#VIEWS}
 */
record StoredTiles(JdbcClient db, String schema, String organisation) implements TileReader {

  /** Empty: the tree has no such tile, or its rows are not all there. */
  Optional<byte[]> find(Tile tile) {
    long from = tile.index() * Tile.WIDTH;
    return db.sql(
            """
            select string_agg(%s, ''::bytea order by index) from %s
            where organisation = :organisation and index >= :from and index < :to
              and :to <= (select max(size) >> :shift from %s.checkpoint where organisation = :organisation)
            """
                .formatted(
                    tile.level() == 0 ? "leaf" : "hash",
                    tile.level() == 0
                        ? schema + ".entry"
                        : "(select * from " + schema + ".node where level = :level) n",
                    schema))
        .param("organisation", organisation)
        .param("level", tile.level())
        .param("shift", tile.level() * Tile.HEIGHT)
        .param("from", from)
        .param("to", from + tile.width())
        .query((row, n) -> Optional.ofNullable(row.getBytes(1)))
        .single()
        .filter(bytes -> bytes.length == tile.width() * Hash.BYTES);
  }

  /** No bytes where {@link #find} finds none: whoever reads it sees that by their number. */
  @Override
  public byte[] read(Tile tile) {
    return find(tile).orElseGet(() -> new byte[0]);
  }
}
