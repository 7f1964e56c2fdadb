package org.answerable.tlog;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/**
 * A tree's head as people can read it to each other over the phone: five groups of four digits, the
 * same in every language. Two people who hear other digits for one size have been shown other logs.
 *
 * <p>{@code PBKDF2-HMAC-SHA-256(head in base64, "answerable spoken head v1", 200,000 rounds, 256
 * bits) mod 10^20}, the first byte the highest. That is 66 bits: enough that no change of a log
 * that was shown keeps its digits. Whoever writes the log can prepare two logs with the same digits
 * for one size by some 10^10 trials, and each of them costs a tenth of a second of a computer; to a
 * witness, who signs the whole head, they can't do it at all. Whoever shows the digits often keeps
 * them.
 *
 * @param digits {@code 4821 0937 5512 0046 7719}
 * @see <a href="https://www.rfc-editor.org/rfc/rfc8018">RFC 8018, PBKDF2</a>
 */
public record SpokenHead(String digits) {
  private static final String NAME = "PBKDF2WithHmacSHA256";
  private static final byte[] SALT =
      "answerable spoken head v1".getBytes(StandardCharsets.US_ASCII);
  private static final int ROUNDS = 200_000;
  private static final int DIGITS = 20;
  private static final int GROUP = 4;
  private static final BigInteger MODULUS = BigInteger.TEN.pow(DIGITS);

  /** The digits of a head. Slow on purpose. */
  public static SpokenHead of(Hash head) {
    String number = new BigInteger(1, slow(head)).mod(MODULUS).toString();
    String digits = "0".repeat(DIGITS - number.length()) + number;
    return new SpokenHead(digits.replaceAll("(.{" + GROUP + "})(?=.)", "$1 "));
  }

  private static byte[] slow(Hash head) {
    var spec = new PBEKeySpec(head.base64().toCharArray(), SALT, ROUNDS, Hash.BYTES * Byte.SIZE);
    try {
      return SecretKeyFactory.getInstance(NAME).generateSecret(spec).getEncoded();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(NAME + " of the JDK is missing", e);
    }
  }

  @Override
  public String toString() {
    return digits;
  }
}
