package org.answerable.platform.keys;

import java.util.Arrays;

/** Hides how long a text is, but for the bucket that it falls into: 256 bytes and doublings. */
public final class Padding {
  private static final int SMALLEST_BUCKET_BYTES = 256;
  private static final byte MARK = (byte) 0x80;

  private Padding() {}

  /** The plain bytes, a byte of 0x80, then zeros up to the bucket (ISO/IEC 7816-4). */
  public static byte[] pad(byte[] plain) {
    int bucket = SMALLEST_BUCKET_BYTES;
    while (bucket < plain.length + 1) {
      bucket *= 2;
    }
    byte[] padded = Arrays.copyOf(plain, bucket);
    padded[plain.length] = MARK;
    return padded;
  }

  /** The same up to a bucket of so many bytes at least. */
  static byte[] pad(byte[] plain, int leastBytes) {
    byte[] padded = pad(plain);
    return padded.length < leastBytes ? Arrays.copyOf(padded, leastBytes) : padded;
  }

  /** What {@link #pad} was given. */
  public static byte[] unpad(byte[] padded) {
    int end = padded.length - 1;
    while (end >= 0 && padded[end] == 0) {
      end--;
    }
    if (end < 0 || padded[end] != MARK) {
      throw new IllegalStateException("padding of " + padded.length + " bytes has no mark");
    }
    return Arrays.copyOf(padded, end);
  }
}
