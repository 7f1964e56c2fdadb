package org.answerable.feedback;

import static java.time.temporal.ChronoUnit.DAYS;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.answerable.feedback.FeedbackThread.GivenResponse;
import org.answerable.intake.Reading;
import org.answerable.intake.Released;
import org.answerable.intake.Sorted;
import org.answerable.intake.Verdict;
import org.answerable.leader.Leader;
import org.answerable.organisation.Deadlines;
import org.answerable.organisation.Kind;
import org.answerable.organisation.Organisation;
import org.answerable.organisation.Role;
import org.answerable.organisation.Routing;
import org.answerable.organisation.Sensitivity;
import org.answerable.responselog.PublicFeedback;
import org.jspecify.annotations.Nullable;

/**
 * Decides each next step of a feedback. Pure: a state goes in, a step comes out; who writes it
 * finds out whether somebody else was first.
 */
public final class FeedbackRules {
  private final Organisation organisation;

  public FeedbackRules(Organisation organisation) {
    this.organisation = organisation;
  }

  /** The first step: leaders may see it from that day on. */
  public Step released(Released feedback, LocalDate day) {
    Routing to =
        Routing.of(
            organisation, feedback.topic(), feedback.asked(), feedback.kind(), feedback.excluded());
    var state =
        new FeedbackState(
            feedback.organisation(),
            feedback.feedback(),
            feedback.reference(),
            feedback.asked(),
            feedback.sensitivity().orHigher(to.sensitivity()),
            feedback.excluded(),
            1,
            FeedbackStatus.RELEASED,
            to.kind(),
            to.topic(),
            to.role(),
            to.role(),
            to.due(),
            feedback.consent(),
            null,
            null,
            null);
    return new Step(StepKind.RELEASED, day, null, state);
  }

  /** Its sender said more. If they were asked, the clock stops waiting for them. */
  public Step added(FeedbackState state, LocalDate day) {
    LocalDate since = state.waitsSince();
    return since == null
        ? new Step(StepKind.ADDED, day, null, raised(state).unchanged())
        : new Step(StepKind.CAME_BACK, day, null, raised(state).cameBack(due(state, since, day)));
  }

  /** The days on which nobody was waited for come off again. */
  private @Nullable LocalDate due(FeedbackState state, LocalDate since, LocalDate day) {
    LocalDate due = state.due();
    if (due == null || due.isBefore(since.plusDays(PublicFeedback.WAITS_DAYS))) {
      return due; // it had passed, or came nearer since
    }
    long waited = Math.clamp(DAYS.between(since, day), 0, PublicFeedback.WAITS_DAYS);
    LocalDate nearer = due.minusDays(PublicFeedback.WAITS_DAYS - waited);
    LocalDate working = new Deadlines(organisation).after(nearer.minusDays(1), 1);
    return working.isAfter(due) ? due : working;
  }

  /**
   * A leader asks its sender one question back. The deadline moves by as long as the clock may wait
   * for them; one that has passed stays.
   */
  public Step askedBack(FeedbackState state, String byRole, LocalDate day) {
    LocalDate due = state.due();
    LocalDate later =
        due == null || due.isBefore(day) ? due : due.plusDays(PublicFeedback.WAITS_DAYS);
    return new Step(StepKind.ASKED, day, byRole, raised(state).askedBack(day, later));
  }

  /**
   * Its sender named a topic, said whether the words may be read, or added what raises it. A
   * deadline only comes nearer, since the receipt named one. A kind that people or word lists gave
   * stays. Empty: nothing changes.
   */
  public Optional<Step> sorted(FeedbackState state, Sorted said, LocalDate day) {
    if (state.sensitivity() == Sensitivity.S3 || state.isWithdrawn()) {
      return Optional.empty();
    }
    boolean agreed = said.consent() == null ? state.consent() : said.consent();
    Sensitivity added = said.sensitivity() == null ? Sensitivity.S0 : said.sensitivity();
    FeedbackState after = raised(state).raised(added);
    String topic = said.topic();
    if (topic != null && !topic.equals(state.topic())) {
      Routing to = routing(state, topic, isPreset(state) ? null : state.kind(), state.excluded());
      return Optional.of(new Step(StepKind.SORTED, day, null, after.sorted(to, agreed)));
    }
    if (agreed != state.consent()) {
      return Optional.of(new Step(StepKind.SORTED, day, null, after.consenting(agreed)));
    }
    return added.compareTo(state.sensitivity()) <= 0
        ? Optional.empty()
        : Optional.of(new Step(StepKind.RAISED, day, null, after.unchanged()));
  }

  /**
   * A reader found what it is about, and who must never see it. A deadline only comes nearer, and a
   * proposal stays one. Empty: nothing changes.
   */
  public Optional<Step> read(FeedbackState state, Reading.Sorting found, LocalDate day) {
    if (state.sensitivity() == Sensitivity.S3 || state.isWithdrawn()) {
      return Optional.empty();
    }
    FeedbackState less = raised(state).excluding(found.excluded()).raised(found.sensitivity());
    Kind kind = state.kind() == Kind.PROPOSAL ? Kind.PROPOSAL : found.kind();
    Routing to = routing(state, found.topic(), kind, less.excluded());
    FeedbackState after = less.sorted(to, state.consent());
    return after.equals(state.unchanged())
        ? Optional.empty()
        : Optional.of(new Step(StepKind.SORTED, day, Role.READER, after));
  }

  /** A reader found it to be for a focal point alone. Empty: it is already. */
  public Optional<Step> confided(FeedbackState state, LocalDate day) {
    return state.sensitivity() == Sensitivity.S3
        ? Optional.empty()
        : Optional.of(
            new Step(StepKind.SORTED, day, Role.READER, state.raised(Sensitivity.S3).unchanged()));
  }

  private Routing routing(
      FeedbackState state, String topic, @Nullable Kind kind, Set<String> excluded) {
    return Routing.of(organisation, topic, state.asked(), kind, excluded).notLaterThan(state.due());
  }

  /** Whether the topic alone said what kind it is. */
  private boolean isPreset(FeedbackState state) {
    return Routing.of(organisation, state.topic(), state.asked()).kind() == state.kind();
  }

  /** Its sender took it back. Empty: they did before. */
  public Optional<Step> withdrawn(FeedbackState state, LocalDate day) {
    return state.isWithdrawn()
        ? Optional.empty()
        : Optional.of(new Step(StepKind.WITHDRAWN, day, null, raised(state).withdrawn()));
  }

  /** A leader of its role opened it; only the first time is a step. */
  public Optional<Step> opened(FeedbackState state, String byRole, LocalDate day) {
    return state.status() == FeedbackStatus.RELEASED
        ? Optional.of(new Step(StepKind.ACKNOWLEDGED, day, byRole, raised(state).acknowledged()))
        : Optional.empty();
  }

  /** The organisation responded; a further response is a further step. */
  public Step answered(FeedbackState state, String byRole, Decision decision, LocalDate day) {
    return new Step(StepKind.ANSWERED, day, byRole, raised(state).answered(decision, day));
  }

  /**
   * A promise was kept, or the body outside has answered.
   *
   * @param byRole who says so
   */
  Step kept(FeedbackState state, Commitment made, String byRole, LocalDate day) {
    StepKind what = made.isReferral() ? StepKind.BODY_ANSWERED : StepKind.PROMISE_KEPT;
    return new Step(what, day, byRole, raised(state).unchanged());
  }

  /** The day of a promise passed, or that of the body outside. */
  Step missed(FeedbackState state, Commitment made, LocalDate day) {
    StepKind what = made.isReferral() ? StepKind.BODY_SILENT : StepKind.PROMISE_MISSED;
    return new Step(what, day, null, raised(state).unchanged());
  }

  /** Its sender is asked whether the answer helped. */
  Step followedUp(FeedbackState state, LocalDate day) {
    return new Step(StepKind.FOLLOWED_UP, day, null, raised(state).unchanged());
  }

  /**
   * Its sender said whether the answer helped. What did not help goes to another role than the one
   * that answered, and its clock begins anew. Empty: there is no answer of which they did not say
   * so before.
   *
   * @param answeredBy the role that gave the answer
   */
  Optional<Step> judged(FeedbackState state, Verdict verdict, String answeredBy, LocalDate day) {
    if (state.status() != FeedbackStatus.ANSWERED || state.sensitivity() == Sensitivity.S3) {
      return Optional.empty();
    }
    FeedbackState after = raised(state);
    LocalDate due = new Deadlines(organisation).disputed(day);
    return Optional.of(
        switch (verdict) {
          case SOLVED ->
              new Step(StepKind.CONFIRMED, day, null, after.settled(FeedbackStatus.CONFIRMED));
          case PARTLY -> new Step(StepKind.PARTLY, day, null, after.settled(FeedbackStatus.PARTLY));
          case NOT_SOLVED ->
              new Step(
                  StepKind.DISPUTED, day, null, after.disputed(otherThan(answeredBy, state), due));
        });
  }

  /** The role above the one that answered, else any other that may see it; else there is none. */
  private String otherThan(String answeredBy, FeedbackState state) {
    String above = organisation.role(answeredBy).map(Role::escalatesTo).orElse(null);
    Predicate<String> passed =
        role ->
            role.equals(answeredBy)
                || role.equals(Role.READER)
                || role.equals(Role.FOCAL_OUTSIDE)
                || role.equals(Role.FOCAL_INSIDE)
                || isKeptFrom(role, state);
    return organisation
        .upwards(above, passed)
        .or(() -> organisation.roles().stream().map(Role::id).filter(passed.negate()).findFirst())
        .orElse(answeredBy);
  }

  /** Whether a leader may answer: what is disputed, only who did not answer before. */
  boolean mayAnswer(Leader leader, FeedbackState state) {
    return state.status() != FeedbackStatus.DISPUTED
        || leader.roles().contains(state.withRole())
        || organisation.role(state.withRole()).isEmpty();
  }

  /**
   * A leader took the last response back, before anything of it had left.
   *
   * @param before the responses before it that stand, in order
   * @param then where it stood before it
   */
  public Step takenBack(
      FeedbackState state,
      List<GivenResponse> before,
      FeedbackStatus then,
      String byRole,
      LocalDate day) {
    FeedbackState after =
        before.isEmpty()
            ? unasked(raised(state)).takenBack(then, null, null)
            : unasked(raised(state))
                .takenBack(then, before.getLast().decision(), before.getFirst().day());
    return new Step(StepKind.TAKEN_BACK, day, byRole, after);
  }

  /** A question that nobody was asked moves no deadline. */
  private static FeedbackState unasked(FeedbackState state) {
    LocalDate due = state.due();
    LocalDate since = state.waitsSince();
    if (state.status() != FeedbackStatus.ASKED
        || due == null
        || since == null
        || due.isBefore(since.plusDays(PublicFeedback.WAITS_DAYS))) {
      return state;
    }
    return state.withDue(due.minusDays(PublicFeedback.WAITS_DAYS));
  }

  /** A leader asked something of a published text. */
  public Step amended(FeedbackState state, StepKind what, String byRole, LocalDate day) {
    return new Step(what, day, byRole, raised(state).unchanged());
  }

  /** Its sender is shown what would be public. */
  Step wordsShown(FeedbackState state, String byRole, LocalDate day) {
    return new Step(StepKind.WORDS_SHOWN, day, byRole, raised(state).unchanged());
  }

  /** They say whether that may be public; with a no they take back what they agreed to. */
  Step wordsAllowed(FeedbackState state, boolean allowed, LocalDate day) {
    FeedbackState after = raised(state);
    return allowed
        ? new Step(StepKind.WORDS_PUBLISHED, day, null, after.unchanged())
        : new Step(StepKind.WORDS_KEPT, day, null, after.consenting(false));
  }

  /** Its words became public. */
  public Step wordsPublished(FeedbackState state, String byRole, LocalDate day) {
    return new Step(StepKind.WORDS_PUBLISHED, day, byRole, raised(state).unchanged());
  }

  /**
   * The day passed: the next role has it too, if there is one that may see it.
   *
   * @return empty: it is answered, or its day is not over
   */
  public Optional<Step> overdue(FeedbackState state, LocalDate today) {
    return state.isOverdue(today)
        ? Optional.of(
            new Step(StepKind.OVERDUE, today, null, raised(state).handedTo(nextRole(state))))
        : Optional.empty();
  }

  /** Whether the log has entries of its own about it: S0 and S1. */
  public boolean isPublic(FeedbackState state) {
    return sensitivity(state).isPublic();
  }

  /** The highest that it had, or higher where its topic is now. */
  public Sensitivity sensitivity(FeedbackState state) {
    return organisation.sensitivity(state.sensitivity(), state.topic());
  }

  private FeedbackState raised(FeedbackState state) {
    return state.raised(sensitivity(state));
  }

  /**
   * In which of a leader's roles they handle it; empty: it does not exist for them. Who is
   * excluded, or has a role that is excluded or that its topic is hidden from, never sees it,
   * whatever other roles they have. Where the topic is gone from the configuration, nobody can tell
   * from whom it was hidden: who is the reader, and nothing else, has it.
   */
  public Optional<String> actingRole(Leader leader, FeedbackState state) {
    Set<String> roles = leader.roles();
    if (state.sensitivity() == Sensitivity.S3
        || state.excluded().contains(leader.account().toString())
        || roles.stream().anyMatch(role -> isKeptFrom(role, state))) {
      return Optional.empty();
    }
    if (!organisation.declares(state.topic())) {
      return roles.stream().findFirst();
    }
    if (roles.contains(state.withRole())) {
      return Optional.of(state.withRole());
    }
    return roles.contains(state.role()) ? Optional.of(state.role()) : Optional.empty();
  }

  private String nextRole(FeedbackState state) {
    return nextRole(state.withRole(), role -> isKeptFrom(role, state));
  }

  private String nextRole(String with, Predicate<String> isKeptFrom) {
    String above = organisation.role(with).map(Role::escalatesTo).orElse(null);
    return organisation
        .upwards(above, next -> next.equals(with) || isKeptFrom.test(next))
        .orElse(with);
  }

  /** Who gets what is late, as far as its topic tells, and not who is excluded from it. */
  String nextRole(String topic, String with) {
    return nextRole(with, role -> isHiddenFrom(role, topic));
  }

  private boolean isKeptFrom(String role, FeedbackState state) {
    return state.excluded().contains(role) || isHiddenFrom(role, state.topic());
  }

  private boolean isHiddenFrom(String role, String topic) {
    return organisation.hides(topic, role)
        || !organisation.declares(topic) && !role.equals(Role.READER);
  }
}
