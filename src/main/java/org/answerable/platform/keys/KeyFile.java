package org.answerable.platform.keys;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A file with one secret of 32 bytes, in hex, that only its owner may read. */
final class KeyFile {
  static final int KEY_BYTES = 32;
  private static final Set<PosixFilePermission> OWNER_ONLY =
      PosixFilePermissions.fromString("rw-------");
  private static final Set<PosixFilePermission> OWNER_FOLDER =
      PosixFilePermissions.fromString("rwx------");

  /** How the name of one ends that is out of use. */
  private static final String ENDED = ".ended";

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
   * @throws KeyRefused when others may read it, it is no key, or it was destroyed meanwhile
   */
  static byte[] open(Path file) throws IOException {
    try {
      if (posix(file) && isOpen(file)) {
        throw new KeyRefused(
            "others can read the key " + file + ": run 'chmod 600 " + file + "' and start again");
      }
      return openGiven(file);
    } catch (NoSuchFileException e) {
      throw gone(file);
    } catch (KeyRefused e) {
      throw Files.exists(file) ? e : gone(file); // it was opened just before it was destroyed
    }
  }

  private static KeyRefused gone(Path file) {
    return new KeyRefused(
        "the key "
            + file
            + " is not there: if it was not destroyed, put back the copy that you keep");
  }

  /**
   * Reads one that others look after, who said who may read it: systemd's credentials, say.
   *
   * @throws KeyRefused when it is no key
   */
  static byte[] openGiven(Path file) throws IOException {
    String text = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
    return parse(text, "the key " + file);
  }

  /**
   * The secret that a text spells.
   *
   * @param what where it stands, for people
   * @throws KeyRefused when it spells none; nothing of it is told
   */
  static byte[] parse(String text, String what) {
    try {
      byte[] key = HexFormat.of().parseHex(text.strip());
      if (key.length == KEY_BYTES) {
        return key;
      }
    } catch (IllegalArgumentException e) {
      // told below, without what stands there
    }
    throw new KeyRefused(what + " is not 64 hexadecimal digits: put back the copy that you keep");
  }

  /**
   * Written beside, synced, then linked into place: a crash leaves no half key, and of several
   * nodes that start at once the first one's key stays.
   */
  private static void create(Path file) throws IOException {
    Path folder = folderOf(file);
    createFolder(folder);
    byte[] key = new byte[KEY_BYTES];
    new SecureRandom().nextBytes(key);
    Path fresh = write(folder, key);
    try {
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
   * Copies a key to where it is kept, which may be a stick that knows no owners.
   *
   * @throws KeyRefused when another key stands there
   */
  static void copy(Path from, Path to) throws IOException {
    byte[] key = open(from);
    if (Files.exists(to)) {
      if (!MessageDigest.isEqual(key, openGiven(to))) {
        throw new KeyRefused(
            to + " is the key of another server: give an empty folder, or destroy that copy first");
      }
      return;
    }
    Path folder = folderOf(to);
    createFolder(folder);
    Files.move(write(folder, key), to, StandardCopyOption.ATOMIC_MOVE);
    if (posix(folder)) {
      sync(folder, StandardOpenOption.READ);
    }
  }

  /** Whether others than its owner may read it, as far as the file system tells. */
  static boolean isOpen(Path file) throws IOException {
    return !posix(file) || !OWNER_ONLY.containsAll(Files.getPosixFilePermissions(file));
  }

  /** Those of an organisation whose names have a form, within the folder of the keys, in order. */
  static List<Path> list(Path keysDir, String organisation, Pattern name) {
    Path folder = keysDir.resolve(organisation);
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> name.matcher(String.valueOf(file.getFileName())).matches())
          .sorted()
          .map(keysDir::relativize)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What the first group of a form is in the names of those files. */
  static List<String> names(Path keysDir, String organisation, Pattern form) {
    return list(keysDir, organisation, form).stream()
        .map(file -> form.matcher(String.valueOf(file.getFileName())))
        .filter(Matcher::matches)
        .map(found -> found.group(1))
        .toList();
  }

  private static Path write(Path folder, byte[] key) throws IOException {
    Path fresh = Files.createTempFile(folder, "new", ".key");
    if (posix(folder)) {
      Files.setPosixFilePermissions(fresh, OWNER_ONLY);
    }
    Files.writeString(fresh, HexFormat.of().formatHex(key) + "\n");
    sync(fresh, StandardOpenOption.WRITE);
    return fresh;
  }

  /** Writes a text that only its owner may read, where the file system knows owners. */
  static void writeText(Path file, String text) throws IOException {
    if (!Files.exists(file)) {
      Files.createFile(file);
    }
    if (posix(file)) {
      Files.setPosixFilePermissions(file, OWNER_ONLY);
    }
    Files.writeString(file, text);
  }

  /** Copies a text over an older one; a kill leaves the old one or the new one. */
  static void copyText(Path from, Path to) throws IOException {
    createFolder(folderOf(to));
    Path fresh = to.resolveSibling(to.getFileName() + ".new");
    writeText(fresh, Files.readString(from));
    Files.move(fresh, to, StandardCopyOption.ATOMIC_MOVE);
  }

  private static Path folderOf(Path file) throws IOException {
    Path folder = file.toAbsolutePath().getParent();
    if (folder == null) {
      throw new IOException("no folder for the key " + file);
    }
    return folder;
  }

  /**
   * Takes it out of use at once, overwrites it with random bytes, syncs, and removes it. A disk
   * that writes elsewhere than it was told, as an SSD does, may keep what stood there: encrypt the
   * disk. Of several nodes that destroy it at once, one is late and finds nothing left to do.
   * Killed meanwhile, {@link #sweep} goes on.
   */
  static void destroy(Path file) throws IOException {
    Path ended = file.resolveSibling(file.getFileName() + ENDED);
    try {
      Files.move(file, ended, StandardCopyOption.ATOMIC_MOVE);
    } catch (NoSuchFileException e) {
      // another node was first
    }
    remove(ended);
    Path folder = folderOf(file);
    if (posix(folder)) {
      sync(folder, StandardOpenOption.READ);
    }
  }

  /** Removes what was taken out of use, in the folder of keys and in those of organisations. */
  static void sweep(Path keysDir) throws IOException {
    removeEnded(keysDir);
    try (Stream<Path> folders = Files.list(keysDir)) {
      for (Path folder : folders.filter(Files::isDirectory).filter(Files::isReadable).toList()) {
        removeEnded(folder);
      }
    } catch (NoSuchFileException e) {
      // a first start
    }
  }

  /** By their names alone: another node that starts makes and removes files meanwhile. */
  private static void removeEnded(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      for (Path ended : files.filter(file -> file.toString().endsWith(ENDED)).toList()) {
        remove(ended);
      }
    } catch (NoSuchFileException e) {
      // a first start
    }
  }

  private static void remove(Path ended) throws IOException {
    try {
      overwrite(ended);
      Files.delete(ended);
    } catch (NoSuchFileException e) {
      // another node was first
    }
  }

  private static void overwrite(Path file) throws IOException {
    byte[] noise = new byte[Math.toIntExact(Files.size(file))];
    new SecureRandom().nextBytes(noise);
    try (var channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      channel.write(ByteBuffer.wrap(noise));
      channel.force(true);
    }
  }

  private static void sync(Path path, StandardOpenOption how) throws IOException {
    try (var channel = FileChannel.open(path, how)) {
      channel.force(true);
    }
  }

  static void createFolder(Path folder) throws IOException {
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
