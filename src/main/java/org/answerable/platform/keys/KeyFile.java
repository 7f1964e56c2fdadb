package org.answerable.platform.keys;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Set;

/** A file with one secret of 32 bytes, in hex, that only its owner may read. */
final class KeyFile {
  static final int KEY_BYTES = 32;
  private static final Set<PosixFilePermission> OWNER_ONLY =
      PosixFilePermissions.fromString("rw-------");
  private static final Set<PosixFilePermission> OWNER_FOLDER =
      PosixFilePermissions.fromString("rwx------");

  private KeyFile() {}

  /** Reads it; creates it with a random secret where there is none. */
  static byte[] openOrCreate(Path file) throws IOException {
    if (!Files.exists(file)) {
      create(file);
    }
    return open(file);
  }

  /**
   * Reads it.
   *
   * @throws KeyRefused when others may read it, or it is no key
   */
  static byte[] open(Path file) throws IOException {
    if (posix(file) && !OWNER_ONLY.containsAll(Files.getPosixFilePermissions(file))) {
      throw new KeyRefused(
          "others can read the key " + file + ": run 'chmod 600 " + file + "' and start again");
    }
    try {
      String hex = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
      byte[] key = HexFormat.of().parseHex(hex.strip());
      if (key.length == KEY_BYTES) {
        return key;
      }
    } catch (IllegalArgumentException e) {
      // told below, without what stands in the file
    }
    throw new KeyRefused(
        "the key " + file + " is not 64 hexadecimal digits: put back the copy that you keep");
  }

  /**
   * Written beside, synced, then linked into place: a crash leaves no half key, and of several
   * nodes that start at once the first one's key stays.
   */
  private static void create(Path file) throws IOException {
    Path folder = file.toAbsolutePath().getParent();
    if (folder == null) {
      throw new IOException("no folder for the key " + file);
    }
    createFolder(folder);
    byte[] key = new byte[KEY_BYTES];
    new SecureRandom().nextBytes(key);
    Path fresh = Files.createTempFile(folder, "new", ".key");
    try {
      if (posix(folder)) {
        Files.setPosixFilePermissions(fresh, OWNER_ONLY);
      }
      Files.writeString(fresh, HexFormat.of().formatHex(key) + "\n");
      sync(fresh, StandardOpenOption.WRITE);
      Files.createLink(file, fresh);
    } catch (FileAlreadyExistsException e) {
      // another node was first
    } finally {
      Files.delete(fresh);
    }
    if (posix(folder)) {
      sync(folder, StandardOpenOption.READ);
    }
  }

  /**
   * Overwrites it with random bytes, syncs, and removes it. A disk that writes elsewhere than it
   * was told, as an SSD does, may keep what stood there: encrypt the disk.
   */
  static void destroy(Path file) throws IOException {
    byte[] noise = new byte[Math.toIntExact(Files.size(file))];
    new SecureRandom().nextBytes(noise);
    try (var channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      channel.write(ByteBuffer.wrap(noise));
      channel.force(true);
    }
    Files.delete(file);
    Path folder = file.toAbsolutePath().getParent();
    if (folder != null && posix(folder)) {
      sync(folder, StandardOpenOption.READ);
    }
  }

  private static void sync(Path path, StandardOpenOption how) throws IOException {
    try (var channel = FileChannel.open(path, how)) {
      channel.force(true);
    }
  }

  private static void createFolder(Path folder) throws IOException {
    Path root = folder.getRoot();
    if (root != null && posix(root)) {
      Files.createDirectories(folder, PosixFilePermissions.asFileAttribute(OWNER_FOLDER));
    } else {
      Files.createDirectories(folder);
    }
  }

  private static boolean posix(Path path) throws IOException {
    return Files.getFileStore(path).supportsFileAttributeView("posix");
  }
}
