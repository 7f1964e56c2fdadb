package org.answerable.platform.keys;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.crypto.tink.HybridDecrypt;
import com.google.crypto.tink.HybridEncrypt;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.hybrid.HpkeParameters;
import com.google.crypto.tink.hybrid.HpkePrivateKey;
import com.google.crypto.tink.hybrid.HpkePublicKey;
import com.google.crypto.tink.hybrid.HybridConfig;
import com.google.crypto.tink.subtle.X25519;
import com.google.crypto.tink.util.Bytes;
import com.google.crypto.tink.util.SecretBytes;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import org.junit.jupiter.api.Test;

/** Two libraries that know nothing of each other, Bouncy Castle and Tink, must read one form. */
class HpkeTest {
  private static final byte[] PLAIN = "a key of a text".getBytes(UTF_8);
  private static final byte[] PLACE = "text/baraza/1".getBytes(UTF_8);
  private final byte[] secret = X25519.generatePrivateKey();
  private final Hpke hpke = new Hpke(secret);

  @Test
  void tinkOpensWhatWasSealed() throws GeneralSecurityException {
    byte[] sealed = hpke.seal(PLAIN, PLACE);

    assertThat(tink().getPrimitive(RegistryConfiguration.get(), HybridDecrypt.class))
        .satisfies(theirs -> assertThat(theirs.decrypt(sealed, PLACE)).isEqualTo(PLAIN));
  }

  @Test
  void opensWhatTinkHasSealed() throws GeneralSecurityException {
    var theirs =
        tink()
            .getPublicKeysetHandle()
            .getPrimitive(RegistryConfiguration.get(), HybridEncrypt.class);

    assertThat(hpke.open(theirs.encrypt(PLAIN, PLACE), PLACE)).isEqualTo(PLAIN);
  }

  @Test
  void opensNothingAtAnotherPlace() {
    byte[] sealed = hpke.seal(PLAIN, PLACE);

    assertThatThrownBy(() -> hpke.open(sealed, "text/baraza/2".getBytes(UTF_8)))
        .isInstanceOf(GeneralSecurityException.class);
  }

  @Test
  void opensNothingThatWasChanged() {
    byte[] sealed = hpke.seal(PLAIN, PLACE);
    for (int i = 0; i < sealed.length; i++) {
      byte[] changed = sealed.clone();
      changed[i] ^= 1;
      assertThatThrownBy(() -> hpke.open(changed, PLACE))
          .as("byte %d", i)
          .isInstanceOf(GeneralSecurityException.class);
    }
  }

  @Test
  void opensNothingThatIsTooShort() {
    assertThatThrownBy(() -> hpke.open(new byte[31], PLACE))
        .isInstanceOf(GeneralSecurityException.class);
    assertThatThrownBy(() -> hpke.open(new byte[32], PLACE))
        .isInstanceOf(GeneralSecurityException.class);
  }

  @Test
  void sealsTheSameTwiceWithNothingInCommon() {
    byte[] first = hpke.seal(PLAIN, PLACE);
    byte[] second = hpke.seal(PLAIN, PLACE);

    assertThat(new String(first, 0, 8, StandardCharsets.ISO_8859_1))
        .isNotEqualTo(new String(second, 0, 8, StandardCharsets.ISO_8859_1));
  }

  private KeysetHandle tink() throws GeneralSecurityException {
    HybridConfig.register();
    var parameters =
        HpkeParameters.builder()
            .setKemId(HpkeParameters.KemId.DHKEM_X25519_HKDF_SHA256)
            .setKdfId(HpkeParameters.KdfId.HKDF_SHA256)
            .setAeadId(HpkeParameters.AeadId.AES_256_GCM)
            .setVariant(HpkeParameters.Variant.NO_PREFIX)
            .build();
    var open =
        HpkePublicKey.create(parameters, Bytes.copyFrom(X25519.publicFromPrivate(secret)), null);
    var key =
        HpkePrivateKey.create(open, SecretBytes.copyFrom(secret, InsecureSecretKeyAccess.get()));
    return KeysetHandle.newBuilder()
        .addEntry(KeysetHandle.importKey(key).withFixedId(1).makePrimary())
        .build();
  }
}
