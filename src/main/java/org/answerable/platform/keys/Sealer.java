package org.answerable.platform.keys;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.UUID;

/**
 * Seals people's words. Each text has a key of its own, which is wrapped by HPKE for the epoch's
 * key pair: sealing needs its public half only, and to forget a text is to drop its key.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9180">RFC 9180, base mode</a>
 */
public final class Sealer {
  private static final SecureRandom RANDOM = new SecureRandom();
  private final EpochKeys keys;

  public Sealer(EpochKeys keys) {
    this.keys = keys;
  }

  /**
   * Seals a text of one organisation; it opens only under the same id.
   *
   * @param id the id of the row that will hold it
   */
  public Sealed seal(String organisation, UUID id, byte[] plain) {
    EpochKey epoch = keys.current(organisation);
    byte[] place = place(organisation, id);
    byte[] key = new byte[KeyFile.KEY_BYTES];
    RANDOM.nextBytes(key);
    try {
      byte[] text = EpochKey.aeadOf(key).encrypt(Padding.pad(plain), place);
      return new Sealed(wrapped(epoch, key, place), text);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("could not seal a text", e);
    }
  }

  public Sealed seal(String organisation, UUID id, String plain) {
    return seal(organisation, id, plain.getBytes(StandardCharsets.UTF_8));
  }

  /**
   * Opens what {@link #seal} gave.
   *
   * @throws IllegalStateException when its key is gone or it was moved to another place
   */
  public byte[] open(String organisation, UUID id, Sealed sealed) {
    byte[] place = place(organisation, id);
    try {
      byte[] key = key(organisation, place, sealed.key());
      return Padding.unpad(EpochKey.aeadOf(key).decrypt(sealed.text(), place));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("could not open a text", e);
    }
  }

  public String openText(String organisation, UUID id, Sealed sealed) {
    return new String(open(organisation, id, sealed), StandardCharsets.UTF_8);
  }

  /**
   * The key of a text, wrapped anew for the living epoch's pair.
   *
   * @throws IllegalStateException when it does not open
   */
  public byte[] wrapAgain(String organisation, UUID id, byte[] wrapped) {
    byte[] place = place(organisation, id);
    try {
      return wrapped(keys.current(organisation), key(organisation, place, wrapped), place);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("could not open the key of a text", e);
    }
  }

  /** {@code epoch ‖ HPKE(key)}. */
  private static byte[] wrapped(EpochKey epoch, byte[] key, byte[] place) {
    byte[] wrapped = epoch.texts().seal(key, place);
    return ByteBuffer.allocate(Integer.BYTES + wrapped.length)
        .putInt(epoch.epoch())
        .put(wrapped)
        .array();
  }

  private byte[] key(String organisation, byte[] place, byte[] wrapped)
      throws GeneralSecurityException {
    EpochKey epoch = keys.of(organisation, ByteBuffer.wrap(wrapped).getInt());
    byte[] bytes = Arrays.copyOfRange(wrapped, Integer.BYTES, wrapped.length);
    return epoch.texts().open(bytes, place);
  }

  private static byte[] place(String organisation, UUID id) {
    return ("text/" + organisation + "/" + id).getBytes(StandardCharsets.UTF_8);
  }
}
