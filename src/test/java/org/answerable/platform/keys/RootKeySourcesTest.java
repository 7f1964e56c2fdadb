package org.answerable.platform.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RootKeySourcesTest {
  private static final String ONE = "11".repeat(32);
  private static final String TWO = "22".repeat(32);
  @TempDir private Path folder;
  private final Map<String, String> environment = new HashMap<>();

  @Test
  void isMadeAtTheFirstStartAndReadAtTheNext() throws IOException {
    assertThatThrownBy(() -> sources().open()).isInstanceOf(KeyRefused.class);
    byte[] first = sources().openOrCreate().derive("x");
    assertThat(keys().resolve("root.key")).exists();
    assertThat(sources().openOrCreate().derive("x")).isEqualTo(first);
    assertThat(sources().open().derive("x")).isEqualTo(first);
  }

  @Test
  void comesFromTheEnvironmentAndThenNoFileIsMade() throws IOException {
    environment.put("ANSWERABLE_ROOT_KEY", ONE);
    assertThat(sources().openOrCreate().derive("x")).isEqualTo(of(ONE).derive("x"));
    assertThat(keys()).doesNotExist();
    assertThat(sources().places()).containsExactly("the variable ANSWERABLE_ROOT_KEY");
  }

  @Test
  void isRefusedWhenTheVariableIsNoKeyAndNothingOfItIsTold() {
    environment.put("ANSWERABLE_ROOT_KEY", "1234 is no key");
    assertThatThrownBy(() -> sources().openOrCreate())
        .isInstanceOf(KeyRefused.class)
        .hasMessageContaining("ANSWERABLE_ROOT_KEY is not 64 hexadecimal digits")
        .message()
        .doesNotContain("1234");
    environment.put("ANSWERABLE_ROOT_KEY", "");
    assertThatThrownBy(() -> sources().openOrCreate()).isInstanceOf(KeyRefused.class);
  }

  /** Systemd decides who may read it, and its files are not for their owner alone. */
  @Test
  void comesAsACredentialOfSystemdWhateverItsPermissions() throws IOException {
    Path credential = credential(ONE);
    Files.setPosixFilePermissions(credential, PosixFilePermissions.fromString("r--r-----"));
    assertThat(sources().openOrCreate().derive("x")).isEqualTo(of(ONE).derive("x"));
    assertThat(keys()).doesNotExist();
  }

  @Test
  void twoPlacesThatAgreeAreOne() throws IOException {
    credential(ONE);
    environment.put("ANSWERABLE_ROOT_KEY", ONE);
    assertThat(sources().open().derive("x")).isEqualTo(of(ONE).derive("x"));
    assertThat(sources().places()).hasSize(2);
  }

  @Test
  void twoPlacesThatDifferAreRefused() throws IOException {
    sources().openOrCreate();
    environment.put("ANSWERABLE_ROOT_KEY", TWO);
    assertThatThrownBy(() -> sources().openOrCreate())
        .isInstanceOf(KeyRefused.class)
        .hasMessageContaining("the variable ANSWERABLE_ROOT_KEY")
        .hasMessageContaining("the file " + keys().resolve("root.key"))
        .hasMessageContaining("they differ")
        .message()
        .doesNotContain("2222");
  }

  /** A forgotten variable must not make a second root key beside the keys of the first. */
  @Test
  void isNotMadeWhereThereAreOtherKeys() throws IOException {
    environment.put("ANSWERABLE_ROOT_KEY", ONE);
    new EpochKeys(keys(), sources().openOrCreate()).begin("org");
    environment.clear();
    assertThatThrownBy(() -> sources().openOrCreate())
        .isInstanceOf(KeyRefused.class)
        .hasMessageContaining("the root key is missing");
    assertThat(keys().resolve("root.key")).doesNotExist();
  }

  @Test
  void itsFingerprintTellsItFromAnother() {
    assertThat(of(ONE).fingerprint()).matches("[0-9A-Z]{4}-[0-9A-Z]{4}");
    assertThat(of(ONE).fingerprint()).isNotEqualTo(of(TWO).fingerprint());
  }

  private static RootKey of(String hex) {
    return new RootKey(HexFormat.of().parseHex(hex));
  }

  private Path credential(String hex) throws IOException {
    Path credentials = Files.createDirectories(folder.resolve("credentials"));
    environment.put("CREDENTIALS_DIRECTORY", credentials.toString());
    return Files.writeString(credentials.resolve("root.key"), hex + "\n");
  }

  private Path keys() {
    return folder.resolve("keys");
  }

  private RootKeySources sources() {
    return new RootKeySources(keys(), environment::get);
  }
}
