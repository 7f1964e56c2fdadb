package org.answerable.feedback;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Map;
import org.answerable.feedback.StatementDraft.Lack;
import org.answerable.responselog.PublicStatement;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What may be said of tiers, and what must be said at all. */
class StatementDraftTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);

  @Test
  void nothingIsSaidOfATierOfFewerThanTenWhateverTheFormSays() {
    var draft =
        governance(
            Map.of(
                "board",
                "9",
                "board-share",
                "more-than-half",
                "staff",
                "10",
                "staff-share",
                "more-than-half",
                "members",
                "420",
                "volunteers",
                "30",
                "volunteers-share",
                "not-more-than-half"));
    assertThat(draft.lacks(TODAY)).isEmpty();
    assertThat(draft.text())
        .isEqualTo(
            """
            board: 9 too-small
            staff: 10 more-than-half
            members: 420 not-stated
            volunteers: 30 not-more-than-half\
            """);
  }

  @Test
  void sizesAreNumbersAndThereIsOneAtLeast() {
    assertThat(governance(Map.of("terms", "2 years")).lacks(TODAY)).containsExactly(Lack.NO_SIZE);
    assertThat(governance(Map.of("board", "all", "staff", "12")).lacks(TODAY))
        .containsExactly(Lack.NO_SIZE);
    assertThat(governance(Map.of()).lacks(TODAY)).contains(Lack.EMPTY);
  }

  @Test
  void anOfficeIsClosedForDaysThatAreNotOver() {
    assertThat(closed(TODAY, TODAY).lacks(TODAY)).isEmpty();
    assertThat(closed(TODAY.plusDays(1), TODAY).lacks(TODAY)).containsExactly(Lack.NO_DAYS);
    assertThat(closed(TODAY.minusDays(2), TODAY.minusDays(1)).lacks(TODAY))
        .containsExactly(Lack.NO_DAYS);
    assertThat(closed(null, TODAY).lacks(TODAY)).containsExactly(Lack.NO_DAYS);
    assertThat(closed(TODAY, TODAY.plusYears(1)).lacks(TODAY)).containsExactly(Lack.NO_DAYS);
  }

  @Test
  void aLineIsALineAndNoForm() {
    var draft =
        new StatementDraft(
            PublicStatement.FUNDING, Map.of("sources", "dues 2 %\nline: forged"), null, null);
    assertThat(draft.text()).isEqualTo("sources: dues 2 % line: forged");
    assertThat(new StatementDraft("poll", Map.of("a", "b"), null, null).lacks(TODAY))
        .containsExactly(Lack.NO_ABOUT);
  }

  private static StatementDraft governance(Map<String, String> values) {
    return new StatementDraft(PublicStatement.GOVERNANCE, values, null, null);
  }

  private static StatementDraft closed(@Nullable LocalDate from, @Nullable LocalDate until) {
    return new StatementDraft(PublicStatement.CLOSED, Map.of("reason", "assembly"), from, until);
  }
}
