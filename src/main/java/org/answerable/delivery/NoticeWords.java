package org.answerable.delivery;

import java.time.LocalDate;

/** What a phone gets in place of an answer's words. */
public interface NoticeWords {
  /**
   * That there is an answer, and how to read it.
   *
   * @param receipt eight digits
   * @param pin whether they set one
   * @param until the last day on which it can be read
   */
  String of(String language, String receipt, boolean pin, LocalDate until);
}
