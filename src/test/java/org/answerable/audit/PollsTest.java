package org.answerable.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.answerable.responselog.Entry;
import org.answerable.responselog.EntryJson;
import org.answerable.responselog.PollNews;
import org.answerable.responselog.RedactionReason;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Polls as the server writes them, and what somebody could make of their results. */
class PollsTest extends PollEntries {
  @Test
  void aPollIsAnnouncedOnceAndEndsOnce() throws Exception {
    refuses(closed(SECRET), "was not announced before it");
    take(announced());
    refuses(announced(), "announces K7QM-2XWD for the second time");
    refuses(tallied("ballots", 3, 1), "not closed");
    refuses(closed(SECRET), "before its last day is over");
    day = CLOSES.plusDays(1);
    refuses(closed(bytes(8)), "with a secret that was not announced");
    take(closed(SECRET));
    refuses(new PollNews.Cancelled(REASON.hash()), "ends K7QM-2XWD for the second time");
    refuses(tallied("ballots", 3, 4), "names a winner that K7QM-2XWD has not");
    refuses(tallied("everything", 3, 1), "shows of a result everything");
    take(tallied("winner", 3, 1));
    refuses(tallied("ballots", 3, 2), "was counted before");
  }

  /** In whole steps, so that nobody is found by what is told of few. */
  @Test
  void whatDoesNotCountIsToldInStepsAndOnce() throws Exception {
    take(announced());
    day = CLOSES.plusDays(1);
    take(closed(SECRET));
    for (String count : List.of("7", "12+", "0+", "<5", "")) {
      refuses(uncounted("ballots", new PollNews.Uncounted(count, "<10")), "are replaced");
      refuses(uncounted("figures", new PollNews.Uncounted("10+", count)), "are invalid");
    }
    refuses(uncounted("winner", UNCOUNTED), "does not tell as it should");
    refuses(uncounted("ballots", null), "does not tell as it should");
    for (String eligible : List.of("47", "0+")) {
      refuses(eligible("figures", eligible), "how many could vote in K7QM-2XWD");
    }
    refuses(new PollNews.Late("<10"), "came late");
    take(eligible("figures", "40+"));
    day = CLOSES.plusDays(7);
    refuses(new PollNews.Late("<10"), "came late");
    day = CLOSES.plusDays(8);
    refuses(new PollNews.Late("3"), "came late");
    take(new PollNews.Late("10+"));
    refuses(new PollNews.Late("20+"), "came late");
  }

  @Test
  void ofFewVotesItIsNotToldHowManyCameLate() throws Exception {
    take(announced());
    day = CLOSES.plusDays(8);
    take(closed(SECRET), tallied("winner", 3, 1));
    refuses(new PollNews.Late("<10"), "came late");
  }

  private static PollNews eligible(String shown, String eligible) {
    return new PollNews.Tallied(
        shown, 3, List.of(2), Optional.of(FIGURES.hash()), ANSWER_BY, UNCOUNTED, eligible);
  }

  private static PollNews uncounted(String shown, PollNews.@Nullable Uncounted uncounted) {
    return new PollNews.Tallied(
        shown, 3, List.of(2), Optional.of(FIGURES.hash()), ANSWER_BY, uncounted, null);
  }

  @Test
  void whatAVoteChoseHasADayByWhichLeadersAnswer() throws Exception {
    take(announced());
    day = CLOSES.plusDays(1);
    take(closed(SECRET));
    refuses(
        new PollNews.Tallied(
            "ballots", 3, List.of(2), Optional.of(FIGURES.hash()), null, UNCOUNTED, null),
        "does not say as it should by when leaders answer for what K7QM-2XWD chose");
    refuses(
        new PollNews.Tallied(
            "ballots", 3, List.of(), Optional.of(FIGURES.hash()), ANSWER_BY, UNCOUNTED, null),
        "does not say as it should by when leaders answer for what K7QM-2XWD chose");
  }

  @Test
  void aPollIsAnnouncedWhileItCanBeVotedIn() throws Exception {
    day = CLOSES.plusDays(1);
    refuses(announced(), "announces a poll whose last day was over");
  }

  @Test
  void aPollThatNobodyEndedIsTold() throws Exception {
    String told = "Polls whose last day is over, neither counted nor cancelled: 1. Ask why.";
    take(announced());
    assertThat(ledger.summary()).doesNotContain(told);
    ledger.take(
        LogEntry.read(
            index, EntryJson.write(HOPE, new Entry.Committed(CLOSES.plusDays(2), bytes(1)))));
    assertThat(ledger.summary()).contains(told);
  }

  @Test
  void whatIsCancelledIsNotCounted() throws Exception {
    take(announced(), new PollNews.Cancelled(REASON.hash()));
    day = CLOSES.plusDays(1);
    refuses(closed(SECRET), "ends K7QM-2XWD for the second time");
  }

  @Test
  void aPriorityIsAnsweredOnceAndCalledLateAfterItsDayOnly() throws Exception {
    byte[] what = bytes(5);
    LocalDate by = CLOSES.plusDays(10);
    var answer =
        new PollNews.PriorityAnswered(
            2, "board", "will-do", bytes(4), new Entry.Commitment("board", by, what));
    take(announced());
    day = CLOSES.plusDays(1);
    refuses(answer, "is about a priority that no vote chose before it");
    take(
        closed(SECRET),
        new PollNews.Tallied(
            "figures", 3, List.of(2, 1), Optional.of(FIGURES.hash()), by, UNCOUNTED, null));
    refuses(
        new PollNews.PriorityOverdue(3, by), "is about a priority that no vote chose before it");
    refuses(
        new PollNews.PriorityOverdue(1, by),
        "calls a priority late before its day, or names another one");
    take(answer);
    refuses(answer, "answers a priority for the second time");
    assertThatThrownBy(() -> ledger.polls().check(source))
        .hasMessageContaining("names it as the answer about K7QM-2XWD");
    take(new PollNews.Removed(bytes(4), RedactionReason.ASKED));
    assertThatThrownBy(() -> ledger.polls().check(source))
        .hasMessageContaining("names it as what was promised about K7QM-2XWD");
    take(new PollNews.Removed(what, RedactionReason.ASKED));
    ledger.polls().check(source);
    refuses(new PollNews.Removed(what, RedactionReason.ASKED), "removes what is no text of");
    day = by.plusDays(1);
    take(new PollNews.PriorityOverdue(1, by));
    refuses(
        new PollNews.PriorityOverdue(1, by),
        "calls a priority late that was answered, or called so before");
    refuses(
        new PollNews.PriorityOverdue(2, by),
        "calls a priority late that was answered, or called so before");
    take(new Entry.CommitmentMissed(day, REFERENCE, what, by));
    take(new Entry.CommitmentKept(day, REFERENCE, what, bytes(6)));
    assertThatThrownBy(() -> take(new Entry.CommitmentKept(day, REFERENCE, what, bytes(6))))
        .hasMessageContaining("says for the second time what became of a promise");
  }
}
