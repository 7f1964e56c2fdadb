package org.answerable.platform.keys;

import java.util.Arrays;
import org.answerable.platform.Sha256;
import org.bouncycastle.crypto.params.AsymmetricKeyParameter;

/**
 * The public key of a person who alone can open what is sealed to it: the private half was never on
 * this server. Immutable.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9180">RFC 9180, DHKEM(P-256, HKDF-SHA256)</a>
 */
public final class PersonKey {
  private static final byte UNCOMPRESSED = 4;
  private static final int NAME_BITS = 100;
  private final byte[] bytes;
  private final AsymmetricKeyParameter point;

  private PersonKey(byte[] bytes, AsymmetricKeyParameter point) {
    this.bytes = bytes;
    this.point = point;
  }

  /**
   * Reads a point of P-256.
   *
   * @param bytes 65, uncompressed
   * @throws IllegalArgumentException when it is none
   */
  public static PersonKey of(byte[] bytes) {
    if (bytes.length != HpkeSuite.P256.encBytes() || bytes[0] != UNCOMPRESSED) {
      throw new IllegalArgumentException("%d bytes are no point".formatted(bytes.length));
    }
    return new PersonKey(bytes.clone(), HpkeSuite.P256.publicKey(bytes));
  }

  public byte[] bytes() {
    return bytes.clone();
  }

  /**
   * Its name: the first 100 bits of its SHA-256, in {@link Letters}, as {@code
   * K7QM-2XWD-0V5T-9BCE-HJ4R}. Short enough to be compared by voice, too long to be made twice.
   */
  public String name() {
    return Letters.grouped(Letters.of(Sha256.of(bytes), NAME_BITS));
  }

  /**
   * Pads and seals.
   *
   * @param place where it will stand: it opens nowhere else
   */
  public byte[] seal(byte[] plain, byte[] place) {
    return HpkeSuite.P256.seal(point, Padding.pad(plain), place, new byte[0]);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof PersonKey key && Arrays.equals(bytes, key.bytes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }

  @Override
  public String toString() {
    return "PersonKey[" + name() + "]";
  }
}
