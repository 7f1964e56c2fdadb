package org.answerable.feedback;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.answerable.intake.AnswerJudged;
import org.answerable.intake.Confiding;
import org.answerable.intake.Reading;
import org.answerable.intake.ReadingMade;
import org.answerable.intake.ReleaseTarget;
import org.answerable.intake.Released;
import org.answerable.intake.Sorted;
import org.answerable.intake.WordsAllowed;
import org.answerable.organisation.Organisation;
import org.answerable.organisation.Organisations;
import org.answerable.organisation.Sensitivity;
import org.answerable.platform.Ids;
import org.answerable.platform.keys.Sealer;
import org.answerable.responselog.Closing;
import org.answerable.responselog.Content;
import org.answerable.responselog.Staging;
import org.springframework.stereotype.Component;

/**
 * Takes what a slot releases. A leader's step may come between a slot's reading and writing: then
 * the slot's step is decided anew, on what the leader did.
 */
@Component
public final class ReleasedFeedbacks implements ReleaseTarget {
  private final Organisations organisations;
  private final Releases releases;
  private final Staging staging;
  private final Closing closing;
  private final Confiding confiding;
  private final Sealer sealer;
  private final Ids ids;
  private final InstantSource clock;

  /**
   * @param clock tells the day of the steps
   */
  public ReleasedFeedbacks(
      Organisations organisations,
      Releases releases,
      Staging staging,
      Closing closing,
      Confiding confiding,
      Sealer sealer,
      Ids ids,
      InstantSource clock) {
    this.organisations = organisations;
    this.releases = releases;
    this.staging = staging;
    this.closing = closing;
    this.confiding = confiding;
    this.sealer = sealer;
    this.ids = ids;
    this.clock = clock;
  }

  @Override
  public void release(Connection tx, List<Released> feedbacks) throws SQLException {
    releases.add(tx, feedbacks);
    releases.addFirst(tx, feedbacks.stream().map(this::firstStep).toList());
  }

  private Step firstStep(Released feedback) {
    Organisation organisation = organisations.get(feedback.organisation());
    return new FeedbackRules(organisation).released(feedback, today(organisation));
  }

  @Override
  public void add(Connection tx, List<Released.Part> parts) throws SQLException {
    releases.addParts(tx, parts);
    for (Released.Part part : parts) {
      Organisation organisation = organisations.get(part.organisation());
      var rules = new FeedbackRules(organisation);
      LocalDate today = today(organisation);
      var step =
          step(tx, organisation, part.feedback(), state -> Optional.of(rules.added(state, today)));
      boolean cameBack = step.filter(made -> made.what() == StepKind.CAME_BACK).isPresent();
      if (cameBack && rules.isPublic(step.get().after())) {
        staging.stage(tx, organisation.id(), List.of(Entries.statusChanged(step.get())));
      }
    }
  }

  @Override
  public void sort(Connection tx, List<Sorted> details) throws SQLException {
    for (Sorted detail : details) {
      Organisation organisation = organisations.get(detail.organisation());
      var rules = new FeedbackRules(organisation);
      LocalDate today = today(organisation);
      var step =
          step(tx, organisation, detail.feedback(), state -> rules.sorted(state, detail, today));
      if (step.isPresent() && (detail.topic() != null || detail.sensitivity() != null)) {
        tell(tx, rules, step.get());
      }
    }
  }

  @Override
  public void read(Connection tx, List<ReadingMade> readings) throws SQLException {
    for (ReadingMade made : readings) {
      Organisation organisation = organisations.get(made.organisation());
      switch (made.reading()) {
        case Reading.Sorting found -> sort(tx, organisation, made.feedback(), found);
        case Reading.Confidential() -> {
          confide(tx, organisation.id(), made.feedback());
          close(tx, organisation, made.feedback());
        }
        // what leaders have seen is answered, whatever it is
        case Reading.SetAside aside -> {}
      }
    }
  }

  @Override
  public void judge(Connection tx, List<AnswerJudged> judgements) throws SQLException {
    for (AnswerJudged one : judgements) {
      Organisation organisation = organisations.get(one.organisation());
      var rules = new FeedbackRules(organisation);
      var state = releases.find(tx, organisation.id(), one.feedback());
      var answeredBy = state.flatMap(found -> releases.answeredBy(tx, found));
      if (answeredBy.isEmpty()) {
        continue; // a focal point has it meanwhile
      }
      String role = answeredBy.get();
      var step =
          step(
              tx,
              organisation,
              one.feedback(),
              now -> rules.judged(now, one.verdict(), role, one.day()));
      if (step.isPresent() && rules.isPublic(step.get().after())) {
        staging.stage(tx, organisation.id(), List.of(Entries.statusChanged(step.get())));
      }
    }
  }

  @Override
  public void allow(Connection tx, List<WordsAllowed> allowed) throws SQLException {
    for (WordsAllowed one : allowed) {
      Organisation organisation = organisations.get(one.organisation());
      var rules = new FeedbackRules(organisation);
      var state = releases.find(tx, organisation.id(), one.feedback());
      var shown = state.flatMap(found -> releases.shown(tx, found, one.shown()));
      if (shown.isEmpty() || one.day().isAfter(shown.get().day().plus(FeedbackLimits.SHOWN))) {
        continue; // silence was the answer, or they said something before
      }
      var step =
          step(
              tx,
              organisation,
              one.feedback(),
              now ->
                  rules.isPublic(now) && !now.isWithdrawn()
                      ? Optional.of(rules.wordsAllowed(now, one.allowed(), one.day()))
                      : Optional.empty());
      if (step.isPresent() && one.allowed()) {
        publish(tx, step.get(), shown.get());
      }
    }
  }

  private void publish(Connection tx, Step step, Releases.Shown shown) throws SQLException {
    String home = step.after().organisation();
    var content = new Content(ids.salt(), sealer.openText(home, shown.id(), shown.words()));
    staging.stage(tx, home, Entries.wordsPublished(step, content), List.of(content));
  }

  private void sort(Connection tx, Organisation organisation, UUID feedback, Reading.Sorting found)
      throws SQLException {
    if (releases.find(tx, organisation.id(), feedback).isEmpty()) {
      return; // a focal point has it meanwhile
    }
    var rules = new FeedbackRules(organisation);
    LocalDate today = today(organisation);
    var step = step(tx, organisation, feedback, state -> rules.read(state, found, today));
    if (step.isPresent()) {
      tell(tx, rules, step.get());
    }
  }

  @Override
  public void confide(Connection tx, String id, UUID feedback) throws SQLException {
    if (releases.find(tx, id, feedback).isEmpty()) {
      return;
    }
    Organisation organisation = organisations.get(id);
    LocalDate today = today(organisation);
    var rules = new FeedbackRules(organisation);
    var step = step(tx, organisation, feedback, state -> rules.confided(state, today));
    if (step.isPresent()) {
      confideTexts(tx, step.get().after());
    }
  }

  @Override
  public void withdraw(Connection tx, String id, UUID feedback) throws SQLException {
    if (releases.find(tx, id, feedback).isEmpty()) {
      return;
    }
    Organisation organisation = organisations.get(id);
    var rules = new FeedbackRules(organisation);
    LocalDate today = today(organisation);
    var step = step(tx, organisation, feedback, state -> rules.withdrawn(state, today));
    if (step.isEmpty()) {
      return;
    }
    FeedbackState after = step.get().after();
    releases.takeParts(tx, after);
    if (rules.isPublic(after)) {
      staging.stage(tx, id, List.of(Entries.withdrawal(step.get())));
    }
  }

  private void confideTexts(Connection tx, FeedbackState state) throws SQLException {
    var texts =
        releases.takeParts(tx, state).stream()
            .map(part -> new Confiding.Text(part, state.reference(), state.topic(), state.kind()))
            .toList();
    confiding.add(tx, texts, clock.instant());
  }

  private void close(Connection tx, Organisation organisation, UUID feedback) throws SQLException {
    var state = releases.find(tx, organisation.id(), feedback);
    if (state.isPresent()) {
      closing.close(tx, organisation.id(), state.get().reference(), today(organisation));
    }
  }

  /** The public, or what a topic says to be for it, the focal point alone. */
  private void tell(Connection tx, FeedbackRules rules, Step step) throws SQLException {
    FeedbackState after = step.after();
    if (rules.isPublic(after)) {
      staging.stage(tx, after.organisation(), List.of(Entries.statusChanged(step)));
      return;
    }
    closing.close(tx, after.organisation(), after.reference(), step.day());
    if (after.sensitivity() == Sensitivity.S3) {
      confideTexts(tx, after);
    }
  }

  @Override
  public int tellQuietAnswers(Connection tx, String organisation) throws SQLException {
    var answers = releases.takeQuietAnswers(tx, organisation);
    for (Releases.QuietAnswer answer : answers) {
      closing.close(tx, organisation, answer.reference(), today(organisations.get(organisation)));
      closing.answered(tx, organisation, answer.commitment(), answer.day());
    }
    return answers.size();
  }

  private Optional<Step> step(
      Connection tx,
      Organisation organisation,
      UUID feedback,
      Function<FeedbackState, Optional<Step>> decide)
      throws SQLException {
    for (int attempt = 0; attempt < FeedbackLimits.TRIES; attempt++) {
      FeedbackState state =
          releases
              .find(tx, organisation.id(), feedback)
              .orElseThrow(() -> new IllegalStateException("a detail of no released feedback"));
      Optional<Step> step = decide.apply(state);
      if (step.isEmpty() || releases.add(tx, step.get())) {
        return step;
      }
    }
    throw new IllegalStateException(
        "a feedback moved " + FeedbackLimits.TRIES + " times during one slot");
  }

  private LocalDate today(Organisation organisation) {
    return organisation.day(clock.instant());
  }
}
