package org.answerable.audit;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Arrays;
import org.answerable.organisation.Kind;
import org.answerable.responselog.Content;
import org.answerable.responselog.Entry;
import org.answerable.responselog.EntryJson;
import org.answerable.responselog.LogCommitment;
import org.junit.jupiter.api.Test;

/** What can be true together of promises, referrals, judgements and statements. */
class LedgerPromisesTest {
  private static final LocalDate DAY = LocalDate.of(2026, 11, 20);
  private static final String HOPE = "hope";
  private static final String REFERENCE = "7K2M";
  private final Ledger ledger = new Ledger(HOPE, DAY.plusDays(1));
  private long index;

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

  private void take(Entry... entries) throws Finding {
    for (Entry entry : entries) {
      ledger.take(LogEntry.read(index++, EntryJson.write(HOPE, entry)));
    }
  }

  private void refuses(Entry entry, String what) {
    assertThatThrownBy(() -> take(entry))
        .isInstanceOf(Finding.class)
        .hasMessageEndingWith(" " + what + ".");
  }

  private static Entry committed(int text) {
    return new Entry.Committed(DAY, commitment(text));
  }

  private static Entry opened(int text, String reference) {
    return new Entry.Opened(
        DAY,
        commitment(text),
        bytes(text),
        bytes(text),
        reference,
        DAY,
        Kind.REPORT,
        "care",
        "lead",
        DAY.plusDays(7));
  }

  private static byte[] commitment(int text) {
    return LogCommitment.of(HOPE, bytes(text), REFERENCE, bytes(text));
  }

  private static Content content(int number) {
    return new Content(bytes(number), "text " + number);
  }

  private static byte[] bytes(int number) {
    byte[] bytes = new byte[32];
    Arrays.fill(bytes, (byte) number);
    return bytes;
  }
}
