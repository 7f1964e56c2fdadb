package org.answerable.intake;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.answerable.platform.keys.EchoKeys;

/** By which an entry knows who has said already that it happened to them too, and nobody else. */
public final class EchoTag {
  private EchoTag() {}

  /** {@code HMAC-SHA256(K_entry, "echo" ‖ constituent)}. */
  public static byte[] of(EchoKeys keys, String organisation, String reference, UUID who) {
    return keys.of(organisation, reference).mac(utf8("echo"), utf8(who.toString()));
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
