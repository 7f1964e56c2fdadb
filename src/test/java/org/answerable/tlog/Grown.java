package org.answerable.tlog;

import java.util.ArrayList;
import java.util.List;

/** What is served below a log's prefix that was not, or was other, when its tree was smaller. */
public final class Grown {
  private Grown() {}

  /**
   * The tiles that become other ones when a tree grows, level by level from the left. What a
   * checkpoint of the larger tree needs, and what the smaller one's had not.
   */
  public static List<Tile> tiles(long from, long to) {
    List<Tile> tiles = new ArrayList<>();
    for (int level = 0; Tile.hashes(level, to) > 0; level++) {
      long before = Tile.hashes(level, from);
      long after = Tile.hashes(level, to);
      for (long index = before / Tile.WIDTH;
          before < after && index * Tile.WIDTH < after;
          index++) {
        tiles.add(Tile.of(level, index, to));
      }
    }
    return tiles;
  }

  /** The bundles that become other ones when a tree grows, from the left. */
  public static List<EntryBundle> bundles(long from, long to) {
    List<EntryBundle> bundles = new ArrayList<>();
    for (long index = from / Tile.WIDTH; from < to && index * Tile.WIDTH < to; index++) {
      bundles.add(EntryBundle.of(index, to));
    }
    return bundles;
  }
}
