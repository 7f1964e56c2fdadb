package org.answerable.feedback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import org.answerable.organisation.Organisation;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ResponseDraftTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);
  private final Organisation organisation = TestOrganisation.named("baraza");

  @Test
  void tellsAllProblemsAtOnce() {
    assertThat(problems(new ResponseDraft(null, "", "", "", null)))
        .containsExactly(Problem.NO_DECISION, Problem.NO_TEXT);
    assertThat(problems(new ResponseDraft(Decision.WILL_DO, " \n", " ", "nobody", null)))
        .containsExactly(Problem.NO_COMMITMENT, Problem.NO_OWNER, Problem.NO_DAY, Problem.NO_TEXT);
  }

  @Test
  void wantsAPromisesDayAhead() {
    assertThat(problems(willDo(TODAY))).containsExactly(Problem.DAY_NOT_AHEAD);
    assertThat(problems(willDo(TODAY.plusDays(1)))).isEmpty();
    assertThat(problems(willDo(TODAY.plusDays(FeedbackLimits.COMMITMENT_DAYS)))).isEmpty();
    assertThat(problems(willDo(TODAY.plusDays(FeedbackLimits.COMMITMENT_DAYS + 1))))
        .containsExactly(Problem.DAY_TOO_FAR);
  }

  @Test
  void namesWhatIsMissingInARefusalAndInAReferral() {
    assertThat(problems(ResponseDraft.of(Decision.WILL_NOT, "")))
        .containsExactly(Problem.NO_REASON);
    assertThat(problems(ResponseDraft.of(Decision.REFERRED_TO, "")))
        .containsExactly(Problem.NO_BODY, Problem.NO_TEXT);
    assertThat(problems(referred(TODAY))).containsExactly(Problem.BODY_DAY_NOT_AHEAD);
  }

  @Test
  void givesABodyOutsideThirtyDaysWhereNobodySaysOtherwise() {
    var made = referred(null).complete(organisation, TODAY).commitment();
    assertThat(made).isEqualTo(new Commitment("district office", null, TODAY.plusDays(30)));
    assertThat(problems(referred(TODAY.plusDays(1)))).isEmpty();
  }

  @Test
  void countsCharactersAsPeopleDo() {
    String full = "😀".repeat(FeedbackLimits.RESPONSE_CHARS);
    assertThat(problems(ResponseDraft.of(Decision.DONE, full))).isEmpty();
    assertThat(problems(ResponseDraft.of(Decision.DONE, full + "a")))
        .containsExactly(Problem.TEXT_TOO_LONG);
    var draft = new ResponseDraft(Decision.WILL_DO, "yes", "w".repeat(161), "board", TODAY);
    assertThat(problems(draft)).contains(Problem.COMMITMENT_TOO_LONG);
  }

  @ParameterizedTest
  @EnumSource(
      value = Decision.class,
      mode = EnumSource.Mode.EXCLUDE,
      names = {"WILL_DO", "REFERRED_TO"})
  void takesNoPromiseWithAnotherDecision(Decision decision) {
    var draft = new ResponseDraft(decision, "yes", "a closed room", "board", TODAY);
    assertThat(draft.complete(organisation, TODAY).commitment()).isNull();
  }

  @Test
  void dropsSignsThatNobodySees() {
    var draft = ResponseDraft.of(Decision.DONE, "\u0000one\r\n\u202Etwo\uFEFF\t3 ");
    assertThat(draft.text()).isEqualTo("one\ntwo 3");
  }

  @Test
  void isNotCompleteWithProblems() {
    var draft = ResponseDraft.of(Decision.DONE, "");
    assertThatThrownBy(() -> draft.complete(organisation, TODAY))
        .isInstanceOf(IllegalStateException.class);
  }

  private List<Problem> problems(ResponseDraft draft) {
    return draft.problems(organisation, TODAY);
  }

  private static ResponseDraft referred(@Nullable LocalDate by) {
    return new ResponseDraft(Decision.REFERRED_TO, "they have it", "district office", "", by);
  }

  private static ResponseDraft willDo(LocalDate by) {
    return new ResponseDraft(Decision.WILL_DO, "yes", "a closed room", "board", by);
  }
}
