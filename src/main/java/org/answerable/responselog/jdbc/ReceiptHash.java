package org.answerable.responselog.jdbc;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.answerable.platform.keys.RootKey;

/**
 * {@code HMAC-SHA256(K_receipt, organisation ‖ 0 ‖ digits)}: a plain hash of eight digits is
 * reversed in a second.
 */
final class ReceiptHash {
  private final SecretKeySpec key;

  ReceiptHash(RootKey root) {
    this.key = new SecretKeySpec(root.derive("receipt"), "HmacSHA256");
  }

  byte[] of(String organisation, String digits) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(key);
      return mac.doFinal((organisation + "\0" + digits).getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("HMAC-SHA256 of the JDK failed", e);
    }
  }
}
