package org.answerable.constituent;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.concurrent.Semaphore;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/**
 * What a PIN of four digits is checked against: {@code base64(salt ‖ Argon2id(PIN, salt))}, sealed
 * with the person's settings.
 *
 * <p>Ten thousand PINs are guessed whatever a hash costs, so three tries a day protect it, and the
 * seal. The hash is for whoever has the keys too: it makes the PIN, which people use elsewhere,
 * dearer to learn. It runs inside a webhook, so it is OWASP's smallest, some 20 ms and 7 MiB.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9106">RFC 9106</a>
 */
public final class PinVerifier {
  public static final int DIGITS = 4;
  private static final int SALT_BYTES = 12;
  private static final int HASH_BYTES = 24;
  private static final int MEMORY_KIB = 7 * 1024;
  private static final int ITERATIONS = 5;

  /** A flood of PINs waits here, rather than take the memory of what else people write. */
  private static final Semaphore AT_ONCE = new Semaphore(4);

  private PinVerifier() {}

  /**
   * The verifier of a PIN.
   *
   * @param random of which the first twelve bytes become the salt
   */
  public static String of(String pin, byte[] random) {
    byte[] both = Arrays.copyOf(random, SALT_BYTES + HASH_BYTES);
    System.arraycopy(hash(pin, both), 0, both, SALT_BYTES, HASH_BYTES);
    return Base64.getEncoder().encodeToString(both);
  }

  public static boolean matches(String pin, String verifier) {
    byte[] both = Base64.getDecoder().decode(verifier);
    byte[] hash = Arrays.copyOfRange(both, SALT_BYTES, both.length);
    return MessageDigest.isEqual(hash, hash(pin, both));
  }

  private static byte[] hash(String pin, byte[] saltFirst) {
    var argon2 = new Argon2BytesGenerator();
    argon2.init(
        new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
            .withSalt(Arrays.copyOf(saltFirst, SALT_BYTES))
            .withMemoryAsKB(MEMORY_KIB)
            .withIterations(ITERATIONS)
            .withParallelism(1)
            .build());
    byte[] hash = new byte[HASH_BYTES];
    AT_ONCE.acquireUninterruptibly();
    try {
      argon2.generateBytes(pin.getBytes(StandardCharsets.US_ASCII), hash);
    } finally {
      AT_ONCE.release();
    }
    return hash;
  }
}
