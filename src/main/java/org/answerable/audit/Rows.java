package org.answerable.audit;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.answerable.tlog.Hash;

/**
 * What the rows of a table have to say.
 *
 * @param feedbacks as the entries tell them, by reference
 * @param day of the latest entry
 * @param latestDay the day on which the table was read
 * @param published the texts beside the log
 */
record Rows(
    Map<String, Followed> feedbacks,
    LocalDate day,
    LocalDate latestDay,
    Map<Hash, String> published) {
  /**
   * A row for each feedback, and none else.
   *
   * @return how many say that they are closed
   */
  int compare(Table table) throws Finding {
    int closed = 0;
    Set<String> missing = new HashSet<>(feedbacks.keySet());
    for (Table.Row row : table.rows()) {
      String reference = row.cell("reference");
      Followed feedback = feedbacks.get(reference);
      if (feedback == null) {
        throw new Finding(
            "%s has a row %s, which no entry opens.".formatted(Table.NAME, Shown.of(reference)));
      }
      if (!missing.remove(reference)) {
        throw new Finding("%s has two rows %s.".formatted(Table.NAME, reference));
      }
      closed += compare(feedback, row) ? 1 : 0;
    }
    if (!missing.isEmpty()) {
      throw new Finding(
          "%s has no row %s, which the log opens."
              .formatted(Table.NAME, missing.iterator().next()));
    }
    return closed;
  }

  private boolean compare(Followed feedback, Table.Row row) throws Finding {
    try {
      return feedback.check(row, day, latestDay, published);
    } catch (Finding e) {
      throw feedback.isLost()
          ? new Finding(
              e.getMessage()
                  + " An entry about it is of a type that this program is too old to know: look for"
                  + " a newer one, and ask again.")
          : e;
    }
  }
}
