package org.answerable.feedback;

import java.time.LocalDate;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.answerable.organisation.Kind;
import org.answerable.organisation.Routing;
import org.answerable.organisation.Sensitivity;
import org.jspecify.annotations.Nullable;

/**
 * A feedback after one of its steps, whole. It carries no words and no way to a person.
 *
 * @param sensitivity the highest that it had at one of its steps
 * @param excluded roles and accounts that never see it; they only become more
 * @param number of the step, from 1
 * @param role who was asked first
 * @param withRole who has it now; {@code role} keeps seeing it
 * @param due null: praise, never overdue
 * @param consent to publish the words
 * @param decision of the last response
 * @param responded the day of the first response
 * @param waitsSince since when the clock waits for its sender, who was asked; null: it does not
 */
public record FeedbackState(
    String organisation,
    UUID feedback,
    String reference,
    LocalDate asked,
    Sensitivity sensitivity,
    Set<String> excluded,
    int number,
    FeedbackStatus status,
    Kind kind,
    String topic,
    String role,
    String withRole,
    @Nullable LocalDate due,
    boolean consent,
    @Nullable Decision decision,
    @Nullable LocalDate responded,
    @Nullable LocalDate waitsSince) {
  public FeedbackState {
    excluded = Set.copyOf(excluded);
  }

  /** Whether the day passed and nobody answered. */
  public boolean isOverdue(LocalDate today) {
    return status.isWaiting() && due != null && due.isBefore(today);
  }

  FeedbackState raised(Sensitivity to) {
    return guarded(sensitivity.orHigher(to), excluded);
  }

  /** With more who never see it: it accuses somebody. */
  FeedbackState excluding(Set<String> more) {
    var all = new TreeSet<>(excluded);
    all.addAll(more);
    return guarded(all.isEmpty() ? sensitivity : sensitivity.orHigher(Sensitivity.S2), all);
  }

  public boolean isWithdrawn() {
    return status == FeedbackStatus.WITHDRAWN;
  }

  FeedbackState acknowledged() {
    return settled(FeedbackStatus.ACKNOWLEDGED);
  }

  FeedbackState withdrawn() {
    return settled(FeedbackStatus.WITHDRAWN);
  }

  FeedbackState settled(FeedbackStatus how) {
    return next(how, withRole, decision, responded);
  }

  FeedbackState handedTo(String other) {
    return next(status, other, decision, responded);
  }

  FeedbackState unchanged() {
    return settled(status);
  }

  FeedbackState answered(Decision how, LocalDate day) {
    return next(FeedbackStatus.ANSWERED, withRole, how, responded == null ? day : responded);
  }

  /**
   * Without its last response.
   *
   * @param before of the response before that; null: there is none
   * @param first the day of the first; null: there is none
   */
  FeedbackState takenBack(
      FeedbackStatus statusBefore, @Nullable Decision before, @Nullable LocalDate first) {
    return next(statusBefore, withRole, before, first);
  }

  /** Its answer did not help: it waits again, with a day of its own. */
  FeedbackState disputed(String other, LocalDate by) {
    return next(FeedbackStatus.DISPUTED, other, by, decision, responded, null);
  }

  /** Its sender was asked a question back on that day. */
  FeedbackState askedBack(LocalDate day, @Nullable LocalDate later) {
    return next(FeedbackStatus.ASKED, withRole, later, decision, responded, day);
  }

  /** Its sender, who was asked, said more. */
  FeedbackState cameBack(@Nullable LocalDate later) {
    return next(FeedbackStatus.ACKNOWLEDGED, withRole, later, decision, responded, null);
  }

  FeedbackState sorted(Routing to, boolean agreed) {
    return guarded(sensitivity.orHigher(to.sensitivity()), excluded)
        .about(to.kind(), to.topic(), to.role(), agreed)
        .next(status, to.role(), to.due(), decision, responded, waitsSince);
  }

  FeedbackState consenting(boolean agreed) {
    return about(kind, topic, role, agreed).unchanged();
  }

  /** The same, with another day; no step of its own. */
  FeedbackState withDue(LocalDate other) {
    return new FeedbackState(
        organisation,
        feedback,
        reference,
        asked,
        sensitivity,
        excluded,
        number,
        status,
        kind,
        topic,
        role,
        withRole,
        other,
        consent,
        decision,
        responded,
        waitsSince);
  }

  private FeedbackState next(
      FeedbackStatus nextStatus,
      String nextRole,
      @Nullable Decision nextDecision,
      @Nullable LocalDate nextResponded) {
    LocalDate since = nextStatus == FeedbackStatus.ASKED ? waitsSince : null;
    return next(nextStatus, nextRole, due, nextDecision, nextResponded, since);
  }

  private FeedbackState next(
      FeedbackStatus nextStatus,
      String nextRole,
      @Nullable LocalDate nextDue,
      @Nullable Decision nextDecision,
      @Nullable LocalDate nextResponded,
      @Nullable LocalDate since) {
    return new FeedbackState(
        organisation,
        feedback,
        reference,
        asked,
        sensitivity,
        excluded,
        number + 1,
        nextStatus,
        kind,
        topic,
        role,
        nextRole,
        nextDue,
        consent,
        nextDecision,
        nextResponded,
        since);
  }

  /** The same step, for fewer eyes. */
  private FeedbackState guarded(Sensitivity raised, Set<String> hiddenFrom) {
    return new FeedbackState(
        organisation,
        feedback,
        reference,
        asked,
        raised,
        hiddenFrom,
        number,
        status,
        kind,
        topic,
        role,
        withRole,
        due,
        consent,
        decision,
        responded,
        waitsSince);
  }

  /** The same step, sorted otherwise. */
  private FeedbackState about(Kind what, String of, String whose, boolean agreed) {
    return new FeedbackState(
        organisation,
        feedback,
        reference,
        asked,
        sensitivity,
        excluded,
        number,
        status,
        what,
        of,
        whose,
        withRole,
        due,
        agreed,
        decision,
        responded,
        waitsSince);
  }

  @Override
  public String toString() {
    return "FeedbackState[redacted]";
  }
}
