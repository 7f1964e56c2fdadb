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

  FeedbackState acknowledged() {
    return next(FeedbackStatus.ACKNOWLEDGED, withRole, decision, responded);
  }

  FeedbackState answered(Decision how, LocalDate day) {
    return next(FeedbackStatus.ANSWERED, withRole, how, responded == null ? day : responded);
  }

  FeedbackState settled(FeedbackStatus how) {
    return next(how, withRole, decision, responded);
  }

  /** Its answer did not help: it waits again, with a day of its own. */
  FeedbackState disputed(String next, LocalDate by) {
    return new FeedbackState(
        organisation,
        feedback,
        reference,
        asked,
        sensitivity,
        excluded,
        number + 1,
        FeedbackStatus.DISPUTED,
        kind,
        topic,
        role,
        next,
        by,
        consent,
        decision,
        responded,
        null);
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

  /** Its sender was asked a question back on that day. */
  FeedbackState askedBack(LocalDate day, @Nullable LocalDate later) {
    return waiting(FeedbackStatus.ASKED, later, day);
  }

  /** Its sender, who was asked, said more. */
  FeedbackState cameBack(@Nullable LocalDate nextDue) {
    return waiting(FeedbackStatus.ACKNOWLEDGED, nextDue, null);
  }

  private FeedbackState waiting(
      FeedbackStatus nextStatus, @Nullable LocalDate nextDue, @Nullable LocalDate since) {
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
        withRole,
        nextDue,
        consent,
        decision,
        responded,
        since);
  }

  public boolean isWithdrawn() {
    return status == FeedbackStatus.WITHDRAWN;
  }

  FeedbackState withdrawn() {
    return next(FeedbackStatus.WITHDRAWN, withRole, decision, responded);
  }

  FeedbackState handedTo(String next) {
    return next(status, next, decision, responded);
  }

  FeedbackState unchanged() {
    return next(status, withRole, decision, responded);
  }

  FeedbackState sorted(Routing to, boolean agreed) {
    return new FeedbackState(
        organisation,
        feedback,
        reference,
        asked,
        sensitivity.orHigher(to.sensitivity()),
        excluded,
        number + 1,
        status,
        to.kind(),
        to.topic(),
        to.role(),
        to.role(),
        to.due(),
        agreed,
        decision,
        responded,
        waitsSince);
  }

  FeedbackState consenting(boolean agreed) {
    return new FeedbackState(
        organisation,
        feedback,
        reference,
        asked,
        sensitivity,
        excluded,
        number + 1,
        status,
        kind,
        topic,
        role,
        withRole,
        due,
        agreed,
        decision,
        responded,
        waitsSince);
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

  private FeedbackState next(
      FeedbackStatus nextStatus,
      String nextRole,
      @Nullable Decision nextDecision,
      @Nullable LocalDate nextResponded) {
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
        due,
        consent,
        nextDecision,
        nextResponded,
        nextStatus == FeedbackStatus.ASKED ? waitsSince : null);
  }

  @Override
  public String toString() {
    return "FeedbackState[redacted]";
  }
}
