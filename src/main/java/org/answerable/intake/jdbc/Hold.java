package org.answerable.intake.jdbc;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.UUID;
import org.answerable.platform.keys.EpochKey;
import org.answerable.platform.keys.EpochKeys;

/**
 * The slot that an intake waits for: the one trace of when it came, sealed, gone at its release.
 */
final class Hold {
  private final EpochKeys keys;

  Hold(EpochKeys keys) {
    this.keys = keys;
  }

  byte[] seal(String organisation, UUID feedback, long slot) {
    EpochKey epoch = keys.current(organisation);
    byte[] plain = ByteBuffer.allocate(Long.BYTES).putLong(slot).array();
    byte[] sealed = epoch.seal("hold", plain, place(organisation, feedback));
    return ByteBuffer.allocate(Integer.BYTES + sealed.length)
        .putInt(epoch.epoch())
        .put(sealed)
        .array();
  }

  long open(String organisation, UUID feedback, byte[] hold) {
    EpochKey epoch = keys.of(organisation, ByteBuffer.wrap(hold).getInt());
    byte[] sealed = Arrays.copyOfRange(hold, Integer.BYTES, hold.length);
    return ByteBuffer.wrap(epoch.open("hold", sealed, place(organisation, feedback))).getLong();
  }

  private static byte[] place(String organisation, UUID feedback) {
    return (organisation + "/intake.given/" + feedback + "/hold").getBytes(StandardCharsets.UTF_8);
  }
}
