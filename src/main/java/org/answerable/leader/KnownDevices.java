package org.answerable.leader;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.answerable.platform.Ids;
import org.answerable.platform.keys.RootKey;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * A mark for browsers that signed in before, so that guesses from elsewhere, even from the same
 * address, do not slow their leader down. It opens nothing by itself.
 *
 * <p>{@code account ‖ device ‖ HMAC-SHA256(K, account ‖ device)}, in Base64 for URLs.
 */
@Component
final class KnownDevices {
  private static final int IDS_BYTES = 32;
  private static final int MAC_BYTES = 32;
  private static final Base64.Encoder TEXT = Base64.getUrlEncoder().withoutPadding();
  private final SecretKeySpec key;
  private final Ids ids;

  KnownDevices(RootKey root, Ids ids) {
    this.key = new SecretKeySpec(root.derive("leader: known devices"), "HmacSHA256");
    this.ids = ids;
  }

  String mark(UUID account) {
    UUID device = ids.uuid();
    byte[] said =
        ByteBuffer.allocate(IDS_BYTES)
            .putLong(account.getMostSignificantBits())
            .putLong(account.getLeastSignificantBits())
            .putLong(device.getMostSignificantBits())
            .putLong(device.getLeastSignificantBits())
            .array();
    return TEXT.encodeToString(
        ByteBuffer.allocate(IDS_BYTES + MAC_BYTES).put(said).put(mac(said)).array());
  }

  /** Whether we gave this mark to a browser of that account. */
  boolean known(@Nullable String mark, UUID account) {
    byte[] bytes = decode(mark);
    if (bytes.length != IDS_BYTES + MAC_BYTES) {
      return false;
    }
    var ofAccount = ByteBuffer.wrap(bytes);
    boolean same = new UUID(ofAccount.getLong(), ofAccount.getLong()).equals(account);
    byte[] said = Arrays.copyOf(bytes, IDS_BYTES);
    byte[] mac = Arrays.copyOfRange(bytes, IDS_BYTES, bytes.length);
    return MessageDigest.isEqual(mac, mac(said)) && same;
  }

  private static byte[] decode(@Nullable String mark) {
    try {
      return mark == null ? new byte[0] : Base64.getUrlDecoder().decode(mark);
    } catch (IllegalArgumentException e) {
      return new byte[0];
    }
  }

  private byte[] mac(byte[] said) {
    try {
      var mac = Mac.getInstance("HmacSHA256");
      mac.init(key);
      return mac.doFinal(said);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("HMAC-SHA256 of the JDK failed", e);
    }
  }
}
