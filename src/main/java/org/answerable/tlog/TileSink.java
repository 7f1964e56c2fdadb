package org.answerable.tlog;

/** Where a log's tiles go. */
@FunctionalInterface
public interface TileSink {
  /**
   * Keeps what a tile holds, for ever: no other bytes will ever be written under that name, and
   * those of a wider tile in its place begin with the same.
   */
  void write(Tile tile, byte[] bytes);
}
