package org.answerable.platform.keys;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A copy of the keys that live, one generation: what an earlier copy left in the folder and lives
 * no more is overwritten and removed. Copies of keys that died would make forgetting a lie.
 */
public final class KeysCopy {
  /** Tells a copy from the keys of a server that runs, of which nothing may be removed here. */
  static final String MARK = "COPY.txt";

  private static final String MARK_TEXT =
      """
      A copy of the keys of Answerable, made by 'keys copy', which also removes what is old here.
      Whoever has it and a copy of the data reads everything that the data seals: keep the two apart.
      To restore: docs/operations.md, "Backup and restoring".
      """;

  private KeysCopy() {}

  /**
   * Writes it.
   *
   * @param keysDir the folder of the keys
   * @param dataDir the folder of the data, which the copy must not lie beside
   * @param files of keys that live, within the first
   * @param notes what else belongs to them and is no secret, within the first
   * @param to empty or not there, or an earlier copy
   * @return whether others than the owner of the copy may read it, as on a stick without owners
   * @throws KeyRefused when the folder is something else
   */
  public static boolean write(
      Path keysDir, Path dataDir, List<Path> files, List<Path> notes, Path to) throws IOException {
    Path folder = RealPath.of(to); // what is looked at is what is written to
    refuseOtherFolder(RealPath.of(keysDir), RealPath.of(dataDir), folder);
    KeyFile.createFolder(folder);
    KeyFile.sweep(folder);
    KeyFile.writeText(folder.resolve(MARK), MARK_TEXT);
    Set<Path> kept = new HashSet<>();
    boolean open = false;
    for (Path file : files) {
      Path copy = folder.resolve(file);
      KeyFile.copy(keysDir.resolve(file), copy);
      open |= KeyFile.isOpen(copy);
      kept.add(copy);
    }
    for (Path note : notes) {
      KeyFile.copyText(keysDir.resolve(note), folder.resolve(note));
    }
    for (Path old : below(folder)) {
      if (old.toString().endsWith(".key") && !kept.contains(old)) {
        KeyFile.destroy(old);
      }
    }
    return open;
  }

  /** What an organisation's log signed last, within the folder of the keys; none before that. */
  public static List<Path> notes(Path keysDir, String organisation) {
    Path file = keysDir.resolve(organisation).resolve(LogKeys.SEEN);
    return Files.exists(file) ? List.of(keysDir.relativize(file)) : List.of();
  }

  /** The root key's file, within the folder of the keys; none where it stands elsewhere. */
  public static List<Path> rootKey(Path keysDir) {
    Path file = RootKey.file(keysDir);
    return Files.exists(file) ? List.of(keysDir.relativize(file)) : List.of();
  }

  private static void refuseOtherFolder(Path keys, Path data, Path folder) throws IOException {
    if (folder.startsWith(keys) || keys.startsWith(folder)) {
      throw new KeyRefused(folder + " holds the keys themselves: give another folder");
    }
    if (folder.startsWith(data)) {
      throw new KeyRefused(
          "%s lies in the data folder %s, so a copy of the data would open itself: give a folder elsewhere, best on a stick that is kept apart"
              .formatted(folder, data));
    }
    if (Files.exists(folder, LinkOption.NOFOLLOW_LINKS)
        && (!Files.isDirectory(folder) || !isOurs(folder))) {
      throw new KeyRefused(
          folder + " is not empty, and no copy that this command made: give an empty folder");
    }
  }

  private static boolean isOurs(Path folder) throws IOException {
    return below(folder).isEmpty() || Files.exists(folder.resolve(MARK));
  }

  private static List<Path> below(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(Files::isRegularFile).sorted(Comparator.naturalOrder()).toList();
    }
  }
}
