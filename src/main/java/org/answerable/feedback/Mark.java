package org.answerable.feedback;

/**
 * A place in somebody's words that could identify them.
 *
 * @param start of the first character, from 0
 * @param end behind the last
 */
public record Mark(int start, int end, Why why) {
  public Mark {
    if (start < 0 || end <= start) {
      throw new IllegalArgumentException("a mark from " + start + " to " + end);
    }
  }

  /** What it may be. */
  public enum Why {
    LINK,
    EMAIL,
    HANDLE,
    NUMBER,
    NAME,
    PLACE
  }

  boolean meets(Mark other) {
    return start < other.end && other.start < end;
  }
}
