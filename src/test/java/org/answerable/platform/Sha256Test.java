package org.answerable.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class Sha256Test {
  private static final byte[] AB = "ab".getBytes(StandardCharsets.UTF_8);
  private static final byte[] C = "c".getBytes(StandardCharsets.UTF_8);

  /** FIPS 180-2, appendix B.1. */
  @Test
  void hashesWhatTheStandardDoes() {
    assertThat(HexFormat.of().formatHex(Sha256.of("abc")))
        .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    assertThat(Sha256.of(AB, C)).isEqualTo(Sha256.of("abc"));
  }

  @Test
  void fieldsStandBehindTheirLengths() {
    assertThat(Sha256.ofFields("t", AB, C)).isEqualTo(Sha256.of("\0\0\0\1t\0\0\0\2ab\0\0\0\1c"));
  }
}
