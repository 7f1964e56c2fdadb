package org.answerable.feedback.web;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One feedback, as its template shows it.
 *
 * @param sorting where a reader says what it is about; null: it is sorted
 */
public record ThreadView(
    String title,
    String reference,
    String mark,
    String status,
    String note,
    List<Moment> moments,
    List<Fact> facts,
    List<Note> notes,
    @Nullable String publicPage,
    @Nullable String sorting,
    boolean isPublic,
    boolean answered,
    boolean withdrawn,
    boolean mayAskBack,
    List<Option> owners,
    String earliest) {

  /**
   * A moment of the timeline.
   *
   * @param quote the constituent's words
   * @param says the organisation's
   * @param promise what is promised with them
   * @param undo the response that can be taken back yet; null: there is none
   * @param doubt somebody has to decide whether it is sent again; null: nobody has to
   * @param keep the promise of which somebody may say what was done; null: there is none
   */
  public record Moment(
      LocalDate day,
      String dayText,
      String mark,
      String label,
      @Nullable String quote,
      @Nullable String says,
      @Nullable String promise,
      List<String> notes,
      @Nullable UUID undo,
      @Nullable Doubt doubt,
      @Nullable Keep keep) {

    @Override
    public String toString() {
      return "Moment[redacted]";
    }
  }

  /**
   * A response about which somebody has to decide.
   *
   * @param failed it did not leave, for certain
   */
  public record Doubt(UUID response, int round, boolean failed) {}

  /**
   * A promise, or a referral, that is open or late.
   *
   * @param referral a body outside has to answer
   */
  public record Keep(UUID response, boolean referral) {}

  /** A name and what is known. */
  public record Fact(String name, String value) {

    @Override
    public String toString() {
      return "Fact[redacted]";
    }
  }

  /** An internal note. */
  public record Note(String head, String text) {

    @Override
    public String toString() {
      return "Note[redacted]";
    }
  }

  @Override
  public String toString() {
    return "ThreadView[redacted]";
  }
}
