package org.answerable.leader;

import java.text.Normalizer;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * Argon2id, a few at a time, so that a flood of guesses costs its senders time and not us our
 * memory. Devices that signed in before have places of their own: strangers can't take them.
 *
 * @see <a href="https://cheatsheetseries.owasp.org/cheatsheets/Password_Storage_Cheat_Sheet.html">
 *     OWASP's parameters</a>
 */
@Component
final class Passwords {
  private static final int SALT_BYTES = 16;
  private static final int HASH_BYTES = 32;
  private static final int PARALLELISM = 1;
  private static final int MEMORY_KIB = 19 * 1024;
  private static final int ITERATIONS = 2;

  private static final int PLACES_EACH = 2;
  private static final int WAIT_SECONDS = 3;

  private final Argon2PasswordEncoder argon2 =
      new Argon2PasswordEncoder(SALT_BYTES, HASH_BYTES, PARALLELISM, MEMORY_KIB, ITERATIONS);
  private final Semaphore strangers = new Semaphore(PLACES_EACH, true);
  private final Semaphore known = new Semaphore(PLACES_EACH, true);

  /** What is compared when there is no account: the same work as for one that is there. */
  private final String nobody = hashNow("nobody has this password");

  /** For somebody with an invitation. Null: all places are taken. */
  @Nullable String hash(String password) {
    return inTurn(known, () -> hashNow(password));
  }

  /** Null: all places are taken. */
  @Nullable Boolean matches(String password, @Nullable Credentials of, boolean knownDevice) {
    String hash = of == null ? nobody : of.hash();
    return inTurn(
        knownDevice ? known : strangers, () -> argon2.matches(form(password), hash) && of != null);
  }

  private String hashNow(String password) {
    String hash = argon2.encode(form(password));
    if (hash == null) {
      throw new IllegalStateException("Argon2 gave no hash");
    }
    return hash;
  }

  /** Keyboards differ in how they write the same letter. */
  private static String form(String password) {
    return Normalizer.normalize(password, Normalizer.Form.NFC);
  }

  private static <T> @Nullable T inTurn(Semaphore places, Supplier<T> work) {
    try {
      if (!places.tryAcquire(WAIT_SECONDS, TimeUnit.SECONDS)) {
        return null;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return null;
    }
    try {
      return work.get();
    } finally {
      places.release();
    }
  }
}
