package org.answerable.audit;

import java.io.IOException;
import java.io.InputStream;

/** Reads what somebody else decides the length of. */
final class Bounded {
  private Bounded() {}

  static byte[] read(InputStream in, String path, int bytesMax) throws Finding, IOException {
    byte[] bytes = in.readNBytes(bytesMax);
    if (in.read() >= 0) {
      throw new Finding(path + " has more than " + bytesMax + " bytes.");
    }
    return bytes;
  }
}
