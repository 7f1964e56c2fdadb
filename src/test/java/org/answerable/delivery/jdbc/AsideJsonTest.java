package org.answerable.delivery.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;
import org.answerable.channel.Address;
import org.answerable.channel.IncomingMessage;
import org.answerable.channel.Manner;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A message that was set aside, and is tried again days later. */
class AsideJsonTest {
  private static final Instant WRITTEN = Instant.parse("2026-11-24T09:00:00Z");
  private static final Instant AGAIN = WRITTEN.plus(Duration.ofDays(2));

  /** A "1" would else replace a newer vote, or answer what was asked meanwhile. */
  @Test
  void whatWasWrittenThenIsNotWrittenNow() {
    assertThat(again(new Manner.Wrote())).isEqualTo(new Manner.Late(WRITTEN));
  }

  static Stream<Manner> others() {
    return Stream.of(
        new Manner.Answered(),
        new Manner.Pressed("q"),
        new Manner.Captioned(),
        new Manner.Wordless(),
        new Manner.Edited(true, "7"),
        new Manner.Late(WRITTEN.minusSeconds(9)),
        new Manner.Began(),
        new Manner.Left(),
        new Manner.Returned());
  }

  @ParameterizedTest
  @MethodSource("others")
  void allElseIsWhatItWas(Manner manner) {
    assertThat(again(manner)).isEqualTo(manner);
  }

  private static Manner again(Manner manner) {
    var message =
        new IncomingMessage(
            "hope", "m1", new Address("line", "+99955501234"), "1", manner, WRITTEN);
    return AsideJson.read(AsideJson.write(message), "hope", "line", AGAIN).manner();
  }
}
