package org.answerable.platform.keys;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.SecureRandom;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javax.crypto.Cipher;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.PBEKeySpec;
import javax.crypto.spec.SecretKeySpec;
import org.answerable.platform.Sha256;
import org.bouncycastle.crypto.AsymmetricCipherKeyPair;

/**
 * The private half of a {@link PersonKey}, for the command line of the person whose it is. The
 * server never has one. Its text form redacts.
 *
 * <p>The browser's {@code focal-key.js} writes and reads the same forms.
 */
public final class PersonSecret {
  /** Of PBKDF2-HMAC-SHA-256: what OWASP asks for, and a cheap phone does in seconds. */
  static final int ROUNDS = 600_000;

  private static final String STATEMENT = "answerable statement v1";
  private static final int SECRET_BYTES = 32;
  private static final int SALT_BYTES = 16;
  private static final int IV_BYTES = 12;
  private static final int TAG_BITS = 128;
  private static final int SHEET_ROWS = 4;
  private static final int ROW_BYTES = SECRET_BYTES / SHEET_ROWS;
  private static final int CHECK_BYTES = 2;
  private static final byte[] SHEET = "answerable recovery v1".getBytes(StandardCharsets.US_ASCII);
  private static final SecureRandom RANDOM = new SecureRandom();
  private final byte[] secret;
  private final PersonKey open;

  private PersonSecret(byte[] secret, PersonKey open) {
    this.secret = secret;
    this.open = open;
  }

  public static PersonSecret random() {
    AsymmetricCipherKeyPair pair = HpkeSuite.P256.newPair();
    return new PersonSecret(
        HpkeSuite.P256.bytes(pair.getPrivate()),
        PersonKey.of(HpkeSuite.P256.bytes(pair.getPublic())));
  }

  public PersonKey publicKey() {
    return open;
  }

  /**
   * Opens what was sealed to this person at this place.
   *
   * @throws GeneralSecurityException when it was not
   */
  public byte[] open(byte[] sealed, byte[] place) throws GeneralSecurityException {
    var pair = HpkeSuite.P256.pair(secret, open.bytes());
    byte[] padded = HpkeSuite.P256.open(pair, sealed, place, new byte[0]);
    try {
      return Padding.unpad(padded);
    } catch (IllegalStateException e) {
      throw new GeneralSecurityException("sealed by somebody else's program", e);
    }
  }

  /**
   * What this person signs statements with: {@code seed = HKDF(secret, "answerable statement v1")},
   * the private key of RFC 8032. Who has the recovery sheet has it too.
   */
  public KeyPair statementKeys() {
    return Ed25519Pair.of(Derivation.derive(secret, STATEMENT));
  }

  /** {@code rounds ‖ salt ‖ iv ‖ AES-256-GCM(secret)}, bound to the public key. */
  public byte[] wrap(String passphrase) {
    byte[] salt = new byte[SALT_BYTES];
    byte[] iv = new byte[IV_BYTES];
    RANDOM.nextBytes(salt);
    RANDOM.nextBytes(iv);
    try {
      byte[] sealed =
          cipher(Cipher.ENCRYPT_MODE, passphrase, ROUNDS, salt, iv, open).doFinal(secret);
      return ByteBuffer.allocate(Integer.BYTES + SALT_BYTES + IV_BYTES + sealed.length)
          .putInt(ROUNDS)
          .put(salt)
          .put(iv)
          .put(sealed)
          .array();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("could not wrap", e);
    }
  }

  /**
   * What {@link #wrap} gave.
   *
   * @throws GeneralSecurityException when the passphrase is another one
   */
  public static PersonSecret unwrap(byte[] wrapped, PersonKey open, String passphrase)
      throws GeneralSecurityException {
    var bytes = ByteBuffer.wrap(wrapped);
    int rounds = bytes.getInt();
    byte[] salt = new byte[SALT_BYTES];
    byte[] iv = new byte[IV_BYTES];
    bytes.get(salt).get(iv);
    byte[] sealed = new byte[bytes.remaining()];
    bytes.get(sealed);
    return new PersonSecret(
        cipher(Cipher.DECRYPT_MODE, passphrase, rounds, salt, iv, open).doFinal(sealed), open);
  }

  /** Four rows for the recovery sheet; the end of each is its checksum. */
  public List<String> sheet() {
    var rows = new ArrayList<String>();
    for (int row = 0; row < SHEET_ROWS; row++) {
      byte[] part = Arrays.copyOfRange(secret, row * ROW_BYTES, (row + 1) * ROW_BYTES);
      byte[] whole = Arrays.copyOf(part, ROW_BYTES + CHECK_BYTES);
      System.arraycopy(check(row, part), 0, whole, ROW_BYTES, CHECK_BYTES);
      rows.add(Letters.grouped(Letters.of(whole, whole.length * Byte.SIZE)));
    }
    return rows;
  }

  /**
   * From the rows of a recovery sheet.
   *
   * @throws IllegalArgumentException names the row that was not copied as it stands
   */
  public static PersonSecret ofSheet(List<String> rows) {
    byte[] secret = new byte[SECRET_BYTES];
    for (int row = 0; row < SHEET_ROWS; row++) {
      byte[] part = part(row, row < rows.size() ? rows.get(row) : "");
      System.arraycopy(part, 0, secret, row * ROW_BYTES, ROW_BYTES);
    }
    return new PersonSecret(secret, PersonKey.of(HpkeSuite.publicOf(secret)));
  }

  private static byte[] part(int row, String written) {
    byte[] whole = letters(written);
    byte[] part = Arrays.copyOf(whole, ROW_BYTES);
    boolean right =
        whole.length == ROW_BYTES + CHECK_BYTES
            && Arrays.equals(check(row, part), Arrays.copyOfRange(whole, ROW_BYTES, whole.length));
    if (!right) {
      throw new IllegalArgumentException(
          "row %d is not as it stands on the sheet: compare it sign by sign".formatted(row + 1));
    }
    return part;
  }

  private static byte[] letters(String written) {
    try {
      return Letters.bytes(written);
    } catch (IllegalArgumentException e) {
      return new byte[0];
    }
  }

  private static byte[] check(int row, byte[] part) {
    byte[] hash = Sha256.of(SHEET, new byte[] {(byte) (row + 1)}, part);
    return Arrays.copyOf(hash, CHECK_BYTES);
  }

  private static Cipher cipher(
      int mode, String passphrase, int rounds, byte[] salt, byte[] iv, PersonKey bound)
      throws GeneralSecurityException {
    var spec = new PBEKeySpec(tidy(passphrase).toCharArray(), salt, rounds, 256);
    byte[] key =
        SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256").generateSecret(spec).getEncoded();
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(TAG_BITS, iv));
    cipher.updateAAD(bound.bytes());
    return cipher;
  }

  /** Keyboards differ in how they write the same letter, and nobody sees how many spaces. */
  private static String tidy(String passphrase) {
    return Normalizer.normalize(passphrase, Normalizer.Form.NFKC).strip().replaceAll("\\s+", " ");
  }

  @Override
  public String toString() {
    return "PersonSecret[redacted]";
  }
}
