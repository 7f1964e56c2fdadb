package org.answerable.effect;

import java.util.List;
import java.util.UUID;

/**
 * One message, decided and ready to be committed.
 *
 * @param epoch the generation of keys that it was decided under
 * @param id keyed hash of the provider's id, 32 bytes
 * @param idBefore the same under the key of the epoch before, in which it may have come first;
 *     empty in the first epoch
 * @param who the constituent
 * @param turn the turn of the session that the decision was made on; 0: there was none
 * @param reply sealed, kept for a repeat
 * @param state the session after it, sealed
 */
public record Turn(
    String organisation,
    int epoch,
    byte[] id,
    byte[] idBefore,
    UUID who,
    long turn,
    byte[] reply,
    byte[] state,
    List<Effect> effects) {
  public Turn {
    effects = List.copyOf(effects);
  }

  @Override
  public String toString() {
    return "Turn[redacted]";
  }
}
