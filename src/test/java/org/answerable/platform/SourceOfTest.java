package org.answerable.platform;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SourceOfTest {
  @Test
  void oneHouseholdIsOneSourceHoweverItsAddressIsWritten() {
    String written = SourceOf.address("2600:3c00:0:0:f03c:91ff:fe00:1");
    assertThat(SourceOf.address("2600:3c00::f03c:91ff:fe00:1")).isEqualTo(written);
    assertThat(SourceOf.address("2600:3c00::1")).isEqualTo(written);
    assertThat(SourceOf.address("2600:3c00:0:1::1")).isNotEqualTo(written);
  }

  @Test
  void anIpv4AddressIsASourceItself() {
    assertThat(SourceOf.address("192.0.2.7")).isEqualTo("192.0.2.7");
    assertThat(SourceOf.address("::ffff:192.0.2.7"))
        .isNotEqualTo(SourceOf.address("::ffff:192.0.2.8"));
  }

  @Test
  void whatIsNoAddressIsItsOwnSource() {
    assertThat(SourceOf.address("odd:thing")).isEqualTo("odd:thing");
  }
}
