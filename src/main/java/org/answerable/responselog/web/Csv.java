package org.answerable.responselog.web;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.answerable.responselog.PublicFeedback;
import org.answerable.responselog.PublicText;
import org.jspecify.annotations.Nullable;

/**
 * The log as a table. No cell starts a formula in a spreadsheet.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc4180">RFC 4180</a>
 * @see <a href="https://hxlstandard.org/standard/1-1final/dictionary/">the dictionary of HXL</a>
 */
final class Csv {
  static final String HEADER =
      "reference,day,kind,topic,status,due,responded,decision,words,response\r\n";

  /**
   * What HXL calls each column, in its second row. Its dictionary has no words for a deadline, a
   * decision or a response: those are attributes of our own beside its hashtags.
   */
  static final String HXL =
      "#meta+id,#date+reported,#description+type,#service+code,#status+code,#date+due,"
          + "#date+responded,#status+decision,#description+text,#description+response\r\n";

  private Csv() {}

  /** One feedback as one row. Unanswered past its day, its status is {@code overdue}. */
  static String row(PublicFeedback known, LocalDate today) {
    PublicFeedback feedback = known.shownOn(today);
    List<@Nullable Object> cells =
        Arrays.asList(
            feedback.reference(),
            feedback.day(),
            feedback.kind().word(),
            feedback.topic(),
            feedback.overdue(today) ? "overdue" : feedback.status(),
            feedback.due(),
            feedback.responded(),
            feedback.decision(),
            feedback.words(),
            feedback.response());
    return cells.stream().map(Csv::cell).collect(Collectors.joining(",", "", "\r\n"));
  }

  private static String cell(@Nullable Object value) {
    String cell =
        switch (value) {
          case null -> "";
          case PublicText words -> words.cell();
          default -> PublicText.cell(value.toString());
        };
    boolean quoted = Stream.of(",", "\"", "\n", "\r").anyMatch(cell::contains);
    return quoted ? '"' + cell.replace("\"", "\"\"") + '"' : cell;
  }
}
