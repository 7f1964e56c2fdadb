package org.answerable.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.answerable.tlog.Checkpoint;
import org.answerable.tlog.ConsistencyProof;
import org.answerable.tlog.MalformedException;
import org.answerable.tlog.SignedNote;
import org.answerable.tlog.TiledHashes;
import org.answerable.tlog.VerifierKey;

/**
 * Somebody who asks a log for its checkpoint again and again, whether or not it answers, and
 * forgets none.
 */
public final class LogWatcher implements AutoCloseable {
  private static final long PAUSE_MILLIS = 20;
  private final URI log;
  private final Map<String, SignedNote> seen = new LinkedHashMap<>();
  private final Thread watching;
  private volatile boolean closed;

  /**
   * @param log where it is served, with a slash at the end
   */
  public LogWatcher(URI log) {
    this.log = log;
    this.watching = Thread.ofVirtual().start(this::watch);
  }

  private void watch() {
    while (!closed) {
      try {
        SignedNote note = SignedNote.parse(read("checkpoint"));
        seen.putIfAbsent(note.text(), note);
        Thread.sleep(PAUSE_MILLIS);
      } catch (IOException away) {
        Thread.yield();
      } catch (InterruptedException e) {
        return;
      } catch (MalformedException e) {
        throw new AssertionError(e);
      }
    }
  }

  @Override
  public void close() {
    closed = true;
    try {
      watching.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** How many checkpoints it has seen. */
  public int count() {
    return seen.size();
  }

  /** Those of them that the log does not stand by any more. To be asked when it was closed. */
  public List<String> contradicted() throws IOException, MalformedException {
    VerifierKey key = VerifierKey.parse(new String(read("key")).strip());
    Checkpoint now = Checkpoint.of(SignedNote.parse(read("checkpoint")));
    TiledHashes hashes = TiledHashes.open(now.size(), now.head(), tile -> readTile(tile.path()));
    List<String> contradicted = new ArrayList<>();
    for (SignedNote note : seen.values()) {
      Checkpoint then = Checkpoint.of(note);
      if (!note.isSignedBy(key)
          || then.size() > now.size()
          || !ConsistencyProof.prove(then.size(), now.size(), hashes)
              .verifies(then.head(), now.head())) {
        contradicted.add(note.text());
      }
    }
    return contradicted;
  }

  private byte[] readTile(String path) {
    try {
      return read(path);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private byte[] read(String path) throws IOException {
    try (InputStream in = log.resolve(path).toURL().openStream()) {
      return in.readAllBytes();
    }
  }
}
