package org.answerable.conversation.decision;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.answerable.confidential.Confided;
import org.answerable.constituent.RouteMade;
import org.answerable.conversation.decision.Talk.OpenFeedback;
import org.answerable.effect.Effect;
import org.answerable.intake.Aside;
import org.answerable.intake.CommittedText;
import org.answerable.intake.FeedbackAdded;
import org.answerable.intake.FeedbackDetailed;
import org.answerable.intake.FeedbackGiven;
import org.answerable.intake.Source;
import org.answerable.intake.words.Found;
import org.answerable.organisation.Deadlines;
import org.answerable.organisation.Kind;
import org.answerable.organisation.Sensitivity;
import org.answerable.platform.Ids;
import org.answerable.responselog.Entry;
import org.answerable.responselog.EntryStaged;
import org.answerable.responselog.ReceiptIssued;
import org.jspecify.annotations.Nullable;

/** What taking a text in changes, by what the text is. */
final class Taken {
  private final Ids ids;

  Taken(Ids ids) {
    this.ids = ids;
  }

  /**
   * Something begins.
   *
   * @param open what a next text belongs to
   */
  record Begun(OpenFeedback open, List<Effect> effects) {

    @Override
    public String toString() {
      return "Begun[redacted]";
    }
  }

  /** A feedback. */
  Begun given(Situation situation, Found found) {
    return begun(situation, found, found.kind(), null);
  }

  /** A feedback that its sender puts up for a vote. */
  Begun proposed(Situation situation, Found found) {
    return begun(situation, found, Kind.PROPOSAL, null);
  }

  /** No feedback, for a reason; it could be turned into one, so it has all that one has. */
  List<Effect> aside(Situation situation, Found found, Aside why) {
    return begun(situation, found, found.kind(), why).effects;
  }

  private Begun begun(
      Situation situation, Found found, @Nullable Kind kind, @Nullable Aside aside) {
    CommittedText text = committed(situation, ids.reference());
    OpenFeedback open = open(situation, text, false);
    var given =
        new FeedbackGiven(
            situation.home().id(),
            open.feedback(),
            situation.today(),
            text,
            holdSlot(situation),
            Source.TEXT,
            found.sensitivity(),
            kind,
            aside);
    return new Begun(open, beginning(situation, open, text, given));
  }

  /** A report, which the focal point alone reads. */
  Begun confided(Situation situation, Found found) {
    CommittedText text = committed(situation, ids.reference());
    OpenFeedback open = open(situation, text, true);
    var confided = confided(situation, found, open.feedback(), 0, text);
    return new Begun(open, beginning(situation, open, text, confided));
  }

  /** More of a feedback; what accuses or endangers somebody raises the whole of it. */
  List<Effect> added(Situation situation, Found found, OpenFeedback open) {
    CommittedText text = committed(situation, open.reference());
    var effects = new ArrayList<Effect>();
    effects.add(
        new FeedbackAdded(
            situation.home().id(), open.feedback(), open.texts(), situation.today(), text));
    effects.add(staged(situation, text));
    if (!found.sensitivity().isPublic()) {
      effects.add(raised(situation, open, found.sensitivity(), false));
    }
    return effects;
  }

  /** More of a report. */
  List<Effect> moreConfided(Situation situation, Found found, OpenFeedback report) {
    CommittedText text = committed(situation, report.reference());
    return List.of(
        confided(situation, found, report.feedback(), report.texts(), text),
        staged(situation, text));
  }

  /**
   * More of a feedback, of which only the focal point may read: a report of its own, since leaders
   * may know the feedback already. Where they don't, it follows the report.
   */
  Begun confidedApart(Situation situation, Found found, OpenFeedback open) {
    OpenFeedback report = open.confided(ids.uuid());
    var effects = new ArrayList<Effect>();
    effects.add(raised(situation, open));
    effects.add(new RouteMade(situation.home().id(), report.feedback(), situation.person().who()));
    effects.addAll(moreConfided(situation, found, report));
    return new Begun(report, effects);
  }

  /** What was said so far is for the focal point alone, unless leaders know it already. */
  FeedbackDetailed raised(Situation situation, OpenFeedback open) {
    return raised(situation, open, Sensitivity.S3, true);
  }

  private FeedbackDetailed raised(
      Situation situation, OpenFeedback open, Sensitivity to, boolean through) {
    return new FeedbackDetailed(
        situation.home().id(), ids.uuid(), open.feedback(), open.texts(), null, null, to, through);
  }

  /** An answer about a feedback. */
  FeedbackDetailed detailed(
      Situation situation,
      OpenFeedback open,
      @Nullable String topic,
      @Nullable Boolean consent,
      boolean through) {
    return new FeedbackDetailed(
        situation.home().id(),
        ids.uuid(),
        open.feedback(),
        open.texts(),
        topic,
        consent,
        null,
        through);
  }

  private OpenFeedback open(Situation situation, CommittedText text, boolean confidential) {
    LocalDate due = new Deadlines(situation.home()).longest(situation.today());
    return new OpenFeedback(ids.uuid(), text.reference(), ids.receipt(), due, 1, confidential);
  }

  private List<Effect> beginning(
      Situation situation, OpenFeedback open, CommittedText text, Effect first) {
    String organisation = situation.home().id();
    return List.of(
        first,
        staged(situation, text),
        new ReceiptIssued(
            organisation,
            open.receipt(),
            text.commitment(),
            situation.person().ownerTag(open.feedback()),
            situation.today(),
            open.due()),
        new RouteMade(organisation, open.feedback(), situation.person().who()));
  }

  private static Confided confided(
      Situation situation, Found found, UUID report, int ordinal, CommittedText text) {
    Kind kind = found.kind();
    return new Confided(
        text.organisation(),
        report,
        text.reference(),
        text.part(),
        ordinal,
        situation.today(),
        situation.now(),
        kind,
        null,
        found.isDanger(),
        text.commitment(),
        text.salt(),
        text.innerSalt(),
        text.text());
  }

  private static @Nullable Long holdSlot(Situation situation) {
    return situation.home().slotAfterHold(situation.now());
  }

  private CommittedText committed(Situation situation, String reference) {
    return new CommittedText(
        situation.home().id(),
        ids.uuid(),
        reference,
        situation.text().kept(),
        ids.salt(),
        ids.salt());
  }

  /** Under the text's own id: as long as it is staged, a slot leaves the text in the intake. */
  private static EntryStaged staged(Situation situation, CommittedText text) {
    return new EntryStaged(
        text.organisation(),
        text.part(),
        new Entry.Committed(situation.today(), text.commitment()));
  }
}
