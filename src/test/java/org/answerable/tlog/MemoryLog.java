package org.answerable.tlog;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/** A log's tiles in memory: what is written once stays as it is. */
final class MemoryLog implements TileReader, TileSink {
  private final Map<Tile, byte[]> tiles = new HashMap<>();

  /** A log of so many entries, written in one go. */
  static MemoryLog ofSize(long size) {
    MemoryLog log = new MemoryLog();
    log.grow(0, size);
    return log;
  }

  /** Appends the entries between two sizes; gives the head. */
  Hash grow(long from, long to) {
    TileWriter writer = TileWriter.at(from, this, this);
    for (long i = from; i < to; i++) {
      writer.append(Hash.leaf(NaiveTree.entry(i)));
    }
    return writer.finish();
  }

  @Override
  public byte[] read(Tile tile) {
    return Objects.requireNonNull(tiles.get(tile), tile.path()).clone();
  }

  @Override
  public void write(Tile tile, byte[] bytes) {
    if (bytes.length != tile.width() * Hash.BYTES) {
      throw new AssertionError(bytes.length + " bytes at " + tile.path());
    }
    byte[] before = tiles.put(tile, bytes);
    if (before != null && !Arrays.equals(before, bytes)) {
      throw new AssertionError("other bytes at " + tile.path());
    }
  }
}
