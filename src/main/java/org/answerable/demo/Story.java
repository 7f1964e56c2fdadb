package org.answerable.demo;

import java.util.List;
import java.util.Map;
import org.answerable.feedback.Decision;
import org.jspecify.annotations.Nullable;

/**
 * What happened in the demo, in the order of its days. Days are counted back from the first start.
 */
record Story(List<Told> told, List<Asked> asked) {

  /**
   * One person's feedback and what became of it.
   *
   * @param daysAgo when it was given
   * @param topic the sender's answer to the first question; null: they sent nothing more
   * @param publish their answer to the second
   * @param more what they added, on the same day
   * @param readAfter days until a leader opened it; null: nobody has
   * @param hide words that the leader took out before the rest became public
   * @param says the number that they sent when they were asked whether it helped; null: nothing
   * @param proposal what becomes of it, if they proposed something; null: they did not
   */
  record Told(
      int daysAgo,
      String text,
      @Nullable String topic,
      boolean publish,
      @Nullable String more,
      @Nullable Integer readAfter,
      @Nullable Answered answered,
      List<String> hide,
      @Nullable Integer says,
      @Nullable Proposal proposal) {}

  /**
   * What becomes of a proposal.
   *
   * @param supporters how many text that they support it, in the days after
   * @param option which one it is in the vote
   */
  record Proposal(int supporters, int option) {}

  /**
   * @param after days between asking and answering
   * @param what is promised, or the body that it is referred to, with its days from then
   * @param kept what was done of it, and how many days after the answer; null: nothing yet
   */
  record Answered(
      int after,
      Decision decision,
      String text,
      @Nullable String what,
      @Nullable Integer within,
      @Nullable Kept kept) {}

  /** What was done. */
  record Kept(int after, String words) {}

  /**
   * A vote: announced, open from the day after, counted, and what leaders do about it.
   *
   * @param daysAgo when it was announced
   * @param options each by language
   * @param open for so many days
   * @param priorities so many are chosen, and answered for
   * @param ballots what people sent, and how many of them
   */
  record Asked(
      int daysAgo,
      Map<String, String> question,
      List<Map<String, String>> options,
      String askedBy,
      int open,
      int priorities,
      Map<String, Integer> ballots,
      List<Duty> duties) {}

  /**
   * What leaders promise about a priority.
   *
   * @param after days between the count and the promise
   * @param within days from then
   * @param kept days after the promise; null: it never was
   */
  record Duty(
      int option,
      int after,
      String role,
      String text,
      String what,
      int within,
      @Nullable Kept kept) {}
}
