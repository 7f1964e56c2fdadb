package org.answerable.tlog;

/** Where a log's tiles come from: a folder, a table, somebody's server. */
@FunctionalInterface
public interface TileReader {
  /**
   * What a tile holds, {@code width * 32} bytes. Where only a wider tile is left in its place, its
   * first bytes.
   *
   * @param tile asked for only when the tree has it
   */
  byte[] read(Tile tile);
}
