package org.answerable.platform.keys;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.subtle.AesGcmJce;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * The keys of one organisation's epoch: all derive from one random secret, so that destroying it
 * destroys them all. Safe for use by many threads.
 */
public final class EpochKey {
  private final int epoch;
  private final byte[] secret;
  private final Map<String, Aead> aeads = new ConcurrentHashMap<>();
  private final Map<String, SecretKeySpec> macs = new ConcurrentHashMap<>();
  private volatile @Nullable Hpke texts;

  EpochKey(int epoch, byte[] secret) {
    this.epoch = epoch;
    this.secret = secret.clone();
  }

  /** The number of the epoch, from 1. */
  public int epoch() {
    return epoch;
  }

  /**
   * {@code HMAC-SHA256(HKDF(secret, purpose), fields)}, each field behind its length of 4 bytes.
   *
   * @return 32 bytes
   */
  public byte[] mac(String purpose, byte[]... fields) {
    var key = macs.computeIfAbsent(purpose, p -> new SecretKeySpec(derive(p), "HmacSHA256"));
    return mac(key, fields);
  }

  /** AES-256-GCM under {@code HKDF(secret, purpose)}. */
  public byte[] seal(String purpose, byte[] plain, byte[] associatedData) {
    try {
      return aead(purpose).encrypt(plain, associatedData);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("could not seal for " + purpose, e);
    }
  }

  /**
   * Opens what {@link #seal} gave.
   *
   * @throws IllegalStateException when it is not under this key or was moved to another place
   */
  public byte[] open(String purpose, byte[] sealed, byte[] associatedData) {
    try {
      return aead(purpose).decrypt(sealed, associatedData);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("could not open what was sealed for " + purpose, e);
    }
  }

  /** The pair that keys of texts are wrapped for. */
  Hpke texts() {
    Hpke known = texts;
    if (known == null) {
      known = new Hpke(derive("text key pair"));
      texts = known;
    }
    return known;
  }

  byte[] derive(String purpose) {
    return Derivation.derive(secret, purpose);
  }

  static byte[] mac(SecretKeySpec key, byte[]... fields) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(key);
      for (byte[] field : fields) {
        mac.update(ByteBuffer.allocate(Integer.BYTES).putInt(field.length).flip());
        mac.update(field);
      }
      return mac.doFinal();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("HMAC-SHA256 of the JDK failed", e);
    }
  }

  private Aead aead(String purpose) {
    return aeads.computeIfAbsent(purpose, p -> aeadOf(derive(p)));
  }

  static Aead aeadOf(byte[] key) {
    try {
      return new AesGcmJce(key);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("AES-256-GCM of the JDK failed", e);
    }
  }

  @Override
  public String toString() {
    return "EpochKey[" + epoch + "]";
  }
}
