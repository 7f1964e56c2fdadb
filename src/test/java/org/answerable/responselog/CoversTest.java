package org.answerable.responselog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CoversTest {
  private static final int SLOTS = 100_000;
  private static final byte[] SEED = new byte[32];
  private static final HexFormat HEX = HexFormat.of();
  private final Covers covers = new Covers("baraza", SEED, 6);

  @ParameterizedTest
  @ValueSource(ints = {1, 6, 20})
  void aSlotHasAsManyAsItShouldOnTheAverage(int pad) {
    Covers some = new Covers("baraza", SEED, pad);
    var counts = LongStream.range(0, SLOTS).mapToInt(some::count).summaryStatistics();
    assertThat(counts.getAverage()).isCloseTo(pad, within(pad / 60.0));
    assertThat(counts.getMin()).isZero();
    assertThat(counts.getMax()).isLessThanOrEqualTo(20 * pad);
  }

  /** With mean m, k or more come with the chance (m / (m + 1))^k. */
  @Test
  void theirNumberIsGeometric() {
    for (int least : new int[] {1, 5, 10, 20}) {
      long found = LongStream.range(0, SLOTS).filter(slot -> covers.count(slot) >= least).count();
      assertThat((double) found / SLOTS).isCloseTo(Math.pow(6 / 7.0, least), within(0.006));
    }
  }

  @Test
  void withoutAPadThereAreNone() {
    assertThat(new Covers("baraza", SEED, 0).of(1)).isEmpty();
    assertThatThrownBy(() -> new Covers("baraza", SEED, 21))
        .isInstanceOf(IllegalArgumentException.class);
  }

  /** The definition, in decimals of 60 digits instead of whole numbers. */
  @Test
  void theNumberIsTheOneOfItsDefinition() throws Exception {
    var context = new MathContext(60);
    BigDecimal q = new BigDecimal(6).divide(new BigDecimal(7), context);
    for (long slot = 0; slot < 2_000; slot++) {
      byte[] hash = hash("answerable cover count v1", text("baraza"), SEED, number(slot));
      var first = new BigInteger(1, Arrays.copyOf(hash, 8));
      BigDecimal rest =
          BigDecimal.ONE.subtract(
              new BigDecimal(first).divide(new BigDecimal(BigInteger.ONE.shiftLeft(64)), context));
      int count = 0;
      for (BigDecimal left = q; rest.compareTo(left) <= 0; left = left.multiply(q, context)) {
        count++;
      }
      assertThat(covers.count(slot)).as("slot %d", slot).isEqualTo(count);
    }
  }

  @Test
  void eachIsTheHashOfItsDefinition() throws Exception {
    long slot =
        LongStream.range(0, SLOTS).filter(one -> covers.count(one) > 2).findFirst().orElseThrow();
    byte[] third =
        hash("answerable cover v1", text("baraza"), SEED, number(slot), new byte[] {0, 0, 0, 2});
    assertThat(covers.of(slot)).hasSize(covers.count(slot));
    assertThat(covers.of(slot).get(2)).isEqualTo(third);
    assertThat(covers.announced(YearMonth.of(2026, 12)))
        .isEqualTo(hash("answerable cover seed v1", text("baraza"), text("2026-12"), SEED));
  }

  @Test
  void noTwoAreTheSame() {
    byte[] other = SEED.clone();
    other[31] = 1;
    List<Covers> all = List.of(covers, new Covers("hope", SEED, 6), new Covers("baraza", other, 6));
    assertThat(
            all.stream()
                .flatMap(
                    one -> LongStream.range(0, 300).boxed().flatMap(slot -> one.of(slot).stream()))
                .map(HEX::formatHex))
        .hasSizeGreaterThan(4_000)
        .doesNotHaveDuplicates();
  }

  @Test
  void theSeedIsNotShown() {
    assertThat(covers.toString()).isEqualTo("Covers[baraza, redacted]");
  }

  private static byte[] hash(String tag, byte[]... fields) throws Exception {
    MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
    byte[] first = text(tag);
    sha256.update(ByteBuffer.allocate(4).putInt(first.length).array());
    sha256.update(first);
    for (byte[] field : fields) {
      sha256.update(ByteBuffer.allocate(4).putInt(field.length).array());
      sha256.update(field);
    }
    return sha256.digest();
  }

  private static byte[] text(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] number(long slot) {
    return ByteBuffer.allocate(8).putLong(slot).array();
  }
}
