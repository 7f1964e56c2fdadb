package org.answerable.tlog;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A tree that is known by its head alone and read through its tiles: what a client does. No hash is
 * given out before its tile was proven to belong to the head: the partial tiles and the topmost one
 * make the head, and each full tile makes a hash of the tile above it.
 *
 * <p>For one thread. Keeps the tiles that were asked for last.
 *
 * @see <a href="https://c2sp.org/tlog-tiles">C2SP tlog-tiles, "Merkle Tree"</a>
 */
public final class TiledHashes implements HashReader {
  /** Some 8 KB each: all levels above the leaves of a million entries, and some leaves. */
  private static final int FULL_TILES_KEPT = 64;

  private final long size;
  private final Hash head;
  private final TileReader tiles;
  private final byte[][] edge = new byte[Tile.LEVEL_MAX + 1][];
  private final Map<Tile, byte[]> full =
      new LinkedHashMap<>(FULL_TILES_KEPT, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Tile, byte[]> eldest) {
          return size() > FULL_TILES_KEPT;
        }
      };

  private TiledHashes(long size, Hash head, TileReader tiles) {
    this.size = size;
    this.head = head;
    this.tiles = tiles;
  }

  /**
   * Reads the tiles at the right edge and makes the head of them.
   *
   * @param head as a verified checkpoint says
   * @throws TileMismatchException when they make another one
   */
  public static TiledHashes open(long size, Hash head, TileReader tiles) {
    TiledHashes hashes = new TiledHashes(size, head, tiles);
    hashes.readEdge();
    return hashes;
  }

  private void readEdge() {
    List<Tile> partial = Tile.edge(size);
    partial.forEach(tile -> edge[tile.level()] = fetch(tile));
    if (!MerkleTree.head(size, this::fromEdge).equals(head)) {
      throw new TileMismatchException(
          partial.isEmpty() ? new Tile(0, 0, 1) : partial.getLast(),
          "and the partial tiles below it do not make the tree's head");
    }
  }

  private Hash fromEdge(int level, long index) {
    return Tile.within(edge[level / Tile.HEIGHT], level, index);
  }

  /**
   * {@inheritDoc}
   *
   * @throws TileMismatchException when a tile does not belong to the tree
   * @throws IllegalArgumentException when the tree has no such subtree
   */
  @Override
  public Hash read(int level, long index) {
    if (level < 0 || level >= Long.SIZE - 1 || index < 0 || index >= size >> level) {
      throw new IllegalArgumentException(
          "a tree of " + size + " entries has no hash " + index + " at level " + level);
    }
    int sub = level % Tile.HEIGHT;
    Tile tile = Tile.of(level / Tile.HEIGHT, (index << sub) / Tile.WIDTH, size);
    return Tile.within(tile.full() ? proven(tile) : edge[tile.level()], level, index);
  }

  private byte[] proven(Tile tile) {
    byte[] kept = full.get(tile);
    if (kept != null) {
      return kept;
    }
    byte[] bytes = fetch(tile);
    Hash above = read((tile.level() + 1) * Tile.HEIGHT, tile.index());
    if (!Tile.subtree(bytes, 0, Tile.WIDTH).equals(above)) {
      throw new TileMismatchException(tile, "does not make the hash in the tile above it");
    }
    full.put(tile, bytes);
    return bytes;
  }

  private byte[] fetch(Tile tile) {
    byte[] bytes = tiles.read(tile);
    if (bytes.length != tile.width() * Hash.BYTES) {
      throw new TileMismatchException(
          tile, "has " + bytes.length + " bytes, not " + tile.width() * Hash.BYTES);
    }
    return bytes;
  }
}
