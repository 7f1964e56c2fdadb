package org.answerable.platform.keys;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Seals people's words. Each text has a key of its own, which is wrapped by HPKE for the epoch's
 * key pair: sealing needs its public half only, and to forget a text is to drop its key.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9180">RFC 9180, base mode</a>
 */
public final class Sealer {
  private static final SecureRandom RANDOM = new SecureRandom();
  private final EpochKeys keys;
  private final Map<EpochKey, Hpke> pairs = new ConcurrentHashMap<>();

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
      byte[] wrapped = pair(epoch).seal(key, place);
      return new Sealed(named(epoch.epoch(), wrapped), text);
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
    int epoch = ByteBuffer.wrap(sealed.key()).getInt();
    byte[] wrapped = Arrays.copyOfRange(sealed.key(), Integer.BYTES, sealed.key().length);
    try {
      byte[] key = pair(keys.of(organisation, epoch)).open(wrapped, place);
      return Padding.unpad(EpochKey.aeadOf(key).decrypt(sealed.text(), place));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("could not open a text of epoch " + epoch, e);
    }
  }

  public String openText(String organisation, UUID id, Sealed sealed) {
    return new String(open(organisation, id, sealed), StandardCharsets.UTF_8);
  }

  private Hpke pair(EpochKey epoch) {
    return pairs.computeIfAbsent(epoch, key -> new Hpke(key.derive("text key pair")));
  }

  private static byte[] place(String organisation, UUID id) {
    return ("text/" + organisation + "/" + id).getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] named(int epoch, byte[] wrapped) {
    return ByteBuffer.allocate(Integer.BYTES + wrapped.length).putInt(epoch).put(wrapped).array();
  }
}
