package org.answerable.demo;

import java.util.List;
import org.answerable.feedback.Decision;
import org.jspecify.annotations.Nullable;

/**
 * What happened in the demo, in the order of its days. Days are counted back from the first start.
 */
record Story(List<Told> told) {

  /**
   * One person's feedback and what became of it.
   *
   * @param daysAgo when it was given
   * @param topic the sender's answer to the first question; null: they sent nothing more
   * @param publish their answer to the second
   * @param more what they added, on the same day
   * @param readAfter days until a leader opened it; null: nobody has
   * @param hide words that the leader took out before the rest became public
   */
  record Told(
      int daysAgo,
      String text,
      @Nullable String topic,
      boolean publish,
      @Nullable String more,
      @Nullable Integer readAfter,
      @Nullable Answered answered,
      List<String> hide) {}

  /**
   * @param after days between asking and answering
   * @param what is promised, with its days from then
   */
  record Answered(
      int after, Decision decision, String text, @Nullable String what, @Nullable Integer within) {}
}
