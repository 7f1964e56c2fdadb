package org.answerable.responselog.jdbc;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.answerable.platform.keys.LogKeys;
import org.answerable.responselog.LogStopped;
import org.answerable.tlog.MalformedException;
import org.answerable.tlog.SignedNote;

/**
 * What each log signed last, noted beside its keys: a file outlives the database's going back to an
 * older copy of itself. No secret; a copy of the keys takes it along.
 */
final class NotedCheckpoints {
  private final Path keysDir;

  NotedCheckpoints(Path keysDir) {
    this.keysDir = keysDir;
  }

  /**
   * What is noted; empty: nothing yet.
   *
   * @throws LogStopped when it can't be read
   */
  Optional<SignedNote> read(String organisation) {
    Path file = file(organisation);
    try {
      return Files.exists(file)
          ? Optional.of(SignedNote.parse(Files.readAllBytes(file)))
          : Optional.empty();
    } catch (MalformedException | IOException e) {
      throw new LogStopped(
          "What the log of %s signed last can't be read from %s: put that file back."
              .formatted(organisation, file));
    }
  }

  /** Written beside, synced, then moved into place. Only of what is committed. */
  void write(String organisation, byte[] note) {
    Path file = file(organisation);
    try {
      Path folder = Files.createDirectories(keysDir.resolve(organisation));
      Path fresh = Files.createTempFile(folder, LogKeys.SEEN, ".new");
      try (FileChannel channel = FileChannel.open(fresh, StandardOpenOption.WRITE)) {
        channel.write(ByteBuffer.wrap(note));
        channel.force(true);
      }
      Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Path file(String organisation) {
    return keysDir.resolve(organisation).resolve(LogKeys.SEEN);
  }
}
