package org.answerable.platform.keys;

import com.google.crypto.tink.Aead;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import javax.crypto.spec.SecretKeySpec;

/** A key of one row's or one poll's own, that dies with it. Its text form redacts. */
public final class DataKey {
  private static final SecureRandom RANDOM = new SecureRandom();
  private final byte[] secret;
  private final Aead aead;

  private DataKey(byte[] secret) {
    this.secret = secret;
    this.aead = EpochKey.aeadOf(secret);
  }

  public static DataKey random() {
    byte[] secret = new byte[KeyFile.KEY_BYTES];
    RANDOM.nextBytes(secret);
    return new DataKey(secret);
  }

  static DataKey of(byte[] secret) {
    return new DataKey(secret);
  }

  /** Opens what {@link #wrap} gave, at the same place. */
  public static DataKey unwrap(EpochKey epoch, byte[] wrapped, String place) {
    return new DataKey(epoch.open("data key", wrapped, utf8(place)));
  }

  /**
   * Seals the key itself under the epoch's.
   *
   * @param place organisation, table and row, so that it opens nowhere else
   */
  public byte[] wrap(EpochKey epoch, String place) {
    return epoch.seal("data key", secret, utf8(place));
  }

  /** Pads and seals a value of the row. */
  public byte[] seal(byte[] plain, String place) {
    return seal(plain, place, 0);
  }

  /** The same, padded to so many bytes at least. */
  public byte[] seal(byte[] plain, String place, int leastBytes) {
    try {
      return aead.encrypt(Padding.pad(plain, leastBytes), utf8(place));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("could not seal at " + place, e);
    }
  }

  /** Opens what {@link #seal} gave, at the same place. */
  public byte[] open(byte[] sealed, String place) {
    try {
      return Padding.unpad(aead.decrypt(sealed, utf8(place)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("could not open at " + place, e);
    }
  }

  /** {@code HMAC-SHA256(key, fields)}, each field behind its length of 4 bytes. */
  public byte[] mac(byte[]... fields) {
    return EpochKey.mac(new SecretKeySpec(secret, "HmacSHA256"), fields);
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public String toString() {
    return "DataKey[redacted]";
  }
}
