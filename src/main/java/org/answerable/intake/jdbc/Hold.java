package org.answerable.intake.jdbc;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.answerable.platform.keys.EpochKeys;

/**
 * The slot that an intake waits for: the one trace of when it came, sealed, gone at its release.
 */
final class Hold {
  private static final String PURPOSE = "hold";
  private final EpochKeys keys;

  Hold(EpochKeys keys) {
    this.keys = keys;
  }

  byte[] seal(String organisation, UUID feedback, long slot) {
    byte[] plain = ByteBuffer.allocate(Long.BYTES).putLong(slot).array();
    return keys.seal(organisation, PURPOSE, plain, place(organisation, feedback));
  }

  long open(String organisation, UUID feedback, byte[] hold) {
    byte[] plain = keys.open(organisation, PURPOSE, hold, place(organisation, feedback));
    return ByteBuffer.wrap(plain).getLong();
  }

  /** Under the living epoch. */
  byte[] again(String organisation, UUID feedback, byte[] hold) {
    return seal(organisation, feedback, open(organisation, feedback, hold));
  }

  private static byte[] place(String organisation, UUID feedback) {
    return (organisation + "/intake.given/" + feedback + "/hold").getBytes(StandardCharsets.UTF_8);
  }
}
