package org.answerable.tlog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class SpokenKeyTest {
  /** The first key of RFC 8032 §7.1; its letters computed with Python's hashlib. */
  @Test
  void isTwentyLettersOfTheHashOfTheKey() throws Exception {
    byte[] key =
        HexFormat.of().parseHex("d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a");
    SpokenKey spoken = SpokenKey.of(Ed25519.publicKey(key));
    assertThat(spoken).hasToString("47Z3-3QX1-AJH6-2RKB-Z1A0");
    VerifierKey named = VerifierKey.of("any-name", SignatureType.ED25519, Ed25519.publicKey(key));
    assertThat(named.spoken()).isEqualTo(spoken);
  }

  @Test
  void isAnotherOneForEachKey() {
    assertThat(SpokenKey.of(TestKeys.fresh().getPublic()))
        .isNotEqualTo(SpokenKey.of(TestKeys.fresh().getPublic()));
  }
}
