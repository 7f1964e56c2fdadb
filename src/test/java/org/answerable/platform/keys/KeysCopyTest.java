package org.answerable.platform.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeysCopyTest {
  private static final Path ROOT = Path.of("root.key");
  private static final Path FIRST = Path.of("org/epoch-1.key");
  private static final Path SECOND = Path.of("org/epoch-2.key");
  private static final Path SEEN = Path.of("org/log.seen");
  @TempDir private Path folder;
  private Path keys;
  private Path data;
  private Path copy;

  @BeforeEach
  void make() throws IOException {
    keys = folder.resolve("keys");
    data = Files.createDirectory(folder.resolve("data"));
    copy = folder.resolve("stick/copy");
    for (Path file : List.of(ROOT, FIRST, SECOND)) {
      KeyFile.openOrCreate(keys.resolve(file));
    }
    Files.writeString(keys.resolve(SEEN), "12 entries\n");
  }

  @Test
  void isForItsOwnerAloneWithItsExplanation() throws IOException {
    assertThat(write(ROOT, FIRST)).as("others can read it").isFalse();
    assertThat(files()).containsExactly("COPY.txt", "org/epoch-1.key", "org/log.seen", "root.key");
    for (String file : files()) {
      assertThat(permissions(copy.resolve(file))).as(file).isEqualTo("rw-------");
    }
    assertThat(permissions(copy.resolve("org"))).isEqualTo("rwx------");
    assertThat(copy.resolve(FIRST)).hasSameBinaryContentAs(keys.resolve(FIRST));
    assertThat(copy.resolve("COPY.txt")).content().contains("To restore: docs/operations.md");
  }

  @Test
  void destroysWhatDiedAndLeavesWhatIsNoKey() throws IOException {
    write(ROOT, FIRST);
    Files.writeString(copy.resolve("note.txt"), "mine");
    write(ROOT, SECOND);
    assertThat(files())
        .containsExactly("COPY.txt", "note.txt", "org/epoch-2.key", "org/log.seen", "root.key");
  }

  @Test
  void whatTheLogSignedLastComesWithThemEachTimeAnew() throws IOException {
    write(ROOT, FIRST);
    Files.writeString(keys.resolve(SEEN), "13 entries\n");
    assertThat(KeysCopy.notes(keys, "org")).containsExactly(SEEN);
    assertThat(KeysCopy.notes(keys, "other")).isEmpty();
    write(ROOT, FIRST);
    assertThat(copy.resolve(SEEN)).hasContent("13 entries");
  }

  @Test
  void tellsWhenOthersCanReadWhatWasThere() throws IOException {
    write(ROOT);
    Files.setPosixFilePermissions(copy.resolve(ROOT), PosixFilePermissions.fromString("rw-r--r--"));
    assertThat(write(ROOT, FIRST)).isTrue();
  }

  @Test
  void theKeysOfAnotherServerStay() throws IOException {
    write(ROOT);
    Path other = folder.resolve("other");
    KeyFile.openOrCreate(other.resolve(ROOT));
    assertThatThrownBy(() -> KeysCopy.write(other, data, List.of(ROOT), List.of(), copy))
        .isInstanceOf(KeyRefused.class)
        .hasMessageContaining("is the key of another server");
    assertThat(copy.resolve(ROOT)).hasSameBinaryContentAs(keys.resolve(ROOT));
  }

  @Test
  void refusesTheFolderOfTheKeysAboveAndBelow() throws IOException {
    Path link = Files.createSymbolicLink(folder.resolve("link"), keys);
    for (Path to : List.of(keys, keys.resolve("new"), folder, link, link.resolve("new"))) {
      assertThatThrownBy(() -> KeysCopy.write(keys, data, List.of(ROOT), List.of(), to))
          .as("to %s", to)
          .isInstanceOf(KeyRefused.class)
          .hasMessageContaining("holds the keys themselves: give another folder");
    }
    assertThat(keys.resolve("COPY.txt")).doesNotExist();
  }

  @Test
  void refusesTheDataFolderThroughLinksToo() throws IOException {
    Path link = Files.createSymbolicLink(folder.resolve("link"), data);
    for (Path to : List.of(data, data.resolve("a/b"), link, link.resolve("a"))) {
      assertThatThrownBy(() -> KeysCopy.write(keys, data, List.of(ROOT), List.of(), to))
          .as("to %s", to)
          .isInstanceOf(KeyRefused.class)
          .hasMessageContaining("lies in the data folder " + data.toRealPath())
          .hasMessageContaining("give a folder elsewhere");
    }
    assertThat(data).isEmptyDirectory();
  }

  @Test
  void refusesWhatItDidNotMake() throws IOException {
    Files.createDirectories(copy);
    Files.writeString(copy.resolve("mine.key"), "mine");
    Path file = Files.writeString(folder.resolve("file"), "mine");
    Path nowhere = Files.createSymbolicLink(folder.resolve("nowhere"), folder.resolve("gone"));
    for (Path to : List.of(copy, file, nowhere)) {
      assertThatThrownBy(() -> KeysCopy.write(keys, data, List.of(ROOT), List.of(), to))
          .as("to %s", to)
          .isInstanceOf(KeyRefused.class)
          .hasMessageContaining("give an empty folder");
    }
    assertThat(files()).containsExactly("mine.key");
  }

  @Test
  void theRootKeyIsAmongThemWhereItStandsThere() throws IOException {
    assertThat(KeysCopy.rootKey(keys)).containsExactly(ROOT);
    assertThat(KeysCopy.rootKey(data)).isEmpty();
  }

  private boolean write(Path... files) throws IOException {
    return KeysCopy.write(keys, data, List.of(files), List.of(SEEN), copy);
  }

  private List<String> files() throws IOException {
    try (Stream<Path> all = Files.walk(copy)) {
      return all.filter(Files::isRegularFile)
          .map(file -> copy.relativize(file).toString())
          .sorted()
          .toList();
    }
  }

  private static String permissions(Path path) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }
}
