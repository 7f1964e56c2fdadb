package org.answerable.audit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.answerable.organisation.Kind;
import org.answerable.responselog.Content;
import org.answerable.responselog.CorrectionReason;
import org.answerable.responselog.Entry;
import org.answerable.responselog.EntryJson;
import org.answerable.responselog.LogCommitment;
import org.answerable.responselog.RedactionReason;
import org.answerable.tlog.Hash;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Entries as the server writes them, and what somebody could make of them. */
class LedgerTest {
  private static final LocalDate DAY = LocalDate.of(2026, 11, 20);
  private static final String HOPE = "hope";
  private static final String UNCOMPARED =
      "There is no log.csv beside this copy: what its pages say was compared with nothing.";
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
                + " as additions to them; feedbacks with a response: 1.\n"
                + "Nobody outside has said yet what the commitments are that were not opened.\n"
                + UNCOMPARED);
  }

  @Test
  void passesOverWhatItDoesNotKnow() throws Finding {
    ledger.take(
        LogEntry.read(
            0, json("{\"day\":\"2026-11-20\",\"organisation\":\"hope\",\"type\":\"newer\"}")));
    assertThat(ledger.summary())
        .contains("\nEntries of a type that this program is too old to know: 1.\n");
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

  private static Entry responded(int text) {
    byte[] hash = content(text).hash();
    return new Entry.ResponsePublished(DAY, REFERENCE, "lead", "done", hash, null);
  }

  private static Entry correction(int of, int to) {
    return new Entry.Correction(
        DAY, REFERENCE, content(of).hash(), content(to).hash(), CorrectionReason.WRONG);
  }

  private static Entry redaction(int of) {
    return new Entry.Redaction(DAY, REFERENCE, content(of).hash(), RedactionReason.LAW);
  }

  private static final String HEADER =
      "reference,day,kind,topic,status,due,responded,decision,words,response\r\n";

  private void compare(String rows) throws Exception {
    ledger.compare(
        Table.read(beside(HEADER + rows)).orElseThrow(),
        Map.of(Hash.of(content(1).hash()), "text 1", Hash.of(content(4).hash()), "=text 4!"));
  }

  private static Source beside(String table) {
    return new Source() {
      @Override
      public Optional<byte[]> find(String path, int bytesMax) {
        return Optional.empty();
      }

      @Override
      public Optional<byte[]> beside(String name, int bytesMax) {
        return Optional.of(table.getBytes(UTF_8));
      }

      @Override
      public boolean hasPages() {
        return true;
      }
    };
  }

  @Test
  void theTableSaysWhatTheEntriesSay() throws Exception {
    take(committed(1), opened(1, REFERENCE));
    compare("7K2M,2026-11-20,report,care,released,2026-11-27,,,,\r\n");
    take(responded(1));
    compare("7K2M,2026-11-20,report,care,answered,2026-11-27,2026-11-20,done,,\"text 1\"\r\n");
    take(new Entry.WordsPublished(DAY, REFERENCE, content(4).hash()));
    compare("7K2M,2026-11-20,report,care,answered,2026-11-27,2026-11-20,done,'=text 4!,text 1\r\n");
    take(redaction(4));
    compare("7K2M,2026-11-20,report,care,answered,2026-11-27,2026-11-20,done,,text 1\r\n");
  }

  @Test
  void wordsAndResponseAreTheTextsBesideTheLog() throws Exception {
    take(committed(1), opened(1, REFERENCE), responded(1));
    take(new Entry.WordsPublished(DAY, REFERENCE, content(4).hash()));
    String row = "7K2M,2026-11-20,report,care,answered,2026-11-27,2026-11-20,done,";
    for (String words : List.of("", "=text 5!", "=text 4")) {
      assertThatThrownBy(() -> compare(row + words + ",text 1\r\n"))
          .hasMessage("log.csv: the words of 7K2M is not the text beside the log.");
    }
    for (String response : List.of("", "text 2", "text 1 and more")) {
      assertThatThrownBy(() -> compare(row + "'=text 4!," + response + "\r\n"))
          .hasMessage("log.csv: the response of 7K2M is not the text beside the log.");
    }
  }

  /** Both were asked for before the slot; the log can say so twice without harm. */
  @Test
  void wordsThatWentWithTheirSenderMayBeRemovedOnceMore() throws Exception {
    take(committed(1), opened(1, REFERENCE));
    take(new Entry.WordsPublished(DAY, REFERENCE, content(4).hash()));
    take(new Entry.Withdrawal(DAY, REFERENCE), redaction(4));
    compare("7K2M,2026-11-20,report,care,withdrawn,,,,,\r\n");
    refuses(redaction(1), "removes what is no text about 7K2M");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          7K2M,2026-11-20,report,care,released,2026-11-27,,,, | the status of 7K2M is released, but the entries say answered
          7K2M,2026-11-20,report,care,closed,,,,, | the status of 7K2M is closed, but the entries say answered
          7K2M,2026-11-20,report,care,answered,2026-11-28,2026-11-20,done,, | the due of 7K2M is 2026-11-28, but the entries say 2026-11-27
          7K2M,2026-11-20,report,care,answered,2026-11-27,2026-11-19,done,, | the responded of 7K2M is 2026-11-19, but the entries say 2026-11-20
          7K2M,2026-11-20,report,care,answered,2026-11-27,2026-11-20,,, | the decision of 7K2M is nothing, but the entries say done
          7K2M,2026-11-20,report,board,answered,2026-11-27,2026-11-20,done,, | the topic of 7K2M is board, but the entries say care
          7K2M,2026-11-19,report,care,answered,2026-11-27,2026-11-20,done,, | the day of 7K2M is 2026-11-19, but the entries say 2026-11-20
          """)
  void aRowThatSaysSomethingElseIsNamed(String row, String what) throws Exception {
    take(committed(1), opened(1, REFERENCE), responded(1));
    assertThatThrownBy(() -> compare(row + "\r\n"))
        .isInstanceOf(Finding.class)
        .hasMessage("log.csv: " + what + ".");
  }

  /** An entry of another type excuses no row; that the program may be too old is said. */
  @Test
  void whatANewerTypeIsAboutIsComparedNevertheless() throws Exception {
    take(committed(1), opened(1, REFERENCE));
    ledger.take(
        LogEntry.read(
            2,
            json(
                "{\"day\":\"2026-11-20\",\"organisation\":\"hope\",\"reference\":\"7K2M\",\"type\":\"newer\"}")));
    compare("7K2M,2026-11-20,report,care,released,2026-11-27,,,,\r\n");
    assertThatThrownBy(() -> compare("7K2M,2026-11-20,report,care,answered,2026-11-27,,done,,\r\n"))
        .hasMessage(
            "log.csv: the status of 7K2M is answered, but the entries say released. An entry about"
                + " it is of a type that this program is too old to know: look for a newer one, and"
                + " ask again.");
  }

  @Test
  void aRowTooFewOrTooManyIsNamed() throws Exception {
    take(committed(1), opened(1, REFERENCE));
    String row = "7K2M,2026-11-20,report,care,released,2026-11-27,,,,\r\n";
    assertThatThrownBy(() -> compare(""))
        .hasMessage("log.csv has no row 7K2M, which the log opens.");
    assertThatThrownBy(() -> compare(row + row)).hasMessage("log.csv has two rows 7K2M.");
    assertThatThrownBy(() -> compare(row + row.replace("7K2M", "8888")))
        .hasMessage("log.csv has a row 8888, which no entry opens.");
  }

  @Test
  void whatIsLateIsCalledOverdueOrClosed() throws Exception {
    take(committed(1));
    take(
        new Entry.Opened(
            DAY,
            commitment(1),
            bytes(1),
            bytes(1),
            REFERENCE,
            DAY.minusDays(9),
            Kind.REPORT,
            "care",
            "lead",
            DAY.minusDays(1)));
    compare("7K2M,2026-11-11,report,care,overdue,2026-11-19,,,,\r\n");
    assertThatThrownBy(() -> compare("7K2M,2026-11-11,report,care,released,2026-11-19,,,,\r\n"))
        .hasMessage("log.csv: the status of 7K2M is released, but the entries say overdue.");
    assertThatThrownBy(() -> compare("7K2M,2026-11-11,report,care,closed,,,,,\r\n"))
        .as("in the quarter of its day nothing tells it from others that are late")
        .hasMessage("log.csv: the status of 7K2M is closed, but the entries say overdue.");
  }

  @Test
  void whatWasLateBeforeTheQuarterMayBeCalledClosed() throws Exception {
    take(committed(1));
    take(
        new Entry.Opened(
            DAY,
            commitment(1),
            bytes(1),
            bytes(1),
            REFERENCE,
            DAY.minusDays(60),
            Kind.REPORT,
            "care",
            "lead",
            LocalDate.of(2026, 9, 30)));
    compare("7K2M,2026-09-21,report,care,overdue,2026-09-30,,,,\r\n");
    compare("7K2M,2026-09-21,report,care,closed,,,,,\r\n");
    assertThat(ledger.summary())
        .endsWith("Feedbacks that log.csv calls closed, late and without a response: 1.");
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
