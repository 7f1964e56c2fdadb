package org.answerable.audit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.answerable.organisation.Kind;
import org.answerable.responselog.Entry;
import org.answerable.tlog.Hash;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The table that pages are made from says what the entries say, and the texts beside them. */
class LedgerTableTest extends Entries {
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
    for (String more : List.of("2026-09-30,,,,", ",2026-11-20,,,", ",,done,,", ",,,,text 1")) {
      assertThatThrownBy(() -> compare("7K2M,2026-09-21,report,care,closed," + more + "\r\n"))
          .isInstanceOf(Finding.class);
    }
    assertThat(ledger.summary())
        .endsWith("Feedbacks that log.csv calls closed, late and without a response: 1.");
  }
}
