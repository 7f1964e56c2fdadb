package org.answerable.responselog.web;

import java.util.List;

/** What votes made leaders answer for, as the organisation's first page shows it. */
public interface PollPriorities {
  /** Of the latest votes, in the order of their results; those that are settled too. */
  List<Line> of(Reader reader);

  /**
   * One priority.
   *
   * @param what in the reader's language
   * @param story who has said what, or since when nobody has
   */
  record Line(String href, String what, String story, Mark mark) {}
}
