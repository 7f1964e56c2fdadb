package org.answerable.conversation;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
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
    return new String(bytes(), StandardCharsets.UTF_8);
  }

  LocalDate day() {
    try {
      return LocalDate.ofEpochDay(longNumber());
    } catch (DateTimeException e) {
      throw refused();
    }
  }

  Instant moment() {
    return Instant.ofEpochMilli(longNumber());
  }

  /** As many as their length says. */
  byte[] bytes() {
    int count = count();
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

  /** Writes what is read above, in the same order. */
  static final class Writer {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    Writer(int version) {
      bytes.write(version);
    }

    void number(int number) {
      bytes.writeBytes(ByteBuffer.allocate(Integer.BYTES).putInt(number).array());
    }

    void longNumber(long number) {
      bytes.writeBytes(ByteBuffer.allocate(Long.BYTES).putLong(number).array());
    }

    void flag(boolean flag) {
      bytes.write(flag ? 1 : 0);
    }

    void moment(Instant moment) {
      longNumber(moment.toEpochMilli());
    }

    void text(String text) {
      bytes(text.getBytes(StandardCharsets.UTF_8));
    }

    void bytes(byte[] some) {
      number(some.length);
      bytes.writeBytes(some);
    }

    byte[] all() {
      return bytes.toByteArray();
    }
  }
}
