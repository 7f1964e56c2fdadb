package org.answerable.responselog;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.answerable.tlog.Checkpoint;
import org.answerable.tlog.Hash;
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
  private static final int KNOWN = 256;

  /** Digits take a while to make; those of the latest heads are kept. */
  private static final Map<Hash, String> DIGITS =
      Collections.synchronizedMap(
          new LinkedHashMap<>() {
            @Override
            protected boolean removeEldestEntry(Map.Entry<Hash, String> eldest) {
              return size() > KNOWN;
            }
          });

  /** The head of an organisation's log; empty before its first slot. */
  public static Optional<LogHead> of(Tree tree, String organisation) {
    return tree.checkpoint(organisation).map(LogHead::of);
  }

  private static LogHead of(byte[] note) {
    try {
      Checkpoint checkpoint = Checkpoint.of(SignedNote.parse(note));
      return new LogHead(checkpoint.size(), digits(checkpoint.head()));
    } catch (MalformedException e) {
      throw new IllegalStateException("a checkpoint of ours is none: " + e.getMessage(), e);
    }
  }

  /** Two may make the same at a time; nobody waits for those of another log. */
  private static String digits(Hash head) {
    String known = DIGITS.get(head);
    if (known != null) {
      return known;
    }
    String made = SpokenHead.of(head).digits();
    DIGITS.put(head, made);
    return made;
  }
}
