package org.answerable.platform;

import java.security.SecureRandom;
import java.util.Locale;
import java.util.UUID;

/** Ids from the JDK's cryptographic generator. */
public final class RandomIds implements Ids {
  /** Crockford's alphabet without vowels' look-alikes: nothing that reads as another sign. */
  private static final String SIGNS = "23456789BCDFGHJKMNPQRSTVWXYZ";

  private static final int SALT_BYTES = 32;
  private final SecureRandom random = new SecureRandom();

  @Override
  public UUID uuid() {
    return UUID.randomUUID();
  }

  @Override
  public String receipt() {
    return String.format(Locale.ROOT, "%08d", random.nextInt(100_000_000));
  }

  @Override
  public String fourDigits() {
    return String.format(Locale.ROOT, "%04d", random.nextInt(10_000));
  }

  @Override
  public String reference() {
    var signs = new StringBuilder(9);
    for (int i = 0; i < 8; i++) {
      signs.append(i == 4 ? "-" : "").append(SIGNS.charAt(random.nextInt(SIGNS.length())));
    }
    return signs.toString();
  }

  @Override
  public byte[] salt() {
    byte[] salt = new byte[SALT_BYTES];
    random.nextBytes(salt);
    return salt;
  }
}
