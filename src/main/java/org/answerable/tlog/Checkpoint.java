package org.answerable.tlog;

import java.util.ArrayList;
import java.util.List;

/**
 * What a log signs: how many entries it has, and the head of their tree.
 *
 * @param origin which log; not empty
 * @param size how many entries
 * @param head {@link MerkleTree#head}
 * @param extensions further lines, not empty ones; we write none
 * @see <a href="https://c2sp.org/tlog-checkpoint">C2SP tlog-checkpoint, "Note text"</a>
 */
public record Checkpoint(String origin, long size, Hash head, List<String> extensions) {
  public Checkpoint {
    extensions = List.copyOf(extensions);
    if (size < 0 || !isLine(origin) || !extensions.stream().allMatch(Checkpoint::isLine)) {
      throw new IllegalArgumentException(
          "a checkpoint of negative size, or with a line that is none");
    }
  }

  /** A checkpoint without extension lines. */
  public Checkpoint(String origin, long size, Hash head) {
    this(origin, size, head, List.of());
  }

  private static boolean isLine(String line) {
    return !line.isEmpty() && line.indexOf('\n') < 0 && Strict.isLines(line + "\n");
  }

  /** The checkpoint that a note's text is. Whether to believe it, the note's signatures say. */
  public static Checkpoint of(SignedNote note) throws MalformedException {
    return parse(note.text());
  }

  /** Reads a note's text. */
  static Checkpoint parse(String text) throws MalformedException {
    Lines lines = new Lines(text);
    String origin = filled(lines, "the origin");
    long size = Strict.decimal(lines.next("the tree size"), lines.here("the tree size"));
    Hash head = Hash.ofBase64(lines.next("the root hash"), lines.here("the root hash"));
    List<String> extensions = new ArrayList<>();
    while (!lines.atEnd()) {
      extensions.add(filled(lines, "an extension line"));
    }
    return new Checkpoint(origin, size, head, extensions);
  }

  private static String filled(Lines lines, String what) throws MalformedException {
    String line = lines.next(what);
    if (line.isEmpty()) {
      throw new MalformedException(lines.here(what + " is empty"));
    }
    return line;
  }

  /** The note's text: {@code origin, tree size, base64(root hash)}, a line each. */
  public String text() {
    StringBuilder text = new StringBuilder();
    text.append(origin).append('\n').append(size).append('\n').append(head.base64()).append('\n');
    extensions.forEach(line -> text.append(line).append('\n'));
    return text.toString();
  }

  /** The checkpoint, signed. */
  public SignedNote sign(NoteSigner signer) {
    return SignedNote.sign(text(), signer);
  }
}
