package org.answerable.audit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Arrays;
import org.answerable.organisation.Kind;
import org.answerable.responselog.Content;
import org.answerable.responselog.CorrectionReason;
import org.answerable.responselog.Entry;
import org.answerable.responselog.EntryJson;
import org.answerable.responselog.LogCommitment;
import org.answerable.responselog.RedactionReason;

/** A ledger that takes entries as the server writes them. */
abstract class Entries {
  static final LocalDate DAY = LocalDate.of(2026, 11, 20);
  static final String HOPE = "hope";
  static final String UNCOMPARED =
      "There is no log.csv beside this copy: what its pages say was compared with nothing.";
  static final String REFERENCE = "7K2M";
  final Ledger ledger = new Ledger(HOPE, DAY.plusDays(1));
  long index;

  static Entry responded(int text) {
    byte[] hash = content(text).hash();
    return new Entry.ResponsePublished(DAY, REFERENCE, "lead", "done", hash, null);
  }

  static Entry correction(int of, int to) {
    return new Entry.Correction(
        DAY, REFERENCE, content(of).hash(), content(to).hash(), CorrectionReason.WRONG);
  }

  static Entry redaction(int of) {
    return new Entry.Redaction(DAY, REFERENCE, content(of).hash(), RedactionReason.LAW);
  }

  void take(Entry... entries) throws Finding {
    for (Entry entry : entries) {
      ledger.take(LogEntry.read(index++, EntryJson.write(HOPE, entry)));
    }
  }

  void refuses(Entry entry, String what) {
    assertThatThrownBy(() -> take(entry))
        .isInstanceOf(Finding.class)
        .hasMessageEndingWith(" " + what + ".");
  }

  static Entry committed(int text) {
    return new Entry.Committed(DAY, commitment(text));
  }

  static Entry opened(int text, String reference) {
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

  static Entry addition(int text, String reference) {
    return new Entry.AdditionOpened(DAY, commitment(text), bytes(text), bytes(text), reference);
  }

  static byte[] commitment(int text) {
    return LogCommitment.of(HOPE, bytes(text), REFERENCE, bytes(text));
  }

  static Content content(int number) {
    return new Content(bytes(number), "text " + number);
  }

  static byte[] bytes(int number) {
    byte[] bytes = new byte[32];
    Arrays.fill(bytes, (byte) number);
    return bytes;
  }

  static byte[] json(String text) {
    return text.getBytes(UTF_8);
  }
}
