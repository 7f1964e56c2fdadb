package org.answerable.conversation;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;

/**
 * Reads what a codec wrote: a version of one byte, then its fields, big-endian. Bytes that end too
 * early, go on too long or are of another version are an {@link IllegalStateException}, which never
 * quotes them.
 */
final class KeptBytes {
  private final String what;
  private final int version;
  private final ByteBuffer bytes;

  /**
   * @param what is read, for the message
   */
  KeptBytes(String what, int version, byte[] bytes) {
    this.what = what;
    this.version = version;
    this.bytes = ByteBuffer.wrap(bytes);
    if (!this.bytes.hasRemaining() || this.bytes.get() != version) {
      throw refused();
    }
  }

  int number() {
    return left(Integer.BYTES).getInt();
  }

  long longNumber() {
    return left(Long.BYTES).getLong();
  }

  /** A number of things that follow, each of at least one byte. */
  int count() {
    int count = number();
    if (count < 0 || count > bytes.remaining()) {
      throw refused();
    }
    return count;
  }

  boolean flag() {
    return switch (left(1).get()) {
      case 0 -> false;
      case 1 -> true;
      default -> throw refused();
    };
  }

  /** UTF-8 behind its length. */
  String text() {
    return new String(bytes(count()), StandardCharsets.UTF_8);
  }

  LocalDate day() {
    try {
      return LocalDate.ofEpochDay(longNumber());
    } catch (DateTimeException e) {
      throw refused();
    }
  }

  byte[] bytes(int count) {
    byte[] taken = new byte[count];
    left(count).get(taken);
    return taken;
  }

  /** Nothing may follow. */
  void end() {
    if (bytes.hasRemaining()) {
      throw refused();
    }
  }

  private ByteBuffer left(int count) {
    if (bytes.remaining() < count) {
      throw refused();
    }
    return bytes;
  }

  private IllegalStateException refused() {
    return new IllegalStateException("these bytes are no " + what + " of version " + version);
  }
}
