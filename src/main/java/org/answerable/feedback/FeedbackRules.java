package org.answerable.feedback;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.answerable.intake.Released;
import org.answerable.intake.Sorted;
import org.answerable.organisation.Organisation;
import org.answerable.organisation.Role;
import org.answerable.organisation.Routing;
import org.answerable.organisation.Sensitivity;
import org.answerable.organisation.Topic;
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
    Routing to = Routing.of(organisation, feedback.topic(), feedback.asked());
    var state =
        new FeedbackState(
            feedback.organisation(),
            feedback.feedback(),
            feedback.reference(),
            feedback.asked(),
            feedback.sensitivity(),
            1,
            FeedbackStatus.RELEASED,
            to.kind(),
            to.topic(),
            to.role(),
            to.role(),
            to.due(),
            feedback.consent(),
            null,
            null);
    return new Step(StepKind.RELEASED, day, null, state);
  }

  /** Its sender said more. */
  public Step added(FeedbackState state, LocalDate day) {
    return new Step(StepKind.ADDED, day, null, state.unchanged());
  }

  /**
   * Its sender named a topic, or said whether the words may be read. A deadline only comes nearer,
   * since the receipt named one. Empty: nothing changes.
   */
  public Optional<Step> sorted(FeedbackState state, Sorted said, LocalDate day) {
    boolean agreed = said.consent() == null ? state.consent() : said.consent();
    String topic = said.topic();
    if (topic != null && !topic.equals(state.topic())) {
      Routing to = Routing.of(organisation, topic, state.asked()).notLaterThan(state.due());
      return Optional.of(new Step(StepKind.SORTED, day, null, state.sorted(to, agreed)));
    }
    return agreed == state.consent()
        ? Optional.empty()
        : Optional.of(new Step(StepKind.SORTED, day, null, state.consenting(agreed)));
  }

  /** A leader of its role opened it; only the first time is a step. */
  public Optional<Step> opened(FeedbackState state, String byRole, LocalDate day) {
    return state.status() == FeedbackStatus.RELEASED
        ? Optional.of(new Step(StepKind.ACKNOWLEDGED, day, byRole, state.acknowledged()))
        : Optional.empty();
  }

  /** The organisation responded; a further response is a further step. */
  public Step answered(FeedbackState state, String byRole, Decision decision, LocalDate day) {
    return new Step(StepKind.ANSWERED, day, byRole, state.answered(decision, day));
  }

  /** Its words became public. */
  public Step wordsPublished(FeedbackState state, String byRole, LocalDate day) {
    return new Step(StepKind.WORDS_PUBLISHED, day, byRole, state.unchanged());
  }

  /**
   * The day passed: the next role has it too, if there is one that may see it.
   *
   * @return empty: it is answered, or its day is not over
   */
  public Optional<Step> overdue(FeedbackState state, LocalDate today) {
    return state.isOverdue(today)
        ? Optional.of(new Step(StepKind.OVERDUE, today, null, state.handedTo(nextRole(state))))
        : Optional.empty();
  }

  /** Whether the log has entries of its own about it: S0 and S1, by release and by topic. */
  public boolean isPublic(FeedbackState state) {
    return sensitivity(state).compareTo(Sensitivity.S1) <= 0;
  }

  /** As it was released, or higher where its topic is. */
  public Sensitivity sensitivity(FeedbackState state) {
    return organisation
        .topic(state.topic())
        .map(Topic::sensitivity)
        .filter(ofTopic -> ofTopic.compareTo(state.sensitivity()) > 0)
        .orElse(state.sensitivity());
  }

  /**
   * In which of a leader's roles they handle it; empty: it does not exist for them. Who has a role
   * that a topic is hidden from never sees it, whatever other roles they have.
   */
  public Optional<String> actingRole(Set<String> roles, FeedbackState state) {
    if (roles.stream().anyMatch(hiddenFrom(state.topic())::contains)) {
      return Optional.empty();
    }
    if (roles.contains(state.withRole())) {
      return Optional.of(state.withRole());
    }
    return roles.contains(state.role()) ? Optional.of(state.role()) : Optional.empty();
  }

  private String nextRole(FeedbackState state) {
    Set<String> passed = new HashSet<>(Set.of(state.withRole()));
    String next = escalation(state.withRole());
    while (next != null && hiddenFrom(state.topic()).contains(next) && passed.add(next)) {
      next = escalation(next);
    }
    return next == null || passed.contains(next) ? state.withRole() : next;
  }

  private @Nullable String escalation(String role) {
    return organisation.role(role).map(Role::escalatesTo).orElse(null);
  }

  private Set<String> hiddenFrom(String topic) {
    return organisation.topic(topic).map(Topic::hiddenFrom).orElse(Set.of());
  }
}
