package org.answerable.tlog;

import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * What a witness is asked: to cosign a checkpoint, given the proof that its tree begins with the
 * one that the witness cosigned last.
 *
 * @param oldSize how many entries that one has; 0: none yet, or it is not known
 * @param path of the consistency proof
 * @param checkpoint with the log's own signature
 * @see <a href="https://c2sp.org/tlog-witness">C2SP tlog-witness, "add-checkpoint"</a>
 */
public record AddCheckpoint(long oldSize, List<Hash> path, SignedNote checkpoint) {
  /** Behind a witness's submission prefix. */
  public static final String PATH = "/add-checkpoint";

  private static final String OLD = "old";

  /** Of all of a request: a note, its path, and as much again. */
  private static final int BYTES_MAX = 2 * SignedNote.BYTES_MAX;

  public AddCheckpoint {
    path = List.copyOf(path);
  }

  /**
   * Asks for a checkpoint to be cosigned.
   *
   * @param proof from the tree that the witness knows to the checkpoint's
   */
  public static AddCheckpoint of(ConsistencyProof proof, SignedNote checkpoint) {
    return new AddCheckpoint(proof.from(), proof.path(), checkpoint);
  }

  /** Reads a request's body, as a witness does. */
  public static AddCheckpoint parse(byte[] body) throws MalformedException {
    Lines lines = new Lines(Strict.lines(body, BYTES_MAX, "a request"));
    long oldSize = Strict.decimal(lines.after(OLD), lines.here("the old size"));
    List<Hash> path = lines.hashes(MerkleTree.PATH_MAX);
    SignedNote note = SignedNote.parse(lines.rest());
    if (oldSize > Checkpoint.of(note).size()) {
      throw new MalformedException("the old size is larger than the checkpoint's");
    }
    return new AddCheckpoint(oldSize, path, note);
  }

  /** A request's body. */
  public byte[] bytes() {
    StringBuilder body = new StringBuilder(OLD).append(' ').append(oldSize).append('\n');
    path.forEach(hash -> body.append(hash.base64()).append('\n'));
    body.append('\n').append(checkpoint.written());
    return body.toString().getBytes(StandardCharsets.UTF_8);
  }
}
