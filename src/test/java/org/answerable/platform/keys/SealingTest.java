package org.answerable.platform.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SealingTest {
  private static final byte[] WORDS = "no syrup".getBytes(StandardCharsets.UTF_8);
  private static final byte[] PLACE = "org/table/1".getBytes(StandardCharsets.UTF_8);
  private static final UUID ID = new UUID(1, 2);
  @TempDir private Path folder;
  private EpochKeys keys;

  @BeforeEach
  void begin() throws IOException {
    keys = keys();
    keys.begin("org");
    keys.begin("other");
  }

  @Test
  void opensAtItsPlaceForItsPurposeUnderItsKeyOnly() throws IOException {
    EpochKey key = keys.current("org");
    byte[] sealed = key.seal("session", WORDS, PLACE);
    assertThat(key.open("session", sealed, PLACE)).isEqualTo(WORDS);
    assertThat(keys().current("org").open("session", sealed, PLACE))
        .as("after a restart")
        .isEqualTo(WORDS);
    refused(() -> key.open("session", sealed, "org/table/2".getBytes(StandardCharsets.UTF_8)));
    refused(() -> key.open("reply", sealed, PLACE));
    refused(() -> keys.current("other").open("session", sealed, PLACE));
    for (int i = 0; i < sealed.length; i++) {
      byte[] damaged = sealed.clone();
      damaged[i] ^= 1;
      refused(() -> key.open("session", damaged, PLACE));
    }
    refused(() -> key.open("session", new byte[0], PLACE));
  }

  /** A thread that read before the change, and tells after it. */
  @Test
  void aLateTellingBringsNoEpochBack() {
    var first = new LivingEpochs(1, 1);
    var changing = new LivingEpochs(2, 1);
    var second = new LivingEpochs(2, 2);
    keys.make("org", 2);
    keys.tell("org", first);
    keys.tell("org", changing);
    keys.tell("org", first);
    assertThat(keys.living("org")).isEqualTo(changing);
    assertThat(keys.current("org").epoch()).isEqualTo(2);
    keys.tell("org", second);
    keys.tell("org", changing);
    assertThat(keys.living("org")).isEqualTo(second);
  }

  @Test
  void neverSealsTheSameTwice() {
    EpochKey key = keys.current("org");
    assertThat(key.seal("session", WORDS, PLACE)).isNotEqualTo(key.seal("session", WORDS, PLACE));
  }

  /** RFC 5869's HKDF with RFC 2104's HMAC, fields behind their lengths; figured out elsewhere. */
  @Test
  void macsAreThoseOfTheFormula() {
    byte[] secret = HexFormat.of().parseHex("0b".repeat(32));
    EpochKey key = new EpochKey(1, secret);
    assertThat(HexFormat.of().formatHex(key.derive("lookup")))
        .isEqualTo("5e2af88798e3e0c2cab97b76352168baef782bcc89397e6d3e8027aedefb941b");
    assertThat(HexFormat.of().formatHex(key.mac("lookup", utf8("sms"), utf8("+254700000001"))))
        .isEqualTo("600679e2f04f4495f377342b7364e91510c7ec88486e75b3d392ba1bb2ab0492");
  }

  @Test
  void macsTellFieldsAndPurposesAndOrganisationsApart() {
    EpochKey key = keys.current("org");
    byte[] mac = key.mac("lookup", utf8("sms"), utf8("1"));
    assertThat(key.mac("lookup", utf8("sms"), utf8("1"))).isEqualTo(mac).hasSize(32);
    assertThat(key.mac("lookup", utf8("sms1"), utf8(""))).isNotEqualTo(mac);
    assertThat(key.mac("message", utf8("sms"), utf8("1"))).isNotEqualTo(mac);
    assertThat(keys.current("other").mac("lookup", utf8("sms"), utf8("1"))).isNotEqualTo(mac);
  }

  @Test
  void aTextOpensUnderItsIdOnly() throws IOException {
    Sealer sealer = new Sealer(keys);
    Sealed sealed = sealer.seal("org", ID, "no syrup");
    assertThat(new Sealer(keys()).openText("org", ID, sealed)).isEqualTo("no syrup");
    refused(() -> sealer.open("org", new UUID(1, 3), sealed));
    refused(() -> sealer.open("other", ID, sealed));
    Sealed another = sealer.seal("org", ID, "no water");
    refused(() -> sealer.open("org", ID, new Sealed(another.key(), sealed.text())));
  }

  @Test
  void hidesLengthsInBuckets() {
    Sealer sealer = new Sealer(keys);
    int bucket = sealer.seal("org", ID, "").text().length;
    assertThat(sealer.seal("org", ID, "a".repeat(255)).text()).hasSize(bucket);
    assertThat(sealer.seal("org", ID, "a".repeat(256)).text()).hasSize(bucket + 256);
    assertThat(sealer.seal("org", ID, "a".repeat(511)).text()).hasSize(bucket + 256);
    for (int length : new int[] {0, 1, 254, 255, 256, 257, 511, 512, 5000}) {
      byte[] plain = new byte[length];
      assertThat(Padding.unpad(Padding.pad(plain))).isEqualTo(plain);
    }
    assertThatThrownBy(() -> Padding.unpad(new byte[256]))
        .isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> Padding.unpad(new byte[0])).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void aPersonsKeyComesBackFromUnderTheEpochsAtItsPlaceOnly() {
    EpochKey epoch = keys.current("org");
    DataKey key = DataKey.random();
    byte[] sealed = key.seal(WORDS, "row/1/address");
    byte[] wrapped = key.wrap(epoch, "row/1");
    assertThat(DataKey.unwrap(epoch, wrapped, "row/1").open(sealed, "row/1/address"))
        .isEqualTo(WORDS);
    refused(() -> DataKey.unwrap(epoch, wrapped, "row/2"));
    refused(() -> key.open(sealed, "row/1/settings"));
    refused(() -> DataKey.random().open(sealed, "row/1/address"));
  }

  @Test
  void noKeyShowsItself() {
    assertThat(keys.current("org")).hasToString("EpochKey[1]");
    assertThat(DataKey.random()).hasToString("DataKey[redacted]");
  }

  private static void refused(Runnable work) {
    assertThatThrownBy(work::run)
        .isInstanceOf(IllegalStateException.class)
        .hasMessageNotContaining("syrup");
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /** As after a restart. */
  private EpochKeys keys() throws IOException {
    return new EpochKeys(folder, RootKey.openOrCreate(folder));
  }
}
