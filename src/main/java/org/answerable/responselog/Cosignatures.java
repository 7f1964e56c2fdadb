package org.answerable.responselog;

import java.util.Collection;
import java.util.List;
import org.answerable.tlog.NoteSignature;
import org.answerable.tlog.VerifierKey;

/** What witnesses have signed of the checkpoints of our logs. */
public interface Cosignatures {
  /** How many entries the largest tree had that a witness has signed; 0: none yet. */
  long size(String organisation, VerifierKey witness);

  /**
   * Keeps one. Whoever calls it has verified it; what is kept already stays.
   *
   * @param size of the checkpoint
   */
  void keep(String organisation, VerifierKey witness, long size, NoteSignature cosignature);

  /** The latest of each of some witnesses, as far as there are any, the latest first. */
  List<Witnessed> latest(String organisation, Collection<VerifierKey> witnesses);
}
