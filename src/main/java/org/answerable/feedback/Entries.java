package org.answerable.feedback;

import org.answerable.responselog.Content;
import org.answerable.responselog.Entry;
import org.jspecify.annotations.Nullable;

/** A step in the words of the public log. */
final class Entries {
  private Entries() {}

  static Entry statusChanged(Step step) {
    FeedbackState after = step.after();
    return new Entry.StatusChanged(
        step.day(),
        after.reference(),
        after.status().word(),
        after.kind(),
        after.topic(),
        after.withRole(),
        after.due());
  }

  static Entry responsePublished(
      Step step, String byRole, Response response, Content text, @Nullable Content promise) {
    Commitment made = response.commitment();
    String owner = made == null ? null : made.ownerRole();
    return new Entry.ResponsePublished(
        step.day(),
        step.after().reference(),
        byRole,
        response.decision().word(),
        text.hash(),
        made == null || promise == null || owner == null
            ? null
            : new Entry.Commitment(owner, made.due(), promise.hash()),
        made == null || promise == null || owner != null
            ? null
            : new Entry.Referral(made.due(), promise.hash()));
  }

  /**
   * @param hash of what was promised, or of the body's name
   */
  static Entry kept(Step step, Commitment made, byte[] hash, Content words) {
    String reference = step.after().reference();
    return made.isReferral()
        ? new Entry.ReferralAnswered(step.day(), reference, hash, words.hash())
        : new Entry.CommitmentKept(step.day(), reference, hash, words.hash());
  }

  /** The same where its day passed. */
  static Entry missed(Step step, Commitment made, byte[] hash) {
    String reference = step.after().reference();
    return made.isReferral()
        ? new Entry.ReferralUnanswered(step.day(), reference, hash, made.due())
        : new Entry.CommitmentMissed(step.day(), reference, hash, made.due());
  }

  static Entry withdrawal(Step step) {
    return new Entry.Withdrawal(step.day(), step.after().reference());
  }

  static Entry wordsPublished(Step step, Content words) {
    return new Entry.WordsPublished(step.day(), step.after().reference(), words.hash());
  }

  /**
   * @param from the role that let the day pass
   */
  static Entry overdue(Step step, String from) {
    FeedbackState after = step.after();
    if (after.due() == null) {
      throw new IllegalStateException("overdue without a day");
    }
    return new Entry.Overdue(step.day(), after.reference(), after.due(), from, after.withRole());
  }
}
