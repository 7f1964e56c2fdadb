package org.answerable.tlog;

import java.util.ArrayList;
import java.util.List;

/**
 * The name of a tile: up to 256 hashes of a level, side by side. Its {@code n}-th one at level
 * {@code l} holds {@code MTH(D[(n * 256 + i) * 256**l : (n * 256 + i + 1) * 256**l])} for i from 0.
 *
 * @param level 0 for the hashes of leaves; 256 of one level make one of the next
 * @param index within the level, from 0
 * @param width how many hashes it holds, 256 or, at the right edge of a tree, fewer
 * @see <a href="https://c2sp.org/tlog-tiles">C2SP tlog-tiles, "Merkle Tree" and "Partial Tiles"</a>
 */
public record Tile(int level, long index, int width) {
  /** Levels of the tree that lie between one of tiles and the next. */
  public static final int HEIGHT = 8;

  /** Hashes of a full tile. */
  public static final int WIDTH = 1 << HEIGHT;

  /** A level more, and the first tile would begin behind 2^63 entries. */
  public static final int LEVEL_MAX = 7;

  private static final String PREFIX = "tile/";

  public Tile {
    if (level < 0 || level > LEVEL_MAX || width < 1 || width > WIDTH || !fits(level, index)) {
      throw new IllegalArgumentException(
          "no tile has level " + level + ", index " + index + " and width " + width);
    }
  }

  /**
   * The tile that a tree has there.
   *
   * @throws IllegalArgumentException when it has none
   */
  public static Tile of(int level, long index, long treeSize) {
    long left = hashes(level, treeSize) - index * WIDTH;
    return new Tile(level, index, Math.clamp(left, 0, WIDTH));
  }

  /**
   * The partial tiles of a tree, from below: the whole subtrees that make its head lie in them, all
   * of them.
   */
  static List<Tile> edge(long treeSize) {
    List<Tile> tiles = new ArrayList<>();
    for (int level = 0; hashes(level, treeSize) > 0; level++) {
      long count = hashes(level, treeSize);
      if (count % WIDTH != 0) {
        tiles.add(of(level, count / WIDTH, treeSize));
      }
    }
    return tiles;
  }

  /** {@code floor(s / 256**l)}: how many hashes the tiles of a level hold, all together. */
  public static long hashes(int level, long treeSize) {
    return level > LEVEL_MAX ? 0 : treeSize >> (level * HEIGHT);
  }

  /** Whether no larger tree has another one in its place. */
  public boolean full() {
    return width == WIDTH;
  }

  /** Where it is served, below the log's prefix. */
  public String path() {
    return PREFIX + level + "/" + new TilePath(index, width);
  }

  /** The tile that is served at a path, in the one way to write it. */
  public static Tile parse(String path) throws MalformedException {
    int slash = path.indexOf('/', PREFIX.length());
    if (!path.startsWith(PREFIX) || slash < 0) {
      throw new MalformedException("a tile's path begins with tile/L/");
    }
    long level = Strict.decimal(path.substring(PREFIX.length(), slash), "a tile's level");
    TilePath rest = TilePath.parse(path.substring(slash + 1));
    if (level > LEVEL_MAX || !fits((int) level, rest.index())) {
      throw new MalformedException("a tile begins behind 2^63 entries");
    }
    return new Tile((int) level, rest.index(), rest.width());
  }

  private static boolean fits(int level, long index) {
    return index >= 0 && index <= hashes(level, Long.MAX_VALUE) / WIDTH;
  }

  /** What it holds. */
  public byte[] read(HashReader hashes) {
    byte[] bytes = new byte[width * Hash.BYTES];
    for (int i = 0; i < width; i++) {
      hashes.read(level * HEIGHT, index * WIDTH + i).copyTo(bytes, i * Hash.BYTES);
    }
    return bytes;
  }

  /**
   * {@code MTH} of a whole subtree whose leaves are some of a tile's hashes.
   *
   * @param bytes what a tile holds
   * @param first the first of the hashes
   * @param count how many: a power of two
   */
  static Hash subtree(byte[] bytes, int first, int count) {
    if (count == 1) {
      return Hash.of(bytes, first * Hash.BYTES);
    }
    int half = count / 2;
    return Hash.node(subtree(bytes, first, half), subtree(bytes, first + half, half));
  }

  /** The tree's hash at a level and index, out of the tile that it lies in. */
  static Hash within(byte[] bytes, int level, long index) {
    int sub = level % HEIGHT;
    return subtree(bytes, (int) ((index << sub) % WIDTH), 1 << sub);
  }
}
