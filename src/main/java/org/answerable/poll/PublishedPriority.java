package org.answerable.poll;

import java.time.LocalDate;
import java.util.Map;
import org.answerable.responselog.PublicPromise;
import org.answerable.responselog.PublicText;
import org.jspecify.annotations.Nullable;

/**
 * A priority as everybody may see it.
 *
 * @param since the day of the result
 * @param due the day by which leaders say what they will do
 * @param answer null: they have not
 * @param hashes of the texts that leaders wrote about it, which stand beside the log
 */
public record PublishedPriority(
    int option,
    LocalDate since,
    LocalDate due,
    @Nullable Answer answer,
    Map<Written, byte[]> hashes) {
  public PublishedPriority {
    hashes = Map.copyOf(hashes);
  }

  /** A text that leaders wrote about it. */
  public enum Written {
    /** What they do about it. */
    ANSWER,
    /** What is promised. */
    PROMISE,
    /** What was done of that. */
    DONE
  }

  /**
   * What leaders said.
   *
   * @param decision a word of {@link PriorityDraft.Decided}
   * @param words null: they are not read here
   * @param promise null: nothing was promised
   */
  public record Answer(
      LocalDate day,
      String role,
      String decision,
      @Nullable PublicText words,
      @Nullable PublicPromise promise) {}
}
