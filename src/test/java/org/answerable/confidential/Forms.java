package org.answerable.confidential;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/** A word in the forms in which it may lie about: plain, reversed, hex, UTF-16 and Base64. */
final class Forms {
  private static final int PIECE_BYTES = 1 << 20;
  private static final int OVERLAP_BYTES = 256;
  private final List<byte[]> forms = new ArrayList<>();

  Forms(String word) {
    byte[] plain = word.getBytes(StandardCharsets.UTF_8);
    forms.add(plain);
    forms.add(new StringBuilder(word).reverse().toString().getBytes(StandardCharsets.UTF_8));
    for (Charset charset : List.of(StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE)) {
      forms.add(word.getBytes(charset));
    }
    forms.add(HexFormat.of().formatHex(plain).getBytes(StandardCharsets.US_ASCII));
    forms.add(HexFormat.of().withUpperCase().formatHex(plain).getBytes(StandardCharsets.US_ASCII));
    for (int before = 0; before < 3; before++) {
      forms.add(base64(plain, before));
    }
  }

  /** Whether it is there in any form. */
  boolean in(byte[] bytes, int length) {
    return forms.stream().anyMatch(form -> contains(bytes, length, form));
  }

  boolean in(byte[] bytes) {
    return in(bytes, bytes.length);
  }

  /** The files below a folder that have it. */
  List<Path> below(Path folder) throws IOException {
    var found = new ArrayList<Path>();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        if (inFile(file)) {
          found.add(file);
        }
      }
    }
    return found;
  }

  boolean inFile(Path file) throws IOException {
    byte[] piece = new byte[PIECE_BYTES + OVERLAP_BYTES];
    int kept = 0;
    try (InputStream in = Files.newInputStream(file)) {
      for (int read; (read = in.readNBytes(piece, kept, PIECE_BYTES)) > 0; ) {
        int length = kept + read;
        if (in(piece, length)) {
          return true;
        }
        kept = Math.min(OVERLAP_BYTES, length);
        System.arraycopy(piece, length - kept, piece, 0, kept);
      }
    }
    return false;
  }

  /** What of it is the same whatever stands before and after. */
  private static byte[] base64(byte[] plain, int before) {
    byte[] shifted = new byte[before + plain.length];
    System.arraycopy(plain, 0, shifted, before, plain.length);
    String text = Base64.getEncoder().withoutPadding().encodeToString(shifted);
    int from = before == 0 ? 0 : before + 1;
    int whole = shifted.length / 3 * 4;
    return text.substring(from, whole).getBytes(StandardCharsets.US_ASCII);
  }

  private static boolean contains(byte[] bytes, int length, byte[] form) {
    outer:
    for (int i = 0; i <= length - form.length; i++) {
      for (int j = 0; j < form.length; j++) {
        if (bytes[i + j] != form[j]) {
          continue outer;
        }
      }
      return true;
    }
    return false;
  }
}
