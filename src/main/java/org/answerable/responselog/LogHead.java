package org.answerable.responselog;

import java.util.Optional;
import org.answerable.tlog.Checkpoint;
import org.answerable.tlog.MalformedException;
import org.answerable.tlog.SignedNote;
import org.answerable.tlog.SpokenHead;

/**
 * A log's latest checkpoint, as people compare it.
 *
 * @param size how many entries it has
 * @param digits of its head, the same for everybody who was shown the same log
 */
public record LogHead(long size, String digits) {
  /** The head of an organisation's log; empty before its first slot. */
  public static Optional<LogHead> of(Tree tree, String organisation) {
    return tree.checkpoint(organisation).map(LogHead::of);
  }

  private static LogHead of(byte[] note) {
    try {
      Checkpoint checkpoint = Checkpoint.of(SignedNote.parse(note));
      return new LogHead(checkpoint.size(), SpokenHead.of(checkpoint.head()).digits());
    } catch (MalformedException e) {
      throw new IllegalStateException("a checkpoint of ours is none: " + e.getMessage(), e);
    }
  }
}
