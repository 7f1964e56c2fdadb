package org.answerable.audit;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Optional;
import org.answerable.tlog.MalformedException;
import org.answerable.tlog.SignedNote;
import org.answerable.tlog.VerifierKey;

/**
 * What was verified last: in a file, a vkey on the first line, then the signed checkpoint as it was
 * served.
 *
 * @param checkpoint with its signatures
 */
record Seen(VerifierKey key, SignedNote checkpoint) {

  /** What a file holds; empty: there is none yet. */
  static Optional<Seen> read(Path file) throws Finding {
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    byte[] bytes;
    try {
      bytes = Files.readAllBytes(file);
    } catch (IOException e) {
      throw unreadable(file, e);
    }
    int end = 0;
    while (end < bytes.length && bytes[end] != '\n') {
      end++;
    }
    return of(
        Arrays.copyOf(bytes, end),
        Arrays.copyOfRange(bytes, Math.min(end + 1, bytes.length), bytes.length),
        file);
  }

  /**
   * A key and what it signed.
   *
   * @param place where they stand, for people
   */
  static Optional<Seen> of(byte[] key, byte[] checkpoint, Path place) throws Finding {
    try {
      return Optional.of(
          new Seen(
              VerifierKey.parse(new String(key, UTF_8).strip()), SignedNote.parse(checkpoint)));
    } catch (MalformedException | IllegalArgumentException e) {
      throw unreadable(place, e);
    }
  }

  private static Finding unreadable(Path place, Exception why) {
    return new Finding(
        "What was seen last can't be read from %s (%s): give another file with --state, and find out who changed it."
            .formatted(place, why.getMessage()));
  }

  /** Written beside, synced, then moved into place: a crash leaves the old one or the new one. */
  void write(Path file) throws IOException {
    Path folder = file.toAbsolutePath().getParent();
    Files.createDirectories(folder);
    Path fresh = Files.createTempFile(folder, "seen", ".new");
    try (FileChannel channel = FileChannel.open(fresh, StandardOpenOption.WRITE)) {
      channel.write(ByteBuffer.wrap(bytes()));
      channel.force(true);
    }
    Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
  }

  byte[] bytes() {
    byte[] line = (key + "\n").getBytes(UTF_8);
    byte[] note = checkpoint.bytes();
    byte[] all = Arrays.copyOf(line, line.length + note.length);
    System.arraycopy(note, 0, all, line.length, note.length);
    return all;
  }
}
