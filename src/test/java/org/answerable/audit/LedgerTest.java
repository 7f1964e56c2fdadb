package org.answerable.audit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Arrays;
import org.answerable.organisation.Kind;
import org.answerable.responselog.Content;
import org.answerable.responselog.Entry;
import org.answerable.responselog.EntryJson;
import org.answerable.responselog.LogCommitment;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Entries as the server writes them, and what somebody could make of them. */
class LedgerTest {
  private static final LocalDate DAY = LocalDate.of(2026, 11, 20);
  private static final String HOPE = "hope";
  private static final String REFERENCE = "7K2M";
  private final Ledger ledger = new Ledger(HOPE, DAY.plusDays(1));
  private long index;

  @Test
  void takesALifeAndTellsWhatMustStandBesideIt() throws Finding {
    Content response = content(1);
    Content promise = content(2);
    take(committed(1), committed(2), committed(3), opened(1, REFERENCE));
    take(addition(2, REFERENCE));
    take(
        new Entry.StatusChanged(
            DAY, REFERENCE, "acknowledged", Kind.REPORT, "care", "lead", DAY.plusDays(3)));
    take(
        new Entry.ResponsePublished(
            DAY,
            REFERENCE,
            "lead",
            "done",
            response.hash(),
            new Entry.Commitment("lead", DAY, promise.hash())));
    take(new Entry.WordsPublished(DAY, REFERENCE, content(3).hash()));
    assertThat(ledger.texts()).hasSize(3);
    take(new Entry.Withdrawal(DAY, REFERENCE));
    assertThat(ledger.texts())
        .extracting(PublishedText::what)
        .containsExactly("the response to 7K2M", "what was promised to 7K2M");
    assertThat(ledger.summary())
        .isEqualTo(
            "3 commitments, covers for texts that never were among them; opened: 1 as feedbacks, 1"
                + " as additions to them; feedbacks with a response: 1.");
  }

  @Test
  void passesOverWhatItDoesNotKnow() throws Finding {
    ledger.take(
        LogEntry.read(
            0, json("{\"day\":\"2026-11-20\",\"organisation\":\"hope\",\"type\":\"newer\"}")));
    assertThat(ledger.summary())
        .endsWith("Entries of a type that this program is too old to know: 1.");
  }

  @Test
  void tellsWhoeverComesNewThatTheKeyChanged() throws Finding {
    take(committed(1), new Entry.LogKeyChanged(DAY, "hope+1b2c3d4e+AA", 1));
    assertThat(ledger.summary()).endsWith("\nIt went on under another key with entry 1: ask why.");
  }

  @Test
  void whatIsOpenedStandsBeforeAndIsOpenedOnce() throws Finding {
    refuses(opened(1, REFERENCE), "opens a commitment that does not stand before it");
    take(committed(1), opened(1, REFERENCE));
    refuses(opened(1, "8888"), "opens a commitment for the second time");
    refuses(committed(1), "commits to what was committed to before");
  }

  /** A text that is opened under another reference, with another salt or text, was exchanged. */
  @Test
  void aCommitmentOpensAsWhatItWasMadeFor() throws Finding {
    take(committed(1), committed(2));
    refuses(
        new Entry.Opened(
            DAY,
            commitment(1),
            bytes(2),
            bytes(1),
            REFERENCE,
            DAY,
            Kind.REPORT,
            "care",
            "lead",
            DAY),
        "opens a commitment that was made for something else");
    refuses(
        new Entry.AdditionOpened(DAY, commitment(2), bytes(2), bytes(2), "8888"),
        "opens a commitment that was made for something else");
  }

  @Test
  void aReferenceIsOpenedOnceAndBeforeAnythingIsSaidOfIt() throws Finding {
    take(committed(1), committed(2), opened(1, REFERENCE));
    refuses(
        new Entry.Opened(
            DAY,
            commitment(2),
            bytes(2),
            bytes(2),
            REFERENCE,
            DAY,
            Kind.REPORT,
            "care",
            "lead",
            DAY),
        "opens 7K2M for the second time");
    refuses(new Entry.Withdrawal(DAY, "8888"), "is about 8888, which was not opened before it");
    take(new Entry.Withdrawal(DAY, REFERENCE));
    refuses(new Entry.Withdrawal(DAY, REFERENCE), "takes back 7K2M for the second time");
  }

  @Test
  void daysAreThoseOfTheirOrder() throws Finding {
    take(committed(1));
    refuses(
        new Entry.Committed(DAY.minusDays(1), commitment(2)),
        "is of 2026-11-19, but a commitment before it is of 2026-11-20");
    refuses(
        new Entry.Committed(DAY.plusDays(2), commitment(2)),
        "is of a day that has not come, 2026-11-22");
    refuses(
        new Entry.Overdue(DAY.minusDays(31), REFERENCE, DAY, "lead", "board"),
        "is of 2026-10-20, but stands behind one of 2026-11-20");
  }

  @Test
  void askedIsNotAfterItCame() throws Finding {
    take(committed(1));
    refuses(
        new Entry.Opened(
            DAY,
            commitment(1),
            bytes(1),
            bytes(1),
            REFERENCE,
            DAY.plusDays(1),
            Kind.REPORT,
            "care",
            "lead",
            DAY),
        "says that it was asked on 2026-11-21, but was committed to on 2026-11-20");
  }

  @Test
  void nothingIsLateBeforeItsDayNorPromisedForAPastOne() throws Finding {
    take(committed(1), opened(1, REFERENCE));
    refuses(
        new Entry.Overdue(DAY, REFERENCE, DAY, "lead", "board"), "calls 7K2M late before its day");
    take(new Entry.Overdue(DAY, REFERENCE, DAY.minusDays(1), "lead", "board"));
    refuses(
        new Entry.ResponsePublished(
            DAY,
            REFERENCE,
            "lead",
            "done",
            bytes(1),
            new Entry.Commitment("lead", DAY.minusDays(1), bytes(2))),
        "promises something for a day that was over");
  }

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

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[]",
        "{}x",
        "{ \"type\":\"committed\"}",
        "{\"type\":\"a\",\"day\":\"b\"}",
        "{\"day\":\"a\",\"day\":\"b\"}",
        "",
        "\u0000"
      })
  void hasOneForm(String body) {
    assertThatThrownBy(() -> LogEntry.read(7, json(body)))
        .isInstanceOf(Finding.class)
        .hasMessage("entry 7 is no JSON object in the one form that the log has.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"day\":\"2026-11-20\",\"organisation\":\"grace\",\"type\":\"committed\"} is of another"
            + " organisation",
        "{\"day\":\"2026-11-31\",\"organisation\":\"hope\",\"type\":\"committed\"} has a day that"
            + " is no day",
        "{\"organisation\":\"hope\",\"type\":\"committed\"} has no day",
        "{\"day\":20261120,\"organisation\":\"hope\",\"type\":\"committed\"} has no day",
        "{\"commitment\":\"00\",\"day\":\"2026-11-20\",\"organisation\":\"hope\",\"type\":\"committed\"}"
            + " has a commitment that is no hash"
      })
  void namesWhatIsWrong(String line) {
    int end = line.indexOf('}') + 1;
    assertThatThrownBy(() -> ledger.take(LogEntry.read(0, json(line.substring(0, end)))))
        .isInstanceOf(Finding.class)
        .hasMessage("entry 0" + line.substring(end) + ".");
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

  private static Entry addition(int text, String reference) {
    return new Entry.AdditionOpened(DAY, commitment(text), bytes(text), bytes(text), reference);
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

  private static byte[] json(String text) {
    return text.getBytes(UTF_8);
  }
}
