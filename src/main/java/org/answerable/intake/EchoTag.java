package org.answerable.intake;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.answerable.platform.keys.DataKey;
import org.answerable.platform.keys.EchoKeys;

/** By which an entry knows who has said already that it happened to them too, and nobody else. */
public final class EchoTag {
  private EchoTag() {}

  /** {@code HMAC-SHA256(K_entry, "echo" ‖ constituent)}. */
  public static byte[] of(EchoKeys keys, String organisation, String reference, UUID who) {
    return of(keys.of(organisation, reference), who);
  }

  /** All that a constituent can have left; no key is made for it. */
  public static List<byte[]> all(EchoKeys keys, String organisation, UUID who) {
    return keys.all(organisation).stream().map(key -> of(key, who)).toList();
  }

  private static byte[] of(DataKey key, UUID who) {
    return key.mac(utf8("echo"), utf8(who.toString()));
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
