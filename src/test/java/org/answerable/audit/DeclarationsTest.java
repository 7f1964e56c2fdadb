package org.answerable.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.answerable.organisation.Kind;
import org.answerable.responselog.Declaration;
import org.answerable.responselog.Declaration.What;
import org.answerable.responselog.Entry;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is opened follows from the rules that the log had before. */
class DeclarationsTest extends Entries {
  /** Five working days from a Friday: a week. */
  private static final int FIVE = 5;

  @Test
  void whatFollowsFromTheRulesIsAccepted() throws Exception {
    take(deadlines(FIVE), routing("lead", "S1"), committed(1), opened(1, REFERENCE));
    assertThat(ledger.summary())
        .contains(
            "Its deadlines: declared with entry 0, and never changed.", "does not declare all");
    take(changed(Declaration.of(What.WORDS, "{}")));
    assertThat(ledger.summary()).contains("Its word lists").doesNotContain("does not declare");
  }

  @Test
  void anotherDayThanTheDeadlinesSayIsFound() throws Exception {
    take(deadlines(3), committed(1));
    refuses(
        opened(1, REFERENCE),
        "is due on 2026-11-27, but what was declared before says: 2026-11-25");
  }

  @ParameterizedTest
  @ValueSource(ints = {3, FIVE})
  void whatWaitedWhileTheyChangedFollowsFromEither(int after) throws Exception {
    take(deadlines(9), deadlines(FIVE), committed(1), deadlines(after), opened(1, REFERENCE));
  }

  @Test
  void whatCountedBeforeItCameDoesNotCountAnyMore() throws Exception {
    take(deadlines(FIVE), deadlines(3), committed(1));
    refuses(
        opened(1, REFERENCE),
        "is due on 2026-11-27, but what was declared before says: 2026-11-25");
  }

  @Test
  void whatCameBeforeAnyWasDeclaredIsComparedWithNone() throws Exception {
    take(committed(1), deadlines(3), opened(1, REFERENCE));
  }

  @Test
  void anotherRoleThanTheRoutingSaysIsFound() throws Exception {
    take(routing("board", "S0"), committed(1));
    refuses(opened(1, REFERENCE), "goes to lead, but what was declared before says: board");
  }

  @Test
  void whatIsNeverPublicIsNotOpened() throws Exception {
    take(routing("lead", "S2"), committed(1));
    refuses(
        opened(1, REFERENCE), "goes to lead, but what was declared before says: nobody in public");
  }

  @ParameterizedTest
  @CsvSource({
    "report, care, 2026-11-27",
    "report, own, 2026-11-23",
    "idea, own, 2026-12-04",
    "report, unsorted, 2026-12-04",
    "praise, care,"
  })
  void daysAreCountedAsTheServerCountsThem(String kind, String topic, LocalDate due)
      throws Exception {
    take(deadlines(FIVE), committed(1));
    take(
        new Entry.Opened(
            DAY,
            commitment(1),
            bytes(1),
            bytes(1),
            REFERENCE,
            DAY,
            Kind.ofWord(kind),
            topic,
            "lead",
            due));
  }

  @ParameterizedTest
  @CsvSource({
    "acknowledged, report, 2026-11-27", // the day stays
    "acknowledged, report, 2026-11-20",
    "acknowledged, praise,",
    "asked, report, 2026-12-04",
    "disputed, report, 2026-11-24" // two working days
  })
  void aDayThatTheRulesMoveIsAccepted(String status, String kind, LocalDate due) throws Exception {
    takeAnswered();
    take(changed(status, kind, due));
  }

  @ParameterizedTest
  @CsvSource({
    "acknowledged, report, 2026-11-28",
    "acknowledged, report,",
    "asked, report, 2026-12-05",
    "confirmed, report, 2026-12-04"
  })
  void aDayThatNothingMovesIsFound(String status, String kind, LocalDate due) throws Exception {
    takeAnswered();
    refuses(
        changed(status, kind, due),
        "is due on %s, but was due on 2026-11-27, and nothing moves it so far"
            .formatted(due == null ? "no day" : due));
  }

  @Test
  void whatIsDisputedIsDueAsWasDeclaredForThat() throws Exception {
    takeAnswered();
    refuses(
        changed("disputed", "report", LocalDate.of(2026, 12, 14)),
        "is due on 2026-12-14, but what was declared before says: 2026-11-24");
  }

  @Test
  void aQuestionBackMovesTheDayOnce() throws Exception {
    takeAnswered();
    take(changed("asked", "report", LocalDate.of(2026, 12, 4)));
    refuses(
        changed("asked", "report", LocalDate.of(2026, 12, 11)),
        "is due on 2026-12-11, but was due on 2026-12-04, and nothing moves it so far");
  }

  @Test
  void whatWasPraiseIsDueAsIfItHadNeverBeen() throws Exception {
    takeAnswered();
    take(changed("acknowledged", "praise", null));
    refuses(
        changed("acknowledged", "report", LocalDate.of(2026, 12, 1)),
        "is due on 2026-12-01, but what was declared before says: 2026-11-27");
    take(changed("acknowledged", "report", LocalDate.of(2026, 11, 27)));
  }

  private void takeAnswered() throws Exception {
    take(deadlines(FIVE), committed(1), opened(1, REFERENCE), responded(1));
  }

  private static Entry changed(String status, String kind, @Nullable LocalDate due) {
    return new Entry.StatusChanged(DAY, REFERENCE, status, Kind.ofWord(kind), "care", "lead", due);
  }

  @Test
  void aHashOfSomethingElseIsFound() throws Exception {
    String declared = declared(FIVE);
    byte[] other = Declaration.of(What.DEADLINES, declared(3)).hash();
    refuses(
        new Entry.DeclarationChanged(DAY, What.DEADLINES, other, declared),
        "declares something else than its hash is of");
  }

  @Test
  void deadlinesThatNobodyCanCountAreFound() throws Exception {
    String endless =
        declared(FIVE).replace("\"friday\",", "").replace("\"report\":5", "\"report\":2000000000");
    refuses(
        changed(Declaration.of(What.DEADLINES, endless)),
        "declares deadlines that nobody can count");
  }

  private static Entry deadlines(int days) {
    return changed(Declaration.of(What.DEADLINES, declared(days)));
  }

  private static String declared(int days) {
    return """
    {"disputed":2,"kinds":{"idea":10,"report":%d},"topics":{"own":1},
     "workingDays":["monday","tuesday","wednesday","thursday","friday"]}
    """
        .formatted(days);
  }

  private static Entry routing(String role, String sensitivity) {
    return changed(
        Declaration.of(
            What.ROUTING,
            """
            {"firstReader":"reader","roles":{},"topics":{"care":{"role":"%s","sensitivity":"%s"}}}
            """
                .formatted(role, sensitivity)));
  }

  private static Entry changed(Declaration declared) {
    return new Entry.DeclarationChanged(
        DAY, declared.what(), declared.hash(), declared.published());
  }
}
