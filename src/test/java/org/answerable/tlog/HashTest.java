package org.answerable.tlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class HashTest {
  private static final Hash HASH = Hash.leaf(new byte[] {1, 2, 3});

  @Test
  void aLeafAndANodeOfTheSameBytesDiffer() {
    byte[] both = new byte[2 * Hash.BYTES];
    HASH.copyTo(both, 0);
    Hash.EMPTY.copyTo(both, Hash.BYTES);
    assertThat(Hash.leaf(both)).isEqualTo(NaiveTree.sha256(new byte[] {0}, both));
    assertThat(Hash.node(HASH, Hash.EMPTY)).isEqualTo(NaiveTree.sha256(new byte[] {1}, both));
  }

  @Test
  void isAValue() {
    assertThat(Hash.of(HASH.bytes())).isEqualTo(HASH).hasSameHashCodeAs(HASH);
    assertThat(HASH).isNotEqualTo(Hash.EMPTY).isNotEqualTo(null).isNotEqualTo("");
    assertThat(HASH.hashCode()).isNotEqualTo(Hash.EMPTY.hashCode());
    HASH.bytes()[0]++;
    byte[] given = HASH.bytes();
    Hash of = Hash.of(given);
    given[0]++;
    assertThat(of).isEqualTo(HASH);
    assertThat(Hash.EMPTY).hasToString(TreeVectors.EMPTY);
  }

  @Test
  void isReadFromTheOneFormThatItsBase64Has() throws MalformedException {
    assertThat(Hash.ofBase64(HASH.base64(), "it")).isEqualTo(HASH);
    for (String wrong :
        new String[] {
          "",
          "=",
          "AA==",
          HASH.base64() + "\n",
          HASH.base64().replace("=", ""),
          HASH.base64().substring(4),
          " " + HASH.base64(),
          HASH.base64() + HASH.base64()
        }) {
      assertThatExceptionOfType(MalformedException.class)
          .isThrownBy(() -> Hash.ofBase64(wrong, "it"))
          .withMessageStartingWith("it ");
    }
  }

  /** Of 32 bytes the last sign's two lowest bits are not used, and must be 0. */
  @Test
  void refusesBase64WithBitsThatAreNotUsed() {
    String zero = "A".repeat(43) + "=";
    assertThatExceptionOfType(MalformedException.class)
        .isThrownBy(() -> Hash.ofBase64(zero.replace("A=", "B="), "it"))
        .withMessage("it is not in the one form that base64 has for it");
  }

  @Test
  void hasThirtyTwoBytes() {
    assertThatIllegalArgumentException().isThrownBy(() -> Hash.of(new byte[31]));
    assertThatIllegalArgumentException().isThrownBy(() -> Hash.of(new byte[33]));
  }
}
