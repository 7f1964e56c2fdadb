package org.answerable.feedback;

import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import org.answerable.delivery.Mute;
import org.answerable.delivery.Mutes;
import org.answerable.feedback.Feedbacks.NoteRow;
import org.answerable.leader.Leader;
import org.answerable.organisation.Organisations;
import org.answerable.platform.Databases;
import org.answerable.platform.Ids;
import org.answerable.platform.Login;
import org.answerable.platform.keys.Sealer;

/**
 * Sets aside, for a time, what the sender of a feedback writes. They are told until when, what is
 * in danger passes, and first readers see what was set aside among all else that was. Nobody learns
 * who it is, or whether two are the same.
 */
public final class MutingSender {
  private final Organisations organisations;
  private final Inbox inbox;
  private final Feedbacks feedbacks;
  private final Mutes mutes;
  private final Databases databases;
  private final Sealer sealer;
  private final Ids ids;

  MutingSender(
      Organisations organisations,
      Inbox inbox,
      Feedbacks feedbacks,
      Mutes mutes,
      Databases databases,
      Sealer sealer,
      Ids ids) {
    this.organisations = organisations;
    this.inbox = inbox;
    this.feedbacks = feedbacks;
    this.mutes = mutes;
    this.databases = databases;
    this.sealer = sealer;
    this.ids = ids;
  }

  /**
   * Mutes, and leaves a note of it for whoever has the feedback too.
   *
   * @param days one of {@link FeedbackLimits#MUTE_DAYS}
   * @return false: for this leader there is no such feedback
   */
  public boolean mute(Leader leader, String reference, int days, Instant now) throws SQLException {
    if (!FeedbackLimits.MUTE_DAYS.contains(days)) {
      throw new IllegalArgumentException("muted for " + days + " days");
    }
    var thread = inbox.read(leader, reference);
    if (thread.isEmpty()) {
      return false;
    }
    FeedbackState state = thread.get().state();
    LocalDate today = organisations.get(state.organisation()).day(now);
    LocalDate until = today.plusDays(days);
    var note = note(state, today, thread.get().role(), until);
    return databases.inTransaction(
        Login.INBOX,
        tx -> {
          feedbacks.add(tx, state, note);
          mutes.add(tx, new Mute(state.organisation(), state.feedback(), until));
          return true;
        });
  }

  private NoteRow note(FeedbackState state, LocalDate today, String role, LocalDate until) {
    var id = ids.uuid();
    String text = "What its sender writes is set aside until the end of " + until + ".";
    return new NoteRow(id, today, role, sealer.seal(state.organisation(), id, text));
  }
}
