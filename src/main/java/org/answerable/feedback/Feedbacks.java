package org.answerable.feedback;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.answerable.intake.Source;
import org.answerable.platform.keys.Sealed;
import org.jspecify.annotations.Nullable;

/**
 * Released feedback as the inbox's login sees it: it reads views, and adds rows. Words come and go
 * sealed; each is sealed under the id of its own row.
 */
public interface Feedbacks {
  Optional<FeedbackState> find(String organisation, String reference);

  /** One page, what is overdue first, then what waits longest; answered ones latest first. */
  List<FeedbackState> list(Scope scope, Filter filter, LocalDate today, int limit, int offset);

  Counts counts(Scope scope, Filter filter, LocalDate today);

  /** The topics of what a leader may see. */
  List<String> topics(Scope scope);

  /** The texts of some feedbacks, by feedback, in order. */
  Map<UUID, List<Part>> parts(String organisation, Collection<UUID> feedbacks);

  /** Since when another role has each of them too. */
  Map<UUID, LocalDate> overdueSince(String organisation, Collection<UUID> feedbacks);

  /** References of those with an answer that is set aside for somebody to decide, in order. */
  List<String> setAside(Scope scope, int limit);

  /** How it came. */
  Source source(String organisation, UUID feedback);

  List<StepRow> steps(String organisation, UUID feedback);

  List<ResponseRow> responses(String organisation, UUID feedback);

  List<NoteRow> notes(String organisation, UUID feedback);

  /** Adds a step, unless there is one of its number: then false, and nothing was changed. */
  boolean add(Connection tx, Step step) throws SQLException;

  void add(Connection tx, FeedbackState state, ResponseRow response) throws SQLException;

  void add(Connection tx, FeedbackState state, NoteRow note) throws SQLException;

  /** Keeps the words that its sender is shown; once for a feedback, which the step tells before. */
  void addShown(Connection tx, Step step, UUID shown, Sealed words);

  /**
   * Leaves it to the next slot to tell the receipt; for what is closed to the public.
   *
   * @param day of the first response
   */
  void addQuietAnswer(Connection tx, FeedbackState state, LocalDate day) throws SQLException;

  /**
   * What a leader may see; nothing from which they or one of their roles are excluded.
   *
   * @param topics those of the organisation, and what nobody sorted
   * @param hiddenTopics topics that one of their roles never sees
   * @param otherTopics whether they see what is about a topic that the organisation no longer has
   */
  record Scope(
      String organisation,
      UUID account,
      Set<String> roles,
      Set<String> topics,
      Set<String> hiddenTopics,
      boolean otherTopics) {
    public Scope {
      roles = Set.copyOf(roles);
      topics = Set.copyOf(topics);
      hiddenTopics = Set.copyOf(hiddenTopics);
    }
  }

  /** What of it a leader asked for; null: any. */
  record Filter(boolean answered, @Nullable String topic, @Nullable String role) {
    static final Filter NONE = new Filter(false, null, null);
  }

  /**
   * How many there are.
   *
   * @param overdue of those that wait
   * @param withdrawn what senders took back; it stands behind what is answered
   */
  record Counts(int waiting, int overdue, int answered, int withdrawn) {}

  /** A text of the constituent's. */
  record Part(UUID id, LocalDate day, Sealed text) {}

  /** A step, as the thread shows it. */
  record StepRow(
      int number,
      LocalDate day,
      StepKind what,
      @Nullable String byRole,
      String topic,
      String withRole,
      @Nullable LocalDate due) {}

  /**
   * A response.
   *
   * @param number of the step that it made
   * @param promise null: it promises nothing
   * @param round how often it was handed to delivery, with what people had sent again
   * @param outcome what became of that on the way to the person; a word of delivery's
   * @param undecided somebody has to decide whether it is sent again
   */
  record ResponseRow(
      UUID id,
      int number,
      LocalDate day,
      String byRole,
      Decision decision,
      Sealed text,
      @Nullable PromiseRow promise,
      int round,
      String outcome,
      boolean undecided) {

    @Override
    public String toString() {
      return "ResponseRow[redacted]";
    }
  }

  /**
   * What a response promises, its words sealed under the response's id.
   *
   * @param ownerRole null: a body outside
   * @param hash of the words beside the log; null: it is closed to the public
   * @param kept the day on which it was, or was answered
   * @param keptText what was done or answered, sealed in the same way
   * @param missed the day on which it was late
   */
  record PromiseRow(
      @Nullable String ownerRole,
      LocalDate due,
      Sealed text,
      byte @Nullable [] hash,
      @Nullable LocalDate kept,
      @Nullable Sealed keptText,
      @Nullable LocalDate missed) {

    @Override
    public String toString() {
      return "PromiseRow[redacted]";
    }
  }

  /** An internal note. */
  record NoteRow(UUID id, LocalDate day, String byRole, Sealed text) {}
}
