package org.answerable.platform.keys;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.KeyPair;
import java.security.Signature;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class LogKeysTest {
  private static final byte[] MESSAGE = {1, 2, 3};
  private final RootKey root = new RootKey(new byte[KeyFile.KEY_BYTES]);

  @Test
  void theSamePairComesAtEveryStart() {
    assertThat(open(LogKeys.of(root, "hope", 1))).isEqualTo(open(LogKeys.of(root, "hope", 1)));
  }

  @Test
  void everyOrganisationNumberAndRootKeyHasItsOwn() {
    byte[] other = new byte[KeyFile.KEY_BYTES];
    other[0] = 1;
    assertThat(
            Stream.of(
                    LogKeys.of(root, "hope", 1),
                    LogKeys.of(root, "hope", 2),
                    LogKeys.of(root, "faith", 1),
                    LogKeys.of(new RootKey(other), "hope", 1))
                .map(LogKeysTest::open))
        .doesNotHaveDuplicates();
  }

  @Test
  void whatThePrivateKeySignsThePublicOneVerifies() throws Exception {
    KeyPair pair = LogKeys.of(root, "hope", 1);
    Signature signer = Signature.getInstance("Ed25519");
    signer.initSign(pair.getPrivate());
    signer.update(MESSAGE);
    byte[] signed = signer.sign();
    for (KeyPair judge : List.of(pair, LogKeys.of(root, "hope", 2))) {
      signer.initVerify(judge.getPublic());
      signer.update(MESSAGE);
      assertThat(signer.verify(signed)).isEqualTo(judge == pair);
    }
  }

  private static String open(KeyPair pair) {
    return Arrays.toString(pair.getPublic().getEncoded());
  }
}
