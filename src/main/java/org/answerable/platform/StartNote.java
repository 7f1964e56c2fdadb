package org.answerable.platform;

/**
 * What a module says on the terminal at the end of a start, to whoever started it. Not a log: it
 * may hold links that open doors.
 */
public interface StartNote {
  /** Whole lines, or nothing. Asked once a start, when the pages can be opened. */
  String text();
}
