package org.answerable.tlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VerifierKeyTest {
  /** Of Go's tests, of sum.golang.org, of the specification, and of a witness in operation. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        TestKeys.PETER,
        TestKeys.ENOCH,
        "sum.golang.org+033de0ae+Ac4zctda0e5eza+HJyk9SxEdh+s3Ux18htTTAD8OuAn8",
        "example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k",
        "TEST+7997405c+AQcC+FTVKf0jlTdHDY3rbevmnKxxPjigCXlVtGe6RIr6",
        "remora.n621.de+da77ade7+BOvN63jn/bLvkieywe8R6UYAtVtNbZpXh34x7onlmtw2"
      })
  void readsPublishedKeys(String vkey) throws MalformedException {
    VerifierKey key = VerifierKey.parse(vkey);
    assertThat(key).hasToString(vkey);
    assertThat(key.name()).isEqualTo(vkey.substring(0, vkey.indexOf('+')));
    assertThat("%08x".formatted(key.id())).isEqualTo(vkey.split("\\+")[1]);
  }

  @Test
  void knowsWhatAKeySigns() {
    assertThat(TestKeys.key(TestKeys.PETER).type()).isEqualTo(SignatureType.ED25519);
    assertThat(
            TestKeys.key("remora.n621.de+da77ade7+BOvN63jn/bLvkieywe8R6UYAtVtNbZpXh34x7onlmtw2")
                .type())
        .isEqualTo(SignatureType.COSIGNATURE);
  }

  @Test
  void isMadeOfAKeyPair() {
    assertThat(VerifierKey.of("PeterNeumann", SignatureType.ED25519, TestKeys.peter().getPublic()))
        .isEqualTo(TestKeys.key(TestKeys.PETER))
        .hasSameHashCodeAs(TestKeys.key(TestKeys.PETER))
        .isNotEqualTo(TestKeys.key(TestKeys.ENOCH))
        .isNotEqualTo(TestKeys.PETER);
    assertThat(TestKeys.key(TestKeys.PETER).hashCode())
        .isNotEqualTo(TestKeys.key(TestKeys.ENOCH).hashCode());
  }

  @Test
  void refusesEachPartOfAKey() {
    for (int from = 0; from <= TestKeys.PETER.length(); from++) {
      for (int to = from; to <= TestKeys.PETER.length(); to++) {
        if (to - from < TestKeys.PETER.length()) {
          assertRefused(TestKeys.PETER.substring(from, to));
        }
      }
    }
  }

  @Test
  void refusesAKeyWithAnySignChanged() {
    for (int i = 0; i < TestKeys.PETER.length(); i++) {
      for (char other :
          new char[] {'A', 'a', '+', ' ', '\n', '0', (char) (TestKeys.PETER.charAt(i) + 1)}) {
        StringBuilder changed = new StringBuilder(TestKeys.PETER);
        changed.setCharAt(i, other);
        if (!changed.toString().equals(TestKeys.PETER)) {
          assertRefused(changed.toString());
        }
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        // of another length, and of an unknown type, with the id that fits
        "PeterNeumann+cc469956+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TWBADKEY==",
        "PeterNeumann+173116ae+ZRpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
        "PeterNeumann+C74F20A3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
        "bananas.sigstore.dev+12344556",
        "rekor.sigstore.dev+12345678+THIS_IS_NOT_BASE64!",
        "rekor.sigstore.dev+12345678+AwEB"
      })
  void refusesKeysThatOthersRefuse(String vkey) {
    assertRefused(vkey);
  }

  private static void assertRefused(String vkey) {
    assertThatExceptionOfType(MalformedException.class)
        .as(vkey)
        .isThrownBy(() -> VerifierKey.parse(vkey));
  }

  /** What is no key can verify nothing, and is better refused at once. */
  @Test
  void refusesThirtyTwoBytesThatAreNoPointOfTheCurve() {
    byte[] bytes = new byte[32];
    bytes[0] = 2;
    assertThatExceptionOfType(MalformedException.class)
        .isThrownBy(() -> Ed25519.publicKey(bytes))
        .withMessage("a public key that is none of Ed25519");
  }

  @Test
  void isOfEd25519Only() throws GeneralSecurityException {
    var other = KeyPairGenerator.getInstance("X25519").generateKeyPair().getPublic();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> VerifierKey.of("name", SignatureType.ED25519, other));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "a b",
        "a+b",
        "a\u00a0b",
        "a\u2003b",
        "a\u3000",
        "a\n",
        "a\t",
        "a\u0085",
        "\ud800"
      })
  void hasANameWithoutSpacesAndPlusSigns(String name) {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> VerifierKey.of(name, SignatureType.ED25519, TestKeys.peter().getPublic()));
  }
}
