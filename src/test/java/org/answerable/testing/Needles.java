package org.answerable.testing;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.BitSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Texts and numbers, in each form in which they may lie in some bytes, whoever wrote them there;
 * upper and lower case are the same. One pass finds them all.
 */
public final class Needles {
  /** Shorter ones stand in random bytes, too. */
  private static final int TELLING_BYTES = 6;

  private static final int START_BYTES = 3;
  private static final int START_MASK = (1 << (START_BYTES * Byte.SIZE)) - 1;

  /** Upper case as lower case. */
  private static final byte[] FOLDED = new byte[1 << Byte.SIZE];

  static {
    for (int i = 0; i < FOLDED.length; i++) {
      FOLDED[i] = (byte) (i >= 'A' && i <= 'Z' ? i + ('a' - 'A') : i);
    }
  }

  private static final int COUNTRY_DIGITS = 3;
  private final Map<String, byte[]> forms = new TreeMap<>();
  private final BitSet starts = new BitSet(1 << (START_BYTES * Byte.SIZE));

  /** Words, names, receipts. */
  public Needles text(String text) {
    add(text + " plain", utf8(text));
    add(text + " reversed", utf8(new StringBuilder(text).reverse().toString()));
    for (Charset charset : List.of(StandardCharsets.UTF_16BE, StandardCharsets.UTF_16LE)) {
      add(text + " " + charset, text.getBytes(charset));
      add(text + " hex of " + charset, utf8(HexFormat.of().formatHex(text.getBytes(charset))));
    }
    add(text + " hex", utf8(HexFormat.of().formatHex(utf8(text))));
    for (int before = 0; before < 3; before++) {
      base64(text, before);
    }
    return this;
  }

  /** A phone's number in E.164, or a chat's id: as a text, and as what computers count with. */
  public Needles number(String e164) {
    String digits = e164.replace("+", "");
    text(digits);
    text(digits.substring(COUNTRY_DIGITS));
    long number = Long.parseLong(digits);
    byte[] big = ByteBuffer.allocate(Long.BYTES).putLong(number).array();
    int zeros = Long.numberOfLeadingZeros(number) / Byte.SIZE;
    int from = Math.max(0, Math.min(zeros - 1, Long.BYTES - TELLING_BYTES));
    byte[] telling = Arrays.copyOfRange(big, from, Long.BYTES);
    add(digits + " big-endian", telling);
    add(digits + " little-endian", reversed(telling));
    add(digits + " numeric", numeric(number));
    return this;
  }

  /** PostgreSQL's numeric: groups of four digits, two bytes each. */
  private static byte[] numeric(long number) {
    var groups = new ArrayList<Short>();
    for (long rest = number; rest > 0; rest /= 10_000) {
      groups.addFirst((short) (rest % 10_000));
    }
    var bytes = ByteBuffer.allocate(groups.size() * Short.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    groups.forEach(bytes::putShort);
    return bytes.array();
  }

  /** Base64 depends on what stands before and behind: of each alignment, what does not. */
  private void base64(String text, int before) {
    byte[] bytes = utf8(" ".repeat(before) + text);
    String whole = Base64.getEncoder().encodeToString(bytes);
    String certain = whole.substring(before == 0 ? 0 : 4, bytes.length / 3 * 4);
    add(text + " base64 at " + before, utf8(certain));
  }

  private void add(String name, byte[] form) {
    if (form.length < TELLING_BYTES) {
      return;
    }
    byte[] folded = folded(form);
    forms.put(name, folded);
    starts.set((folded[0] & 0xff) << 16 | (folded[1] & 0xff) << 8 | folded[2] & 0xff);
  }

  /** Those of another search, too. */
  public Needles and(Needles other) {
    other.forms.forEach(this::add);
    return this;
  }

  /** Each form by its name, as it would lie there. */
  public Map<String, byte[]> forms() {
    return forms;
  }

  /** The names of the forms that are in it. */
  public List<String> in(String text) {
    return in(utf8(text));
  }

  public List<String> in(byte[] bytes) {
    var found = new ArrayList<String>();
    int start = 0;
    for (int at = 0; at < bytes.length; at++) {
      start = (start << 8 | FOLDED[bytes[at] & 0xff] & 0xff) & START_MASK;
      if (at >= START_BYTES - 1 && starts.get(start)) {
        findAt(bytes, at - START_BYTES + 1, found);
      }
    }
    return found;
  }

  private void findAt(byte[] bytes, int at, List<String> found) {
    forms.forEach(
        (name, form) -> {
          if (isAt(form, bytes, at) && !found.contains(name)) {
            found.add(name);
          }
        });
  }

  /** The files below a folder, but for one in it, with the forms that are in them. */
  public List<String> below(Path folder, Path except) throws IOException {
    var found = new ArrayList<String>();
    List<Path> files;
    try (Stream<Path> all = Files.walk(folder)) {
      files = all.filter(Files::isRegularFile).filter(file -> !file.startsWith(except)).toList();
    }
    for (Path file : files) {
      try {
        in(Files.readAllBytes(file)).forEach(form -> found.add(form + " in " + file));
      } catch (NoSuchFileException gone) {
        // a server that runs removes files
      }
    }
    return found;
  }

  private static boolean isAt(byte[] form, byte[] all, int at) {
    if (at + form.length > all.length) {
      return false;
    }
    for (int i = 0; i < form.length; i++) {
      if (form[i] != FOLDED[all[at + i] & 0xff]) {
        return false;
      }
    }
    return true;
  }

  private static byte[] folded(byte[] bytes) {
    byte[] folded = bytes.clone();
    for (int i = 0; i < folded.length; i++) {
      folded[i] = FOLDED[folded[i] & 0xff];
    }
    return folded;
  }

  private static byte[] reversed(byte[] bytes) {
    byte[] reversed = new byte[bytes.length];
    for (int i = 0; i < bytes.length; i++) {
      reversed[i] = bytes[bytes.length - 1 - i];
    }
    return reversed;
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
