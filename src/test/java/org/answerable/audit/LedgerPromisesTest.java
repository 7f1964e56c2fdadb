package org.answerable.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.answerable.organisation.Kind;
import org.answerable.responselog.Entry;
import org.junit.jupiter.api.Test;

/** What can be true together of promises, referrals, judgements and statements. */
class LedgerPromisesTest extends Entries {
  @Test
  void aPromiseIsKeptOnceAndLateAfterItsDayOnly() throws Finding {
    byte[] what = content(2).hash();
    refuses(
        new Entry.CommitmentKept(DAY, REFERENCE, what, bytes(3)),
        "is about 7K2M, which was not opened before it");
    take(committed(1), opened(1, REFERENCE));
    refuses(
        new Entry.CommitmentKept(DAY, REFERENCE, what, bytes(3)),
        "is about a promise that was not made before it");
    take(
        new Entry.ResponsePublished(
            DAY, REFERENCE, "lead", "will-do", bytes(1), new Entry.Commitment("lead", DAY, what)));
    refuses(
        new Entry.ReferralAnswered(DAY, REFERENCE, what, bytes(3)),
        "is about a promise that was not made before it");
    refuses(
        new Entry.CommitmentMissed(DAY, REFERENCE, what, DAY),
        "calls a promise late before its day, or names another one");
    take(new Entry.CommitmentMissed(DAY.plusDays(1), REFERENCE, what, DAY));
    refuses(
        new Entry.CommitmentMissed(DAY.plusDays(1), REFERENCE, what, DAY),
        "calls a promise late that was kept, or called so before");
    take(new Entry.CommitmentKept(DAY.plusDays(1), REFERENCE, what, bytes(3)));
    refuses(
        new Entry.CommitmentKept(DAY.plusDays(1), REFERENCE, what, bytes(3)),
        "says for the second time what became of a promise");
  }

  @Test
  void aPromiseOfWhichNothingIsSaidAnyMoreIsTold() throws Finding {
    LocalDate before = DAY.minusDays(3);
    take(new Entry.Committed(before, commitment(1)));
    take(
        new Entry.Opened(
            before,
            commitment(1),
            bytes(1),
            bytes(1),
            REFERENCE,
            before,
            Kind.REPORT,
            "care",
            "lead",
            DAY));
    take(
        new Entry.ResponsePublished(
            before,
            REFERENCE,
            "lead",
            "will-do",
            content(1).hash(),
            new Entry.Commitment("lead", before, bytes(2))));
    String told = "Promises whose day is over, and no entry says that they were kept or missed: 1.";
    assertThat(ledger.summary()).doesNotContain("Promises whose");
    take(committed(2));
    assertThat(ledger.summary()).contains(told);
    take(new Entry.Withdrawal(DAY, REFERENCE));
    assertThat(ledger.summary())
        .doesNotContain("Promises whose")
        .contains("Taken back by who asked, as the organisation says: 1.");
  }

  @Test
  void nobodyJudgesAnAnswerThatIsNotThere() throws Finding {
    take(committed(1), opened(1, REFERENCE));
    refuses(
        new Entry.StatusChanged(DAY, REFERENCE, "confirmed", Kind.REPORT, "care", "lead", DAY),
        "says how its sender judges an answer to 7K2M, which has none");
  }

  @Test
  void anOfficeIsClosedForDaysInTheirOrder() throws Finding {
    refuses(
        new Entry.Statement(DAY, "closed", "board", bytes(5), DAY.plusDays(1), DAY),
        "closes the office for days that are none");
    take(new Entry.Statement(DAY, "closed", "board", bytes(5), DAY, DAY));
  }

  @Test
  void whatIsAmendedWasStatedBefore() throws Finding {
    refuses(
        new Entry.Statement(DAY, "funding", "board", bytes(6), null, null, bytes(5)),
        "amends what was not stated before it");
    take(
        new Entry.Statement(DAY, "funding", "board", bytes(5), null, null),
        new Entry.Statement(DAY, "funding", "board", bytes(6), null, null, bytes(5)));
  }

  @Test
  void itHappenedToEverMore() throws Finding {
    refuses(new Entry.Echoed(DAY, REFERENCE, 10), "is about 7K2M, which was not opened before it");
    take(committed(1), opened(1, REFERENCE), new Entry.Echoed(DAY, REFERENCE, 10));
    refuses(
        new Entry.Echoed(DAY, REFERENCE, 10),
        "tells of no more to whom it happened too than an entry before it");
    take(new Entry.Echoed(DAY, REFERENCE, 30));
  }
}
