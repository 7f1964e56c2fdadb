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
        .contains("Its deadlines: declared with entry 0, and never changed.")
        .doesNotContain("word lists", "does not declare");
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

  @Test
  void whatDidNotHelpIsDueAnewOnTheDayThatWasDeclared() throws Exception {
    take(deadlines(FIVE), committed(1), opened(1, REFERENCE), responded(1));
    refuses(
        changed("disputed", Kind.REPORT, DAY.plusDays(5)),
        "is due on 2026-11-25, but what was declared before says: 2026-11-24");
    take(changed("disputed", Kind.REPORT, DAY.plusDays(4)));
  }

  /** Praise is due on no day; what is no praise after all is due when it would have been. */
  @Test
  void noDayIsPutOffByCallingItPraiseForAWhile() throws Exception {
    take(deadlines(FIVE), committed(1), opened(1, REFERENCE));
    take(changed("released", Kind.PRAISE, null));
    refuses(
        changed("released", Kind.REPORT, DAY.plusDays(9)),
        "is due on 2026-11-29, but what was declared before says: 2026-11-27");
    take(changed("released", Kind.REPORT, DAY.plusDays(7)));
  }

  private static Entry changed(String status, Kind kind, @Nullable LocalDate due) {
    return new Entry.StatusChanged(DAY, REFERENCE, status, kind, "care", "lead", due);
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
