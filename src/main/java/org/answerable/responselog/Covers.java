package org.answerable.responselog;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.answerable.platform.Sha256;

/**
 * Commitments to nothing, which enter the log among the others at each slot, so that their number
 * does not tell how many texts came. Whoever has a month's seed can tell them from the others, and
 * nobody else. A function of the seed: so that whoever accounts for them gets the same ones.
 *
 * @param seed 32 random bytes, the month's
 * @param pad how many a slot has, on the average
 */
public record Covers(String organisation, byte[] seed, int pad) {
  /** The most that an organisation may ask for. */
  public static final int PAD_MAX = 20;

  /** No slot has more than so many times the average; one in a billion would. */
  private static final int MOST = 20;

  private static final BigInteger WHOLE = BigInteger.ONE.shiftLeft(Long.SIZE);

  public Covers {
    if (pad < 0 || pad > PAD_MAX) {
      throw new IllegalArgumentException("a slot with " + pad + " covers on the average");
    }
  }

  /**
   * What the log says of a seed before it is used: {@code SHA-256("answerable cover seed v1" ‖
   * organisation ‖ month ‖ seed)}, each field behind its length; the month as {@code 2026-12}.
   */
  public byte[] announced(YearMonth month) {
    return Sha256.ofFields(
        "answerable cover seed v1", utf8(organisation), utf8(month.toString()), seed);
  }

  /**
   * How many a slot has: {@code floor(log(1 - u) / log(pad / (pad + 1)))}, which is geometric with
   * the mean {@code pad}; {@code u} are the first 8 bytes of {@code SHA-256("answerable cover count
   * v1" ‖ organisation ‖ seed ‖ slot)} as a fraction. In whole numbers, so that every computer gets
   * the same: it is the number of n from 1 for which {@code u >= 1 - (pad / (pad + 1))^n}.
   *
   * @param slot its number: the moment divided by the length of slots
   */
  public int count(long slot) {
    byte[] hash =
        Sha256.ofFields("answerable cover count v1", utf8(organisation), seed, bytes(slot));
    long u = ByteBuffer.wrap(hash).getLong();
    int count = 0;
    BigInteger below = BigInteger.ONE;
    BigInteger all = BigInteger.ONE;
    while (count < MOST * pad) {
      below = below.multiply(BigInteger.valueOf(pad));
      all = all.multiply(BigInteger.valueOf(pad + 1L));
      if (Long.compareUnsigned(u, threshold(below, all)) < 0) {
        break;
      }
      count++;
    }
    return count;
  }

  /** {@code ceil((1 - below / all) * 2^64)}, which is less than 2^64. */
  private static long threshold(BigInteger below, BigInteger all) {
    BigInteger whole = all.subtract(below).multiply(WHOLE);
    return whole.add(all).subtract(BigInteger.ONE).divide(all).longValue();
  }

  /**
   * Those of a slot: {@code SHA-256("answerable cover v1" ‖ organisation ‖ seed ‖ slot ‖ n)} for n
   * from 0, each field behind its length; the slot as 8 bytes and n as 4, big-endian.
   */
  public List<byte[]> of(long slot) {
    int count = count(slot);
    List<byte[]> covers = new ArrayList<>(count);
    for (int n = 0; n < count; n++) {
      byte[] number = ByteBuffer.allocate(Integer.BYTES).putInt(n).array();
      covers.add(
          Sha256.ofFields("answerable cover v1", utf8(organisation), seed, bytes(slot), number));
    }
    return covers;
  }

  private static byte[] bytes(long slot) {
    return ByteBuffer.allocate(Long.BYTES).putLong(slot).array();
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public String toString() {
    return "Covers[" + organisation + ", redacted]";
  }
}
