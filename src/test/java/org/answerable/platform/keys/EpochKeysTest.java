package org.answerable.platform.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EpochKeysTest {
  private static final byte[] WORDS = "no syrup".getBytes(StandardCharsets.UTF_8);
  private static final byte[] PLACE = "org/table/1".getBytes(StandardCharsets.UTF_8);
  private static final LivingEpochs SECOND = new LivingEpochs(2, 2);
  @TempDir private Path folder;
  private EpochKeys keys;

  @BeforeEach
  void begin() throws IOException {
    keys = keys();
    keys.begin("org");
  }

  @Test
  void sealsUnderTheLivingEpochAndNamesIt() {
    byte[] first = keys.seal("org", "hold", WORDS, PLACE);
    keys.make("org", 2);
    keys.tell("org", LivingEpochs.FIRST.next());
    byte[] second = keys.seal("org", "hold", WORDS, PLACE);
    assertThat(first).startsWith(0, 0, 0, 1);
    assertThat(second).startsWith(0, 0, 0, 2);
    assertThat(keys.open("org", "hold", first, PLACE)).isEqualTo(WORDS);
    assertThat(keys.open("org", "hold", second, PLACE)).isEqualTo(WORDS);
    byte[] renamed = first.clone();
    renamed[3] = 2;
    assertThatThrownBy(() -> keys.open("org", "hold", renamed, PLACE))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void aTextsKeyIsWrappedAnewForTheLivingEpoch() {
    var sealer = new Sealer(keys);
    UUID id = new UUID(1, 2);
    Sealed before = sealer.seal("org", id, "no syrup");
    keys.make("org", 2);
    keys.tell("org", LivingEpochs.FIRST.next());
    byte[] again = sealer.wrapAgain("org", id, before.key());
    end();
    assertThat(sealer.openText("org", id, new Sealed(again, before.text()))).isEqualTo("no syrup");
    assertThatThrownBy(() -> sealer.openText("org", id, before)).isInstanceOf(KeyRefused.class);
    assertThatThrownBy(() -> sealer.wrapAgain("org", new UUID(1, 3), again))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void whatEndedIsOverwrittenAndRemovedAndMessagesOutliveItByOne() throws IOException {
    keys.make("org", 2);
    keys.destroy("org", SECOND);
    assertThat(files()).containsExactly("epoch-2.key", "messages-1.key", "messages-2.key");
    keys.make("org", 3);
    keys.destroy("org", new LivingEpochs(3, 3));
    assertThat(files()).containsExactly("epoch-3.key", "messages-2.key", "messages-3.key");
    keys.destroy("nobody", SECOND);
  }

  @Test
  void aKeyInMemoryIsGivenUpOneTellingAfterItsEnd() {
    byte[] sealed = keys.seal("org", "hold", WORDS, PLACE);
    keys.make("org", 2);
    keys.tell("org", LivingEpochs.FIRST.next());
    keys.tell("org", SECOND);
    keys.destroy("org", SECOND);
    assertThat(keys.open("org", "hold", sealed, PLACE)).as("just read").isEqualTo(WORDS);
    keys.tell("org", SECOND);
    assertThatThrownBy(() -> keys.open("org", "hold", sealed, PLACE))
        .isInstanceOf(KeyRefused.class)
        .hasMessageContaining("epoch 1 of org is missing");
  }

  @Test
  void makingKeysAgainKeepsThoseThatAreThere() throws IOException {
    byte[] sealed = keys.seal("org", "hold", WORDS, PLACE);
    keys.make("org", 1);
    assertThat(keys().open("org", "hold", sealed, PLACE)).isEqualTo(WORDS);
  }

  /** Half of a key is the root key's: whoever has the folder without it has nothing. */
  @Test
  void withAnotherRootKeyNothingOpens(@TempDir Path elsewhere) throws IOException {
    byte[] sealed = keys.seal("org", "hold", WORDS, PLACE);
    var stolen = new EpochKeys(folder, RootKey.openOrCreate(elsewhere));
    assertThatThrownBy(() -> stolen.open("org", "hold", sealed, PLACE))
        .isInstanceOf(IllegalStateException.class);
    assertThat(stolen.messages("org", 1).mac("message", WORDS))
        .isNotEqualTo(keys.messages("org", 1).mac("message", WORDS));
  }

  @Test
  void theKeysOfMessagesAreOthersThanTheEpochs() {
    assertThat(keys.messages("org", 1).mac("message", WORDS))
        .isNotEqualTo(keys.of("org", 1).mac("message", WORDS));
  }

  @Test
  void tellsWhichKeysAreThere() throws IOException {
    assertThat(keys.newest("org")).isEqualTo(1);
    assertThat(keys.newest("nobody")).isZero();
    assertThat(keys.has("org", 1)).isTrue();
    assertThat(keys.has("org", 2)).isFalse();
    keys.make("org", 10);
    Files.writeString(folder.resolve("org/epoch-99.key.old"), "x");
    assertThat(keys.newest("org")).isEqualTo(10);
    assertThat(keys.hasLiving("org", LivingEpochs.FIRST)).isTrue();
    assertThat(keys.hasLiving("org", LivingEpochs.FIRST.next())).isFalse();
    keys.make("org", 2);
    assertThat(keys.hasLiving("org", LivingEpochs.FIRST.next())).isTrue();
    Files.delete(folder.resolve("org/messages-2.key"));
    assertThat(keys.hasLiving("org", LivingEpochs.FIRST.next())).isFalse();
    Files.delete(folder.resolve("org/epoch-1.key"));
    assertThat(keys.hasLiving("org", LivingEpochs.FIRST)).isFalse();
  }

  @Test
  void theFilesThatLiveAreNamedWithinTheFolder() {
    keys.make("org", 2);
    keys.make("org", 3);
    assertThat(keys.livingFiles("org", new LivingEpochs(3, 3)).stream().map(Path::toString))
        .containsExactly("org/epoch-3.key", "org/messages-2.key", "org/messages-3.key");
  }

  @Test
  void aFingerprintTellsAFileFromAnotherAndACopyHasTheSame() throws IOException {
    keys.make("org", 2);
    String one = keys.fingerprint(Path.of("org/epoch-1.key"));
    assertThat(one).matches("[0-9A-Z]{4}-[0-9A-Z]{4}");
    assertThat(one).isNotEqualTo(keys.fingerprint(Path.of("org/epoch-2.key")));
    Files.copy(folder.resolve("org/epoch-1.key"), folder.resolve("org/copy.key"));
    Files.setPosixFilePermissions(
        folder.resolve("org/copy.key"), PosixFilePermissions.fromString("rw-------"));
    assertThat(keys.fingerprint(Path.of("org/copy.key"))).isEqualTo(one);
  }

  /** Whoever kept another name for the file, as a hard link, has noise. */
  @Test
  void whatIsDestroyedIsOverwrittenFirst() throws IOException {
    Path kept = folder.resolve("kept");
    Files.createLink(kept, folder.resolve("org/epoch-1.key"));
    byte[] before = Files.readAllBytes(kept);
    keys.make("org", 2);
    keys.destroy("org", SECOND);
    assertThat(Files.readAllBytes(kept)).hasSameSizeAs(before).isNotEqualTo(before);
    assertThatThrownBy(() -> KeyFile.openGiven(kept)).isInstanceOf(KeyRefused.class);
  }

  @Test
  void keysOfOneOrganisationOutliveTheEndOfAnothers() {
    keys.begin("other");
    byte[] sealed = keys.seal("other", "hold", WORDS, PLACE);
    keys.make("org", 2);
    end();
    assertThat(keys.open("other", "hold", sealed, PLACE)).isEqualTo(WORDS);
    assertThat(keys.living("other")).isEqualTo(LivingEpochs.FIRST);
  }

  @Test
  void livingEpochsAreOneOrTwoInARow() {
    assertThat(LivingEpochs.FIRST.isChanging()).isFalse();
    assertThat(LivingEpochs.FIRST.next()).isEqualTo(new LivingEpochs(2, 1));
    assertThat(LivingEpochs.FIRST.next().isChanging()).isTrue();
    assertThat(LivingEpochs.FIRST.next().whole()).isEqualTo(SECOND);
    assertThat(SECOND.messagesBefore()).isEqualTo(1);
    for (int[] wrong : new int[][] {{1, 0}, {1, 2}, {3, 1}}) {
      assertThatThrownBy(() -> new LivingEpochs(wrong[0], wrong[1]))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  private void end() {
    keys.tell("org", SECOND);
    keys.tell("org", SECOND);
    keys.destroy("org", SECOND);
  }

  private List<String> files() throws IOException {
    try (var files = Files.list(folder.resolve("org"))) {
      return files.map(file -> String.valueOf(file.getFileName())).sorted().toList();
    }
  }

  private EpochKeys keys() throws IOException {
    return new EpochKeys(folder, RootKey.openOrCreate(folder));
  }
}
