package org.answerable.tlog;

import java.math.BigInteger;
import java.security.PublicKey;
import java.util.Arrays;

/**
 * A key of Ed25519 as people can read it to each other: the first 100 bits of {@code SHA-256(public
 * key)}, five a letter, in groups of four. Short enough to be compared by voice, too long for
 * anybody to make another key with the same letters.
 *
 * @param letters {@code K7QM-2XWD-0V5T-9BCE-HJ4R}
 * @see <a href="https://www.crockford.com/base32.html">Crockford's base 32</a>
 */
public record SpokenKey(String letters) {
  private static final String SIGNS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
  private static final int LETTERS = 20;
  private static final int GROUP = 4;
  private static final int BITS = 5;

  /** The letters of a key of Ed25519. */
  public static SpokenKey of(PublicKey key) {
    byte[] hash = Hash.sha256(Ed25519.bytes(key)).bytes();
    int bytes = (LETTERS * BITS + Byte.SIZE - 1) / Byte.SIZE;
    BigInteger first =
        new BigInteger(1, Arrays.copyOf(hash, bytes))
            .shiftRight(bytes * Byte.SIZE - LETTERS * BITS);
    var letters = new StringBuilder();
    for (int at = 0; at < LETTERS; at++) {
      letters.append(at > 0 && at % GROUP == 0 ? "-" : "");
      int from = (LETTERS - 1 - at) * BITS;
      letters.append(SIGNS.charAt(first.shiftRight(from).intValue() & (1 << BITS) - 1));
    }
    return new SpokenKey(letters.toString());
  }

  @Override
  public String toString() {
    return letters;
  }
}
