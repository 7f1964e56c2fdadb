package org.answerable.intake;

import java.time.LocalDate;
import java.util.UUID;
import org.answerable.organisation.Kind;
import org.answerable.organisation.Sensitivity;
import org.jspecify.annotations.Nullable;

/**
 * Something on which a reader can decide. It shows no time and no sender.
 *
 * @param day on which it was given
 * @param sensitivity that it has at least
 * @param kind what word lists took it for; null: they don't say
 * @param round how many decisions were applied to it; a form carries it, so that of two readers the
 *     second is told
 */
public record Unread(
    UUID feedback,
    String reference,
    LocalDate day,
    Sensitivity sensitivity,
    Source source,
    @Nullable Kind kind,
    int round,
    Where where) {
  /** What was released can be decided on once. */
  public static final int RELEASED_ROUND = 0;

  /** Where it is now. */
  public enum Where {
    /** No leader has seen it. */
    INTAKE,
    /** Set aside as no feedback. */
    ASIDE,
    /** Leaders with the role of the reader have it. */
    INBOX
  }

  /** A text of it. */
  public record Text(LocalDate day, String words) {
    @Override
    public String toString() {
      return "Text[" + day + ", redacted]";
    }
  }
}
