package org.answerable.responselog.web;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.answerable.responselog.Tree;
import org.answerable.tlog.Hash;
import org.answerable.tlog.MalformedException;
import org.answerable.tlog.TlogProof;
import org.answerable.tlog.VerifierKey;

/**
 * What shows the holder of a receipt that their text was committed to. All commitments look alike,
 * so it tells nobody else what it is about.
 *
 * @param entry as it stands in the log
 * @param proof of it
 */
public record ReceiptProof(String entry, TlogProof proof) {
  /** Empty: the log has no longer what it had, or was changed. */
  static Optional<ReceiptProof> of(Tree tree, String organisation, long index) {
    Optional<byte[]> entry = tree.entry(organisation, index);
    Optional<TlogProof> proof = tree.proof(organisation, index);
    if (entry.isEmpty() || proof.isEmpty()) {
      return Optional.empty();
    }
    try {
      VerifierKey key = VerifierKey.parse(tree.key(organisation));
      return proof
          .filter(it -> it.verifies(Hash.leaf(entry.get()), key))
          .map(it -> new ReceiptProof(new String(entry.get(), StandardCharsets.UTF_8), it));
    } catch (MalformedException e) {
      return Optional.empty();
    }
  }

  public String text() {
    return new String(proof.bytes(), StandardCharsets.UTF_8);
  }
}
