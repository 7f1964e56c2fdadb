package org.answerable.tlog;

import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * A file that proves offline that an entry is in a log.
 *
 * @param extra base64 of what else whoever made it wanted to say, which nobody signed; empty:
 *     nothing
 * @param index of the entry
 * @param path of its inclusion proof
 * @param checkpoint of the tree that the proof is about, with its index in it
 * @see <a href="https://c2sp.org/tlog-proof">C2SP tlog-proof, "Format"</a>
 */
public record TlogProof(String extra, long index, List<Hash> path, SignedNote checkpoint) {
  /** The ending of a file's name. */
  public static final String FILE_ENDING = ".tlog-proof";

  private static final String HEADER = "c2sp.org/tlog-proof@v1";
  private static final String EXTRA = "extra";
  private static final String INDEX = "index";

  /** Of all of a proof: a note, its path, and as much again. */
  private static final int BYTES_MAX = 2 * SignedNote.BYTES_MAX;

  public TlogProof {
    if (index < 0 || path.size() > MerkleTree.PATH_MAX) {
      throw new IllegalArgumentException("a proof for " + index + " of " + path.size() + " hashes");
    }
    path = List.copyOf(path);
  }

  /**
   * Of an entry, in the tree that a checkpoint is about.
   *
   * @param checkpoint of that tree
   */
  public static TlogProof of(InclusionProof proof, SignedNote checkpoint) {
    return new TlogProof("", proof.index(), proof.path(), checkpoint);
  }

  /** Reads a file, and believes nothing of it. */
  public static TlogProof parse(byte[] bytes) throws MalformedException {
    Lines lines = new Lines(Strict.lines(bytes, BYTES_MAX, "a proof"));
    if (!lines.next("its first line").equals(HEADER)) {
      throw new MalformedException(lines.here("this is not " + HEADER));
    }
    String extra = "";
    if (lines.nextStartsWith(EXTRA + " ")) {
      extra = lines.after(EXTRA);
      if (Strict.base64(extra, lines.here("the extra data")).length == 0) {
        throw new MalformedException(lines.here("no extra data, and yet a line for it"));
      }
    }
    long index = Strict.decimal(lines.after(INDEX), lines.here("the index"));
    List<Hash> path = lines.hashes(MerkleTree.PATH_MAX);
    SignedNote note = SignedNote.parse(lines.rest());
    if (index >= Checkpoint.of(note).size()) {
      throw new MalformedException("the index is not in the checkpoint's tree");
    }
    return new TlogProof(extra, index, path, note);
  }

  /** Its bytes; of what {@link #parse} read, the very same ones. */
  public byte[] bytes() {
    StringBuilder proof = new StringBuilder(HEADER).append('\n');
    if (!extra.isEmpty()) {
      proof.append(EXTRA).append(' ').append(extra).append('\n');
    }
    proof.append(INDEX).append(' ').append(index).append('\n');
    path.forEach(hash -> proof.append(hash.base64()).append('\n'));
    proof.append('\n').append(checkpoint.written());
    return proof.toString().getBytes(StandardCharsets.UTF_8);
  }

  /**
   * Whether the log of that key has signed a tree in which the entry stands at the index. Who else
   * has signed it, {@link #checkpoint} can be asked.
   *
   * @param leaf {@link Hash#leaf} of the entry
   * @param log its name is the log's origin
   */
  public boolean verifies(Hash leaf, VerifierKey log) {
    try {
      Checkpoint tree = Checkpoint.of(checkpoint);
      return tree.origin().equals(log.name())
          && checkpoint.isSignedBy(log)
          && index < tree.size()
          && new InclusionProof(index, tree.size(), path).verifies(leaf, tree.head());
    } catch (MalformedException e) {
      return false;
    }
  }
}
