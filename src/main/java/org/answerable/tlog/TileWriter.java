package org.answerable.tlog;

import java.util.Arrays;

/**
 * Lets a log grow: takes the hashes of entries, writes the tiles that change. It reads at most one
 * partial tile a level and keeps no more than those; an entry costs, on the average, less than one
 * hash of a node.
 *
 * <p>Full tiles are written as they fill, the partial ones by {@link #finish}. Only when all that
 * was written is durable may the head be signed. Written again after a crash, the same entries in
 * the same order give the same tiles. For one thread.
 *
 * @see <a href="https://c2sp.org/tlog-tiles">C2SP tlog-tiles, "Merkle Tree"</a>
 */
public final class TileWriter {
  private final TileSink sink;
  private final byte[][] edge = new byte[Tile.LEVEL_MAX + 1][Tile.WIDTH * Hash.BYTES];
  private final long from;
  private long size;

  private TileWriter(long from, TileSink sink) {
    this.from = from;
    this.size = from;
    this.sink = sink;
  }

  /**
   * Goes on where a log stands.
   *
   * @param size how many entries it has
   * @param tiles gives its partial tiles; believed
   */
  public static TileWriter at(long size, TileReader tiles, TileSink sink) {
    TileWriter writer = new TileWriter(size, sink);
    for (Tile tile : Tile.edge(size)) {
      byte[] bytes = tiles.read(tile);
      System.arraycopy(bytes, 0, writer.edge[tile.level()], 0, tile.width() * Hash.BYTES);
    }
    return writer;
  }

  /** How many entries there are by now. */
  public long size() {
    return size;
  }

  /**
   * Adds an entry.
   *
   * @param leaf {@link Hash#leaf} of it
   */
  public void append(Hash leaf) {
    leaf.copyTo(edge[0], place(0, size));
    size++;
    for (int level = 0; Tile.hashes(level, size) % Tile.WIDTH == 0; level++) {
      full(level);
    }
  }

  /** A full tile's own hash goes into the tile above it, which may be full by that too. */
  private void full(int level) {
    long index = Tile.hashes(level, size) / Tile.WIDTH - 1;
    sink.write(new Tile(level, index, Tile.WIDTH), edge[level].clone());
    Hash whole = Tile.subtree(edge[level], 0, Tile.WIDTH);
    whole.copyTo(edge[level + 1], place(level + 1, size - 1));
  }

  /** Where the next hash of a level goes when the tree has so many entries. */
  private static int place(int level, long size) {
    return (int) (Tile.hashes(level, size) % Tile.WIDTH) * Hash.BYTES;
  }

  /**
   * Writes the partial tiles, as far as they changed.
   *
   * @return the head of the tree
   */
  public Hash finish() {
    for (Tile tile : Tile.edge(size)) {
      if (Tile.hashes(tile.level(), size) > Tile.hashes(tile.level(), from)) {
        sink.write(tile, Arrays.copyOf(edge[tile.level()], tile.width() * Hash.BYTES));
      }
    }
    return MerkleTree.head(size, this::fromEdge);
  }

  private Hash fromEdge(int level, long index) {
    return Tile.within(edge[level / Tile.HEIGHT], level, index);
  }
}
