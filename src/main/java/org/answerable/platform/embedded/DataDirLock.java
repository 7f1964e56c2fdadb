package org.answerable.platform.embedded;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.answerable.platform.StartupRefused;
import org.jspecify.annotations.Nullable;

/** One running instance a data folder. The kernel lets go of it, however the process ends. */
public final class DataDirLock implements AutoCloseable {
  private final FileChannel file;

  private DataDirLock(FileChannel file) {
    this.file = file;
  }

  /**
   * Takes the folder, which it makes where there is none.
   *
   * @throws StartupRefused when another instance has it
   */
  public static DataDirLock take(Path dataDir) throws IOException {
    Path folder = folder(dataDir);
    var file =
        FileChannel.open(
            folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    if (tryLock(file) == null) {
      file.close();
      throw new StartupRefused(
          "Another instance is running on the data folder %s: stop it, or give this one its own"
                  .formatted(folder)
              + " with --answerable.data-dir=FOLDER");
    }
    return new DataDirLock(file);
  }

  private static @Nullable FileLock tryLock(FileChannel file) throws IOException {
    try {
      return file.tryLock();
    } catch (OverlappingFileLockException e) {
      return null; // an instance in this very process
    }
  }

  @Override
  public void close() throws IOException {
    file.close();
  }

  private static Path folder(Path dataDir) {
    try {
      return Folders.ownerOnly(dataDir);
    } catch (IOException e) {
      throw new StartupRefused(
          "answerable.data-dir: %s can't be made or entered (%s): give another folder"
              .formatted(dataDir.toAbsolutePath(), e.getClass().getSimpleName()));
    }
  }
}
