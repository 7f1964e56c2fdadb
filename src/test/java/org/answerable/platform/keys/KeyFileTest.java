package org.answerable.platform.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeyFileTest {
  @TempDir private Path folder;

  @Test
  void isMadeForItsOwnerAloneAndKeptOverRestarts() throws IOException {
    Path file = folder.resolve("keys/org/epoch-1.key");
    byte[] key = KeyFile.openOrCreate(file);
    assertThat(key).hasSize(32).isNotEqualTo(new byte[32]);
    assertThat(permissions(file)).isEqualTo("rw-------");
    assertThat(permissions(folder.resolve("keys/org"))).isEqualTo("rwx------");
    assertThat(permissions(folder.resolve("keys"))).isEqualTo("rwx------");
    assertThat(KeyFile.openOrCreate(file)).isEqualTo(key);
    assertThat(KeyFile.open(file)).isEqualTo(key);
    assertThat(names(folder.resolve("keys/org"))).containsExactly("epoch-1.key");
  }

  @ParameterizedTest
  @ValueSource(strings = {"rw-r--r--", "rw----r--", "rw--w----", "rw-rw-rw-", "rwx------"})
  void isRefusedWhenOthersMayUseIt(String permissions) throws IOException {
    Path file = folder.resolve("root.key");
    KeyFile.openOrCreate(file);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));
    assertThatThrownBy(() -> KeyFile.openOrCreate(file))
        .isInstanceOf(KeyRefused.class)
        .hasMessageContaining("chmod 600 " + file);
  }

  @Test
  void mayBeReadOnly() throws IOException {
    Path file = folder.resolve("root.key");
    byte[] key = KeyFile.openOrCreate(file);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("r--------"));
    assertThat(KeyFile.open(file)).isEqualTo(key);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "secret", "00ff", "zz", "\n"})
  void isRefusedWhenItIsNoKeyAndNothingOfItIsTold(String content) throws IOException {
    Path file = folder.resolve("root.key");
    Files.writeString(file, content);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    assertThatThrownBy(() -> KeyFile.open(file))
        .isInstanceOf(KeyRefused.class)
        .hasMessage(
            "the key %s is not 64 hexadecimal digits: put back the copy that you keep", file)
        .hasNoCause();
    assertThat(Files.readString(file)).isEqualTo(content);
  }

  @Test
  void bytesThatAreNoTextAreNoKey() throws IOException {
    Path file = folder.resolve("root.key");
    Files.write(file, new byte[] {(byte) 0xff, (byte) 0xfe, 0, 1});
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    assertThatThrownBy(() -> KeyFile.open(file)).isInstanceOf(KeyRefused.class);
  }

  /** Nodes that share a folder may start at once: whoever is second must take the first one's. */
  @Test
  void isMadeOnceWhenSeveralStartAtOnce() throws Exception {
    for (int round = 0; round < 20; round++) {
      Path keys = folder.resolve("round-" + round);
      Path file = keys.resolve("root.key");
      Set<String> seen = ConcurrentHashMap.newKeySet();
      List<Callable<Boolean>> starts =
          IntStream.range(0, 8)
              .<Callable<Boolean>>mapToObj(
                  i -> () -> seen.add(HexFormat.of().formatHex(KeyFile.openOrCreate(file))))
              .toList();
      try (var threads = Executors.newFixedThreadPool(8)) {
        for (var start : threads.invokeAll(starts)) {
          start.get();
        }
      }
      assertThat(seen).hasSize(1);
      assertThat(names(keys)).containsExactly("root.key");
    }
  }

  @Test
  void anEpochWhoseKeyIsGoneIsNotBegunAnew() throws IOException {
    EpochKeys keys = epochKeys();
    assertThatThrownBy(() -> keys.current("org"))
        .isInstanceOf(KeyRefused.class)
        .hasMessageContaining("the key of epoch 1 of org is missing")
        .hasMessageContaining("put " + folder.resolve("org/epoch-1.key") + " back");
    assertThat(folder.resolve("org")).doesNotExist();
    keys.begin("org");
    assertThat(keys.current("org").epoch()).isEqualTo(1);
    assertThatThrownBy(() -> keys.of("org", 2)).isInstanceOf(KeyRefused.class);
  }

  @Test
  void beginningAnEpochTwiceKeepsItsKey() throws IOException {
    epochKeys().begin("org");
    byte[] mac = epochKeys().current("org").mac("lookup", new byte[] {1});
    epochKeys().begin("org");
    assertThat(epochKeys().current("org").mac("lookup", new byte[] {1})).isEqualTo(mac);
  }

  @Test
  void ofTwoNodesThatDestroyAKeyTheLateOneFindsNothingToDo() throws IOException {
    Path key = folder.resolve("org/epoch-1.key");
    epochKeys().begin("org");
    KeyFile.destroy(key);
    assertThat(key).doesNotExist();
    assertThatCode(() -> KeyFile.destroy(key)).doesNotThrowAnyException();
  }

  /** A reader that comes meanwhile finds it whole, or gone. */
  @Test
  void aKeyIsNeverHalfDestroyed() throws Exception {
    var last = new AtomicInteger();
    var odd = new AtomicReference<String>();
    var done = new AtomicBoolean();
    Thread reader =
        Thread.ofPlatform()
            .start(
                () -> {
                  while (!done.get()) {
                    try {
                      KeyFile.open(key(last.get()));
                    } catch (KeyRefused e) {
                      if (!String.valueOf(e.getMessage()).contains("is not there")) {
                        odd.set(e.getMessage());
                      }
                    } catch (IOException e) {
                      odd.set(e.toString());
                    }
                  }
                });
    for (int times = 0; times < 300 && odd.get() == null; times++) {
      last.set(times);
      KeyFile.openOrCreate(key(times));
      KeyFile.destroy(key(times));
    }
    done.set(true);
    reader.join();
    assertThat(odd.get()).isNull();
  }

  private Path key(int number) {
    return folder.resolve("org/epoch-" + number + ".key");
  }

  @Test
  void whatAKillLeftOfAKeyIsRemovedAtTheNextStart() throws IOException {
    epochKeys().begin("org");
    Path left = folder.resolve("org/epoch-1.key.ended");
    Files.move(folder.resolve("org/epoch-1.key"), left);
    KeyFile.sweep(folder);
    assertThat(left).doesNotExist();
    assertThat(RootKey.file(folder)).exists();
  }

  private static String permissions(Path path) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }

  private static List<String> names(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).toList();
    }
  }

  /** As after a restart. */
  private EpochKeys epochKeys() throws IOException {
    return new EpochKeys(folder, RootKey.openOrCreate(folder));
  }
}
