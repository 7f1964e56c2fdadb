package org.answerable.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.answerable.organisation.Kind;
import org.answerable.responselog.Content;
import org.answerable.responselog.Entry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Entries as the server writes them, and what somebody could make of them. */
class LedgerTest extends Entries {
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
                + " as additions to them; feedbacks with a response: 1.\n"
                + "It does not declare all its rules: nothing was compared with the others.\n"
                + "Nobody outside has said yet what the commitments are that were not opened.\n"
                + "Taken back by who asked, as the organisation says: 1.\n"
                + UNCOMPARED);
  }

  @Test
  void passesOverWhatItDoesNotKnow() throws Finding {
    ledger.take(
        LogEntry.read(
            0, json("{\"day\":\"2026-11-20\",\"organisation\":\"hope\",\"type\":\"newer\"}")));
    assertThat(ledger.summary())
        .endsWith("\nEntries of a type that this program is too old to know: 1.");
  }

  @Test
  void aQuarterIsToldOnceWhenItIsOverAndInWholeTens() throws Finding {
    LocalDate quarter = LocalDate.of(2026, 7, 1);
    refuses(confidence(quarter.plusDays(1), 20), "tells of a quarter that is none, or is not over");
    refuses(
        confidence(quarter.plusMonths(3), 20), "tells of a quarter that is none, or is not over");
    refuses(confidence(quarter, 21), "tells exactly what is told in whole tens alone: received");
    quarter = quarter.minusMonths(3);
    take(confidence(quarter, 20));
    refuses(confidence(quarter, 20), "tells of the quarter of 2026-04-01 for the second time");
  }

  private static Entry confidence(LocalDate quarter, int received) {
    return new Entry.InConfidence(DAY, quarter, received, 10, 0, 30);
  }

  @Test
  void tellsWhoeverComesNewThatTheKeyChanged() throws Finding {
    take(committed(1), new Entry.LogKeyChanged(DAY, "hope+1b2c3d4e+AA", 1));
    assertThat(ledger.summary())
        .contains("\nIt went on under another key with entry 1: ask why.\n");
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

  /** Who answers late can't say that it was some days ago. */
  @Test
  void noResponseIsDatedBack() throws Finding {
    LocalDate day = DAY.minusDays(8);
    for (int number = 1; number <= 8; number++) {
      take(new Entry.Committed(day.plusDays(number), commitment(number)));
    }
    take(opened(8, REFERENCE));
    refuses(
        new Entry.Withdrawal(DAY.minusDays(3), REFERENCE),
        "is of 2026-11-17, but stands behind commitments of 3 days after it: it was written later"
            + " than it says");
    refuses(
        new Entry.ResponsePublished(
            DAY.minusDays(1), REFERENCE, "lead", "done", content(1).hash(), null),
        "is of 2026-11-19, but what it answers was opened on 2026-11-20");
    take(new Entry.Withdrawal(DAY.minusDays(2), REFERENCE), responded(1));
  }

  @Test
  void noResponseIsDatedBeforeItWasSaidToBeMissing() throws Finding {
    take(new Entry.Committed(DAY.minusDays(1), commitment(1)));
    take(
        new Entry.Opened(
            DAY.minusDays(1),
            commitment(1),
            bytes(1),
            bytes(1),
            REFERENCE,
            DAY.minusDays(9),
            Kind.REPORT,
            "care",
            "lead",
            DAY.minusDays(1)));
    take(new Entry.Overdue(DAY, REFERENCE, DAY.minusDays(1), "lead", "board"));
    refuses(
        new Entry.ResponsePublished(
            DAY.minusDays(1), REFERENCE, "lead", "done", content(1).hash(), null),
        "is of 2026-11-19, but what it answers was said to be unanswered on 2026-11-20");
    take(responded(1));
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
  void aCorrectionReplacesAResponseThatStandsAndARemovalTakesATextAway() throws Finding {
    take(committed(1), opened(1, REFERENCE), responded(1));
    refuses(correction(2, 3), "corrects what is no response to 7K2M");
    take(correction(1, 2));
    refuses(correction(1, 3), "corrects what is no response to 7K2M");
    assertThat(ledger.texts()).as("both stay").hasSize(2);
    take(redaction(1));
    refuses(redaction(1), "removes what is no text about 7K2M");
    refuses(redaction(9), "removes what is no text about 7K2M");
    assertThat(ledger.texts())
        .extracting(PublishedText::what)
        .containsExactly("the corrected response to 7K2M");
    take(new Entry.WordsPublished(DAY, REFERENCE, content(4).hash()), redaction(4));
    take(new Entry.Withdrawal(DAY, REFERENCE));
    assertThat(ledger.texts()).hasSize(1);
    assertThat(ledger.summary())
        .contains("Published texts that were removed, each with its reason: 2.\n");
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
}
