package org.answerable.tlog;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.LongFunction;
import java.util.stream.LongStream;

/** A log in a folder, as a static copy of a served one lies there. */
public final class LogFolder implements TileReader, TileSink {
  public static final String ORIGIN = "example.com/hope/tlog";

  private final Path folder;
  private final NoteSigner signer;
  private final LongFunction<byte[]> entries;
  private long size;
  private Hash head = Hash.EMPTY;

  LogFolder(Path folder) {
    this(folder, NaiveTree::entry);
  }

  /**
   * @param entries of each index, and of others that were never there
   */
  public LogFolder(Path folder, LongFunction<byte[]> entries) {
    this(folder, NoteSigner.of(ORIGIN, TestKeys.fresh()), entries);
  }

  private LogFolder(Path folder, NoteSigner signer, LongFunction<byte[]> entries) {
    this.folder = folder;
    this.signer = signer;
    this.entries = entries;
    put("key", (signer.verifier() + "\n").getBytes(US_ASCII));
  }

  /** Another log under the same key, with another entry at an index. */
  public LogFolder rewritten(Path other, long index) {
    return new LogFolder(
        other, signer, number -> entries.apply(number == index ? -number - 1 : number));
  }

  /** Signs a tree of 2^62 entries, of which only the topmost tile is there. */
  public void pretend() {
    Tile top = Tile.of(Tile.LEVEL_MAX, 0, 1L << 62);
    byte[] bytes = new byte[top.width() * Hash.BYTES];
    put(top.path(), bytes);
    Hash made = Tile.subtree(bytes, 0, top.width());
    put("checkpoint", new Checkpoint(ORIGIN, 1L << 62, made).sign(signer).bytes());
  }

  /** Signs a checkpoint of another log. */
  public void signAs(String origin) {
    put("checkpoint", new Checkpoint(origin, size, head).sign(signer).bytes());
  }

  /** Appends entries up to a size, and signs. */
  public SignedNote grow(long to) {
    TileWriter writer = TileWriter.at(size, this, this);
    for (long i = size; i < to; i++) {
      writer.append(Hash.leaf(entries.apply(i)));
    }
    head = writer.finish();
    for (EntryBundle bundle : Grown.bundles(size, to)) {
      long first = bundle.index() * Tile.WIDTH;
      put(
          bundle.path(),
          EntryBundle.bytes(
              LongStream.range(first, first + bundle.width()).mapToObj(entries).toList()));
    }
    size = to;
    SignedNote note = new Checkpoint(ORIGIN, size, head).sign(signer);
    put("checkpoint", note.bytes());
    return note;
  }

  public VerifierKey key() {
    return signer.verifier();
  }

  /** Hashes out of the tiles of the tree as it stands. */
  TiledHashes hashes() {
    return TiledHashes.open(size, head, this);
  }

  @Override
  public byte[] read(Tile tile) {
    try {
      return Files.readAllBytes(folder.resolve(tile.path()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void write(Tile tile, byte[] bytes) {
    put(tile.path(), bytes);
  }

  public void put(String name, byte[] bytes) {
    try {
      Path file = folder.resolve(name);
      Files.createDirectories(file.getParent());
      Files.write(file, bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
