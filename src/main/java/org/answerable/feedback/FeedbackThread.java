package org.answerable.feedback;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.answerable.intake.Source;
import org.answerable.organisation.Role;
import org.answerable.organisation.Topic;
import org.jspecify.annotations.Nullable;

/**
 * One feedback as a leader reads it: opened texts, days, and roles.
 *
 * @param role in which of their roles the leader handles it
 * @param isPublic whether the log has entries of its own about it
 */
public record FeedbackThread(
    FeedbackState state,
    String role,
    boolean isPublic,
    Source source,
    List<Part> parts,
    List<Feedbacks.StepRow> steps,
    List<GivenResponse> responses,
    List<Note> notes) {
  public FeedbackThread {
    parts = List.copyOf(parts);
    steps = List.copyOf(steps);
    responses = List.copyOf(responses);
    notes = List.copyOf(notes);
  }

  /** Whether its words may become public now: with consent, and once. */
  public boolean mayPublishWords() {
    return isPublic
        && state.consent()
        && !hasPublishedWords()
        && !wereWordsShown()
        && !state.isWithdrawn();
  }

  /** Whether its sender was shown them, once, and decides. */
  public boolean wereWordsShown() {
    return steps.stream().anyMatch(step -> step.what() == StepKind.WORDS_SHOWN);
  }

  /** Whether the one who reads it can say in the readers' room what it is about. */
  public boolean mayBeSorted() {
    return state.topic().equals(Topic.UNSORTED)
        && state.status().isWaiting()
        && role.equals(Role.READER);
  }

  /** Whether its sender may be asked a question back: once, before an answer, by text. */
  public boolean mayAskBack() {
    return state.status().isWaiting()
        && source == Source.TEXT
        && steps.stream().noneMatch(step -> step.what() == StepKind.ASKED);
  }

  public boolean hasPublishedWords() {
    return steps.stream().anyMatch(step -> step.what() == StepKind.WORDS_PUBLISHED);
  }

  /** A text of the constituent's. */
  public record Part(LocalDate day, String text) {

    @Override
    public String toString() {
      return "Part[redacted]";
    }
  }

  /**
   * A response that was sent.
   *
   * @param number of its step
   * @param end what became of the commitment so far; null: there is none
   * @param round how often it was handed to delivery
   * @param outcome what became of that on the way to the person; a word of delivery's
   * @param undecided somebody has to decide whether it is sent again
   */
  public record GivenResponse(
      UUID id,
      int number,
      LocalDate day,
      String byRole,
      Decision decision,
      String text,
      @Nullable Commitment commitment,
      @Nullable End end,
      int round,
      String outcome,
      boolean undecided) {
    /** Whether it was taken back before anything of it had left. */
    public boolean isTakenBack() {
      return outcome.equals("taken_back");
    }

    @Override
    public String toString() {
      return "GivenResponse[redacted]";
    }
  }

  /**
   * What became of a promise or a referral.
   *
   * @param kept the day on which it was done or answered
   * @param words what was done or answered
   * @param missed the day on which it was late
   * @param hash of what was promised, beside the log; null: it is closed to the public
   */
  public record End(
      @Nullable LocalDate kept,
      @Nullable String words,
      @Nullable LocalDate missed,
      byte @Nullable [] hash) {

    @Override
    public String toString() {
      return "End[redacted]";
    }
  }

  /** An internal note. */
  public record Note(LocalDate day, String byRole, String text) {

    @Override
    public String toString() {
      return "Note[redacted]";
    }
  }

  @Override
  public String toString() {
    return "FeedbackThread[redacted]";
  }
}
