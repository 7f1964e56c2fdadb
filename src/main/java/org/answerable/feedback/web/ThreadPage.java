package org.answerable.feedback.web;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.answerable.feedback.FeedbackRules;
import org.answerable.feedback.FeedbackState;
import org.answerable.feedback.FeedbackThread;
import org.answerable.feedback.Mark;
import org.answerable.feedback.Publication;
import org.answerable.feedback.PublishingWords;
import org.answerable.feedback.PublishingWords.Choice;
import org.answerable.feedback.PublishingWords.MarkedPart;
import org.answerable.organisation.Kind;
import org.answerable.organisation.Organisation;
import org.answerable.organisation.Role;
import org.answerable.organisation.Sensitivity;
import org.jspecify.annotations.Nullable;

/** Makes the views of one feedback's page. */
final class ThreadPage {
  private final Organisation organisation;
  private final LocalDate today;
  private final Vocabulary words;
  private final int echoes;

  /**
   * @param echoes how many say at least that it happened to them too, as the public page has it
   */
  ThreadPage(Organisation organisation, LocalDate today, int echoes) {
    this.echoes = echoes;
    this.organisation = organisation;
    this.today = today;
    this.words = new Vocabulary(organisation, today);
  }

  ThreadView of(FeedbackThread thread, String chosenOwner) {
    FeedbackState state = thread.state();
    var status = words.status(state);
    return new ThreadView(
        words.title(state),
        state.reference(),
        status.mark(),
        status.word(),
        note(state),
        Timeline.of(words, thread),
        facts(thread),
        thread.notes().stream()
            .map(
                note ->
                    new ThreadView.Note(
                        words.role(note.byRole()) + ", " + words.day(note.day()), note.text()))
            .toList(),
        thread.isPublic() ? "/" + state.organisation() + "/log/" + state.reference() : null,
        thread.mayBeSorted() ? "/inbox/reader/" + state.reference() : null,
        thread.isPublic(),
        !state.status().isWaiting() && !state.isWithdrawn(),
        state.isWithdrawn(),
        thread.mayAskBack(),
        organisation.roles().stream()
            .map(
                role -> new Option(role.id(), words.role(role.id()), role.id().equals(chosenOwner)))
            .toList(),
        today.plusDays(1).toString());
  }

  /** What was found in the words; at first all of it is to be hidden. */
  WordsView words(
      FeedbackThread thread,
      @Nullable Choice choice,
      Publication.@Nullable Shown shown,
      String note) {
    return new WordsView(
        PublishingWords.marked(thread).stream().map(part -> text(part, choice)).toList(),
        choice == null ? "" : String.join("\n", choice.also()),
        shown == null ? null : shown.words(),
        shown == null ? "" : shown.seal(),
        note);
  }

  private WordsView.Text text(MarkedPart part, @Nullable Choice choice) {
    var pieces = new ArrayList<WordsView.Piece>();
    int at = 0;
    for (Mark mark : part.marks()) {
      pieces.add(plain(part.text().substring(at, mark.start())));
      String name = part.name(mark);
      boolean hidden = choice == null || choice.marks().contains(name);
      String found = part.text().substring(mark.start(), mark.end());
      pieces.add(new WordsView.Piece(found, name, why(mark.why()), hidden));
      at = mark.end();
    }
    pieces.add(plain(part.text().substring(at)));
    return new WordsView.Text(pieces);
  }

  private static WordsView.Piece plain(String text) {
    return new WordsView.Piece(text, null, "", false);
  }

  private static String why(Mark.Why why) {
    return switch (why) {
      case LINK -> "link";
      case EMAIL -> "e-mail";
      case HANDLE -> "handle";
      case NUMBER -> "number";
      case NAME -> "name";
      case PLACE -> "place";
    };
  }

  private String note(FeedbackState state) {
    if (state.isWithdrawn()) {
      return "no answer is due";
    }
    LocalDate responded = state.status().isWaiting() ? null : state.responded();
    LocalDate until = responded == null ? today : responded;
    String days = words.days(Math.max(0, ChronoUnit.DAYS.between(state.asked(), until)));
    LocalDate due = state.due();
    return due == null ? days + ", praise has no day" : days + ", due " + words.day(due);
  }

  private List<ThreadView.Fact> facts(FeedbackThread thread) {
    FeedbackState state = thread.state();
    var facts = new ArrayList<ThreadView.Fact>();
    cameBy(thread).ifPresent(facts::add);
    if (echoes > 0) {
      facts.add(
          new ThreadView.Fact(
              state.kind() == Kind.PROPOSAL ? "Others support it" : "Others say it too",
              echoes + " or more, as the public page has it"));
    }
    facts.add(new ThreadView.Fact("May we publish the words?", consent(thread)));
    facts.add(
        new ThreadView.Fact(
            "Sensitivity", sensitivity(new FeedbackRules(organisation).sensitivity(state))));
    facts.add(new ThreadView.Fact("Asked first", words.role(state.role())));
    if (!state.withRole().equals(state.role())) {
      facts.add(new ThreadView.Fact("Now with", words.role(state.withRole())));
    } else {
      nextIfLate(state).ifPresent(facts::add);
    }
    return facts;
  }

  /** What came as a text says nothing: how somebody writes is nobody's business. */
  private static Optional<ThreadView.Fact> cameBy(FeedbackThread thread) {
    return switch (thread.source()) {
      case TEXT -> Optional.empty();
      case IN_PERSON -> Optional.of(entered("Given in person"));
      case PAPER -> Optional.of(entered("Given on paper"));
      case MISSED_CALL -> Optional.of(entered("Given by phone, after a missed call"));
    };
  }

  private static ThreadView.Fact entered(String how) {
    return new ThreadView.Fact(
        "How it came", how + ", and entered by a leader. No text goes out: they have a receipt.");
  }

  private Optional<ThreadView.Fact> nextIfLate(FeedbackState state) {
    LocalDate due = state.due();
    if (due == null || !state.status().isWaiting()) {
      return Optional.empty();
    }
    return organisation
        .role(state.role())
        .map(Role::escalatesTo)
        .map(
            next ->
                new ThreadView.Fact(
                    "Next if late", words.role(next) + ", after " + words.day(due)));
  }

  private static String consent(FeedbackThread thread) {
    if (thread.hasPublishedWords()) {
      return "Yes, and they are published";
    }
    if (!thread.isPublic()) {
      return "No, confidential ones are never published";
    }
    if (thread.state().consent() && thread.wereWordsShown()) {
      return "Yes, after redaction; they are shown first what is left";
    }
    return thread.state().consent() ? "Yes, after redaction" : "No, only leaders read";
  }

  private static String sensitivity(Sensitivity sensitivity) {
    return switch (sensitivity) {
      case S0 -> "S0, open";
      case S1 -> "S1, may show who wrote";
      case S2 -> "S2, accuses or endangers";
      case S3 -> "S3, a trained person only";
    };
  }
}
