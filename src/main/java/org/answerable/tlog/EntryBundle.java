package org.answerable.tlog;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * The name of a bundle: up to 256 entries, those whose hashes the level-0 tile of the same index
 * holds.
 *
 * @param index from 0
 * @param width how many entries it holds
 * @see <a href="https://c2sp.org/tlog-tiles">C2SP tlog-tiles, "Log entries"</a>
 */
public record EntryBundle(long index, int width) {
  /** The most bytes of an entry: its length is a uint16. */
  public static final int ENTRY_BYTES_MAX = 0xffff;

  private static final String PREFIX = "tile/entries/";

  public EntryBundle {
    if (index < 0 || index > Long.MAX_VALUE / Tile.WIDTH || width < 1 || width > Tile.WIDTH) {
      throw new IllegalArgumentException("no bundle has index " + index + " and width " + width);
    }
  }

  /**
   * The bundle that a tree has there.
   *
   * @throws IllegalArgumentException when it has none
   */
  public static EntryBundle of(long index, long treeSize) {
    return new EntryBundle(index, Math.clamp(treeSize - index * Tile.WIDTH, 0, Tile.WIDTH));
  }

  /** Where it is served, below the log's prefix. */
  public String path() {
    return PREFIX + new TilePath(index, width);
  }

  /** The bundle that is served at a path, in the one way to write it. */
  public static EntryBundle parse(String path) throws MalformedException {
    if (!path.startsWith(PREFIX)) {
      throw new MalformedException("a bundle's path begins with " + PREFIX);
    }
    TilePath rest = TilePath.parse(path.substring(PREFIX.length()));
    if (rest.index() > Long.MAX_VALUE / Tile.WIDTH) {
      throw new MalformedException("a bundle begins behind 2^63 entries");
    }
    return new EntryBundle(rest.index(), rest.width());
  }

  /**
   * What is served: for each entry {@code uint16 length || entry}, big-endian.
   *
   * @throws IllegalArgumentException when an entry has more than {@link #ENTRY_BYTES_MAX} bytes
   */
  public static byte[] bytes(List<byte[]> entries) {
    ByteArrayOutputStream bundle = new ByteArrayOutputStream();
    for (byte[] entry : entries) {
      if (entry.length > ENTRY_BYTES_MAX) {
        throw new IllegalArgumentException("an entry of " + entry.length + " bytes");
      }
      bundle.write(entry.length >> Byte.SIZE);
      bundle.write(entry.length);
      bundle.writeBytes(entry);
    }
    return bundle.toByteArray();
  }

  /** Its entries, out of what was served; exactly as many as its width says. */
  public List<byte[]> entries(byte[] served) throws MalformedException {
    List<byte[]> entries = new ArrayList<>(width);
    ByteBuffer rest = ByteBuffer.wrap(served);
    while (rest.hasRemaining()) {
      if (entries.size() == width) {
        throw new MalformedException(path() + " goes on behind its last entry");
      }
      entries.add(entry(rest, entries.size()));
    }
    if (entries.size() < width) {
      throw new MalformedException(path() + " has only " + entries.size() + " entries");
    }
    return entries;
  }

  private byte[] entry(ByteBuffer rest, int number) throws MalformedException {
    if (rest.remaining() < Short.BYTES) {
      throw new MalformedException(path() + " ends in the length of entry " + number);
    }
    byte[] entry = new byte[Short.toUnsignedInt(rest.getShort())];
    if (rest.remaining() < entry.length) {
      throw new MalformedException(path() + " ends in entry " + number);
    }
    rest.get(entry);
    return entry;
  }
}
