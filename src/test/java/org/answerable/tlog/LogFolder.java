package org.answerable.tlog;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.LongStream;

/** A log in a folder, as a static copy of a served one lies there. */
final class LogFolder implements TileReader, TileSink {
  static final String ORIGIN = "example.com/hope/tlog";

  private final Path folder;
  private final NoteSigner signer = NoteSigner.of(ORIGIN, TestKeys.fresh());
  private long size;
  private Hash head = Hash.EMPTY;

  LogFolder(Path folder) {
    this.folder = folder;
    put("key", (signer.verifier() + "\n").getBytes(US_ASCII));
  }

  /** Appends entries up to a size, and signs. */
  SignedNote grow(long to) {
    TileWriter writer = TileWriter.at(size, this, this);
    for (long i = size; i < to; i++) {
      writer.append(Hash.leaf(NaiveTree.entry(i)));
    }
    head = writer.finish();
    for (EntryBundle bundle : EntryBundle.grown(size, to)) {
      long first = bundle.index() * Tile.WIDTH;
      put(
          bundle.path(),
          EntryBundle.bytes(
              LongStream.range(first, first + bundle.width()).mapToObj(NaiveTree::entry).toList()));
    }
    size = to;
    SignedNote note = new Checkpoint(ORIGIN, size, head).sign(signer);
    put("checkpoint", note.bytes());
    return note;
  }

  VerifierKey key() {
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

  void put(String name, byte[] bytes) {
    try {
      Path file = folder.resolve(name);
      Files.createDirectories(file.getParent());
      Files.write(file, bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
