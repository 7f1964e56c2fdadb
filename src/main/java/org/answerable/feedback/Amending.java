package org.answerable.feedback;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.answerable.feedback.Amendments.Amendment;
import org.answerable.feedback.Amendments.What;
import org.answerable.leader.Leader;
import org.answerable.organisation.Organisation;
import org.answerable.organisation.Organisations;
import org.answerable.platform.Databases;
import org.answerable.platform.Ids;
import org.answerable.platform.Login;
import org.answerable.responselog.Content;
import org.answerable.responselog.CorrectionReason;
import org.answerable.responselog.Entry;
import org.answerable.responselog.PublicLog;
import org.answerable.responselog.Published;
import org.answerable.responselog.RedactionReason;
import org.answerable.responselog.Staging;

/**
 * What leaders can do about a text that is public already: let another one stand in its place, or
 * have it removed. The log says so, and why; it forgets neither that there was one.
 */
public final class Amending {
  private final Organisations organisations;
  private final Inbox inbox;
  private final Feedbacks feedbacks;
  private final Amendments amendments;
  private final PublicLog log;
  private final Databases databases;
  private final Staging staging;
  private final Ids ids;

  Amending(
      Organisations organisations,
      Inbox inbox,
      Feedbacks feedbacks,
      Amendments amendments,
      PublicLog log,
      Databases databases,
      Staging staging,
      Ids ids) {
    this.organisations = organisations;
    this.inbox = inbox;
    this.feedbacks = feedbacks;
    this.amendments = amendments;
    this.log = log;
    this.databases = databases;
    this.staging = staging;
    this.ids = ids;
  }

  /** What became of it. */
  public enum Amended {
    DONE,
    /** There is no such text any more, or somebody did it before. */
    TOO_LATE,
    /** A text is missing, too long, or the one that stands there. */
    NO_TEXT,
    /** For this leader there is no such feedback. */
    UNKNOWN
  }

  /** What a leader may see of it; empty: for this leader there is no such feedback. */
  public Optional<Amendable> texts(Leader leader, String reference) {
    return inbox.read(leader, reference).map(this::amendable);
  }

  /**
   * The texts of a feedback about which nothing was asked yet.
   *
   * @param isPublic whether the log says anything new about it: else texts can only be removed
   */
  public record Amendable(FeedbackState state, boolean isPublic, List<Published> texts) {
    public Amendable {
      texts = List.copyOf(texts);
    }

    @Override
    public String toString() {
      return "Amendable[redacted]";
    }
  }

  private Amendable amendable(FeedbackThread thread) {
    FeedbackState state = thread.state();
    List<Amendment> asked = amendments.of(state.organisation(), state.feedback());
    List<Published> texts =
        Published.of(log.entries(state.organisation(), state.reference())).stream()
            .filter(text -> !asked.contains(new Amendment(text.hash(), What.REMOVED)))
            // they go at the next slot without anybody's asking
            .filter(text -> !(state.isWithdrawn() && text.what() == Published.What.WORDS))
            .map(
                text ->
                    asked.contains(new Amendment(text.hash(), What.CORRECTED))
                        ? text.replaced()
                        : text)
            .toList();
    return new Amendable(state, thread.isPublic(), texts);
  }

  /**
   * Lets another text stand in the place of a published response; nobody is texted.
   *
   * @param of the text's salted hash, in hex
   */
  public Amended correct(
      Leader leader, String reference, String of, String text, CorrectionReason reason, Instant now)
      throws SQLException {
    var content = new Content(ids.salt(), Words.clean(text));
    return amend(
        leader,
        reference,
        StepKind.CORRECTED,
        found -> mayCorrect(found, of, content.text()),
        (tx, step) -> {
          Entry entry =
              new Entry.Correction(step.day(), reference, hash(of), content.hash(), reason);
          amendments.add(tx, step.after(), new Amendment(of, What.CORRECTED));
          staging.stage(tx, step.after().organisation(), entry, List.of(content));
        },
        now);
  }

  private static Amended mayCorrect(Amendable found, String of, String text) {
    Optional<Published> before = one(found, of).filter(Published::mayBeCorrected);
    if (before.isEmpty() || !found.isPublic()) {
      return Amended.TOO_LATE;
    }
    boolean isText = !text.isBlank() && Words.length(text) <= FeedbackLimits.RESPONSE_CHARS;
    return isText && !before.get().text().text().equals(text) ? Amended.DONE : Amended.NO_TEXT;
  }

  /**
   * Has a published text removed at the next slot.
   *
   * @param of the text's salted hash, in hex
   */
  public Amended remove(
      Leader leader, String reference, String of, RedactionReason reason, Instant now)
      throws SQLException {
    return amend(
        leader,
        reference,
        StepKind.REMOVED,
        found -> one(found, of).isPresent() ? Amended.DONE : Amended.TOO_LATE,
        (tx, step) -> {
          Entry entry = new Entry.Redaction(step.day(), reference, hash(of), reason);
          amendments.add(tx, step.after(), new Amendment(of, What.REMOVED));
          staging.stage(tx, step.after().organisation(), List.of(entry));
        },
        now);
  }

  private interface Writing {
    void write(Connection tx, Step step) throws SQLException;
  }

  /** The step's key lets one of two at once through; the other one looks again. */
  private Amended amend(
      Leader leader,
      String reference,
      StepKind what,
      Function<Amendable, Amended> possible,
      Writing writing,
      Instant now)
      throws SQLException {
    Organisation organisation = organisations.get(leader.organisation());
    for (int attempt = 0; attempt < FeedbackLimits.TRIES; attempt++) {
      Optional<FeedbackThread> thread = inbox.read(leader, reference);
      if (thread.isEmpty()) {
        return Amended.UNKNOWN;
      }
      Amended may = possible.apply(amendable(thread.get()));
      if (may != Amended.DONE) {
        return may;
      }
      Step step =
          new FeedbackRules(organisation)
              .amended(thread.get().state(), what, thread.get().role(), organisation.day(now));
      if (databases.inTransaction(Login.INBOX, tx -> written(tx, step, writing))) {
        return Amended.DONE;
      }
    }
    throw new IllegalStateException(
        "a feedback moved " + FeedbackLimits.TRIES + " times during one amendment");
  }

  private boolean written(Connection tx, Step step, Writing writing) throws SQLException {
    if (!feedbacks.add(tx, step)) {
      return false;
    }
    writing.write(tx, step);
    return true;
  }

  private static Optional<Published> one(Amendable found, String of) {
    return found.texts().stream().filter(text -> text.hash().equals(of)).findFirst();
  }

  private static byte[] hash(String hex) {
    return HexFormat.of().parseHex(hex);
  }
}
