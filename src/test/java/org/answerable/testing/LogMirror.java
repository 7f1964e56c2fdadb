package org.answerable.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.answerable.audit.LogVerifyCommand;
import org.answerable.tlog.AddCheckpoint;
import org.answerable.tlog.Checkpoint;
import org.answerable.tlog.ConsistencyProof;
import org.answerable.tlog.EntryBundle;
import org.answerable.tlog.Grown;
import org.answerable.tlog.MalformedException;
import org.answerable.tlog.SignedNote;
import org.answerable.tlog.TiledHashes;

/** A log as anybody finds it, copied into a folder, and what {@code log verify} says of it. */
public final class LogMirror {
  /** Where an entry names a text that stands beside it. */
  private static final Pattern TEXT =
      Pattern.compile(
          "\"(?:response|words|what|ballots|receipts|figures|body|text|to|question|labels|askedBy|reason)"
              + "\":\"([0-9a-f]{64})\"");

  private final Function<String, Optional<byte[]>> served;

  /**
   * @param served what is found at a path below the log's prefix
   */
  public LogMirror(Function<String, Optional<byte[]>> served) {
    this.served = served;
  }

  /** What the command said, and its exit status. */
  public record Verdict(int status, String said) {}

  public SignedNote note() throws MalformedException {
    return SignedNote.parse(served.apply("checkpoint").orElseThrow());
  }

  /** Copies what is there of all that there should be, as far as its checkpoint can be read. */
  public void copy(Path folder) {
    put(folder, "key");
    put(folder, "checkpoint");
    long size;
    try {
      size = Checkpoint.of(note()).size();
    } catch (MalformedException e) {
      return;
    }
    Grown.tiles(0, size).forEach(tile -> put(folder, tile.path()));
    for (EntryBundle bundle : Grown.bundles(0, size)) {
      put(folder, bundle.path());
      putTexts(folder, bundle);
    }
  }

  private void putTexts(Path folder, EntryBundle bundle) {
    Path file = folder.resolve(bundle.path());
    if (Files.exists(file)) {
      TEXT.matcher(new String(read(file), UTF_8))
          .results()
          .forEach(hash -> put(folder, "content/" + hash.group(1)));
    }
  }

  /** Adds what Go's checker wants to see beside the log: both kinds of proofs. */
  public void prove(Path folder, long earlier, byte[] inclusion) throws Exception {
    SignedNote note = SignedNote.parse(Files.readAllBytes(folder.resolve("checkpoint")));
    Checkpoint tree = Checkpoint.of(note);
    TiledHashes hashes =
        TiledHashes.open(tree.size(), tree.head(), tile -> read(folder.resolve(tile.path())));
    ConsistencyProof consistency = ConsistencyProof.prove(earlier, tree.size(), hashes);
    Files.write(folder.resolve("add-checkpoint"), AddCheckpoint.of(consistency, note).bytes());
    Files.write(folder.resolve("entry.tlog-proof"), inclusion);
  }

  private void put(Path folder, String path) {
    served.apply(path).ifPresent(bytes -> write(folder.resolve(path), bytes));
  }

  private static byte[] read(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void write(Path file, byte[] bytes) {
    try {
      Files.createDirectories(file.getParent());
      Files.write(file, bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * {@code log verify PLACE --state FILE}.
   *
   * @param place an address, or a folder
   * @param more options
   */
  public static Verdict verify(String place, Path state, String... more) {
    var said = new ByteArrayOutputStream();
    var stream = new PrintStream(said, true, UTF_8);
    var args = new ArrayList<>(List.of(place, "--state", state.toString()));
    args.addAll(List.of(more));
    int status =
        new LogVerifyCommand(name -> null, InstantSource.system())
            .run(args, stream, stream, InputStream.nullInputStream());
    return new Verdict(status, said.toString(UTF_8));
  }
}
