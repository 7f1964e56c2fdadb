package org.answerable.feedback;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.answerable.intake.Reading;
import org.answerable.intake.Released;
import org.answerable.intake.Sorted;
import org.answerable.intake.Source;
import org.answerable.leader.Leader;
import org.answerable.organisation.Kind;
import org.answerable.organisation.Sensitivity;
import org.answerable.organisation.Topic;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class FeedbackRulesTest {
  private static final LocalDate MONDAY = LocalDate.of(2026, 11, 23);
  private static final UUID ID = UUID.fromString("00000000-0000-4000-8000-000000000001");
  private static final UUID ACCOUNT = UUID.fromString("00000000-0000-4000-8000-000000000002");
  private final FeedbackRules rules = new FeedbackRules(TestOrganisation.named("baraza"));

  private final FeedbackRules gone =
      new FeedbackRules(TestOrganisation.without("leadership", "baraza"));

  @Test
  void releasesToTheTopicsRoleWithItsDay() {
    FeedbackState state = released("medicines");
    assertThat(state.role()).isEqualTo("programmes");
    assertThat(state.withRole()).isEqualTo("programmes");
    assertThat(state.kind()).isEqualTo(Kind.REPORT);
    assertThat(state.due()).isEqualTo(LocalDate.of(2026, 11, 26));
    assertThat(state.number()).isEqualTo(1);
    assertThat(state.status()).isEqualTo(FeedbackStatus.RELEASED);
  }

  @Test
  void givesTheReaderWhatNobodySorted() {
    FeedbackState state = released(Topic.UNSORTED);
    assertThat(state.role()).isEqualTo("reader");
    assertThat(state.topic()).isEqualTo("unsorted");
    assertThat(state.due()).isEqualTo(LocalDate.of(2027, 1, 4));
  }

  @Test
  void givesTheReaderATopicThatIsNoLongerDeclared() {
    assertThat(released("football").topic()).isEqualTo("unsorted");
    assertThat(released("football").role()).isEqualTo("reader");
  }

  @Test
  void becomesReadOnce() {
    FeedbackState state = released("medicines");
    Step step = rules.opened(state, "programmes", MONDAY).orElseThrow();
    assertThat(step.after().status()).isEqualTo(FeedbackStatus.ACKNOWLEDGED);
    assertThat(step.after().number()).isEqualTo(2);
    assertThat(rules.opened(step.after(), "programmes", MONDAY)).isEmpty();
  }

  @Test
  void keepsTheDayOfTheFirstResponseAndTheDecisionOfTheLast() {
    FeedbackState first =
        rules.answered(released("medicines"), "programmes", Decision.WILL_DO, MONDAY).after();
    FeedbackState second =
        rules.answered(first, "programmes", Decision.DONE, MONDAY.plusDays(3)).after();
    assertThat(second.responded()).isEqualTo(MONDAY);
    assertThat(second.decision()).isEqualTo(Decision.DONE);
    assertThat(second.status()).isEqualTo(FeedbackStatus.ANSWERED);
  }

  @Test
  void theClockWaitsForWhoWasAskedAndNoLongerThanTheyTook() {
    FeedbackState state = released("medicines");
    FeedbackState asked = rules.askedBack(state, "programmes", MONDAY.plusDays(1)).after();
    assertThat(asked.status()).isEqualTo(FeedbackStatus.ASKED);
    assertThat(asked.waitsSince()).isEqualTo(MONDAY.plusDays(1));
    assertThat(asked.due()).isEqualTo(LocalDate.of(2026, 12, 3));
    assertThat(asked.isOverdue(LocalDate.of(2026, 12, 3))).isFalse();
    assertThat(asked.isOverdue(LocalDate.of(2026, 12, 4))).as("7 days at most").isTrue();
    Step back = rules.added(asked, MONDAY.plusDays(2));
    assertThat(back.what()).isEqualTo(StepKind.CAME_BACK);
    assertThat(back.after().status()).isEqualTo(FeedbackStatus.ACKNOWLEDGED);
    assertThat(back.after().due()).as("a day later").isEqualTo(LocalDate.of(2026, 11, 27));
    assertThat(back.after().waitsSince()).isNull();
    assertThat(rules.added(asked, MONDAY.plusDays(3)).after().due())
        .as("not on a Saturday")
        .isEqualTo(LocalDate.of(2026, 11, 30));
    assertThat(rules.added(asked, MONDAY.plusDays(30)).after().due()).isEqualTo(asked.due());
    assertThat(rules.added(back.after(), MONDAY.plusDays(4)).what()).isEqualTo(StepKind.ADDED);
  }

  @Test
  void askingBackNeverHidesThatADayHasPassed() {
    LocalDate late = LocalDate.of(2026, 11, 27);
    FeedbackState asked = rules.askedBack(released("medicines"), "programmes", late).after();
    assertThat(asked.due()).isEqualTo(LocalDate.of(2026, 11, 26));
    assertThat(asked.isOverdue(late)).isTrue();
    assertThat(rules.added(asked, late.plusDays(2)).after().due()).isEqualTo(asked.due());
  }

  /** Else a leader could ask, take it back, and have a week more each time. */
  @Test
  void aQuestionThatWasTakenBackMovesNoDeadline() {
    FeedbackState state = released("medicines");
    FeedbackState asked = rules.askedBack(state, "programmes", MONDAY).after();
    assertThat(asked.due()).isNotEqualTo(state.due());
    FeedbackState undone =
        rules
            .takenBack(asked, List.of(), FeedbackStatus.ACKNOWLEDGED, "programmes", MONDAY)
            .after();
    assertThat(undone.due()).isEqualTo(state.due());
    assertThat(undone.status()).isEqualTo(FeedbackStatus.ACKNOWLEDGED);
    assertThat(undone.number()).isEqualTo(asked.number() + 1);
  }

  @Test
  void anAnswerEndsTheWaiting() {
    FeedbackState asked = rules.askedBack(released("medicines"), "programmes", MONDAY).after();
    FeedbackState answered = rules.answered(asked, "programmes", Decision.DONE, MONDAY).after();
    assertThat(answered.waitsSince()).isNull();
    assertThat(answered.status()).isEqualTo(FeedbackStatus.ANSWERED);
  }

  @Test
  void movesADeadlineNearerButNeverAway() {
    FeedbackState unsorted = released(Topic.UNSORTED);
    FeedbackState medicines = sorted(unsorted, "medicines");
    assertThat(medicines.due()).isEqualTo(LocalDate.of(2026, 11, 26));
    assertThat(medicines.role()).isEqualTo("programmes");
    assertThat(sorted(medicines, "privacy").due()).isEqualTo(LocalDate.of(2026, 11, 26));
  }

  @Test
  void takesTheDayAwayFromPraise() {
    assertThat(sorted(released(Topic.UNSORTED), "thanks").due()).isNull();
    assertThat(sorted(released("thanks"), "medicines").due()).isEqualTo(LocalDate.of(2026, 11, 26));
  }

  @Test
  void takesConsentWithoutMovingAnything() {
    FeedbackState state = released("medicines");
    var step = rules.sorted(state, new Sorted("baraza", ID, null, true), MONDAY).orElseThrow();
    assertThat(step.after().consent()).isTrue();
    assertThat(step.after().topic()).isEqualTo("medicines");
    assertThat(rules.sorted(state, new Sorted("baraza", ID, null, false), MONDAY)).isEmpty();
    assertThat(rules.sorted(state, new Sorted("baraza", ID, "medicines", null), MONDAY)).isEmpty();
  }

  @Test
  void isOverdueTheDayAfterItsDay() {
    FeedbackState state = released("medicines");
    assertThat(rules.overdue(state, LocalDate.of(2026, 11, 26))).isEmpty();
    Step step = rules.overdue(state, LocalDate.of(2026, 11, 27)).orElseThrow();
    assertThat(step.after().withRole()).isEqualTo("board");
    assertThat(step.after().role()).isEqualTo("programmes");
  }

  @Test
  void isNeverOverdueWhenAnsweredOrPraise() {
    LocalDate late = LocalDate.of(2027, 6, 1);
    var answered = rules.answered(released("medicines"), "programmes", Decision.DONE, MONDAY);
    assertThat(rules.overdue(answered.after(), late)).isEmpty();
    assertThat(rules.overdue(released("thanks"), late)).isEmpty();
  }

  @Test
  void passesOverARoleThatNeverSeesTheTopic() {
    FeedbackState state = released("hours");
    Step step = rules.overdue(state, LocalDate.of(2027, 6, 1)).orElseThrow();
    assertThat(step.after().withRole()).isEqualTo("council");
  }

  @Test
  void staysWithARoleThatNobodyStandsBehind() {
    FeedbackState state = released(Topic.UNSORTED);
    Step step = rules.overdue(state, LocalDate.of(2027, 6, 1)).orElseThrow();
    assertThat(step.after().withRole()).isEqualTo("reader");
  }

  @Test
  void showsItToItsRolesOnly() {
    FeedbackState state = released("medicines");
    assertThat(rules.actingRole(leader("programmes"), state)).contains("programmes");
    assertThat(rules.actingRole(leader("board", "council", "reader"), state)).isEmpty();
    assertThat(rules.actingRole(leader(), state)).isEmpty();
    FeedbackState overdue = rules.overdue(state, LocalDate.of(2027, 6, 1)).orElseThrow().after();
    assertThat(rules.actingRole(leader("board"), overdue)).contains("board");
    assertThat(rules.actingRole(leader("programmes"), overdue)).contains("programmes");
  }

  @Test
  void hidesItFromWhoeverHoldsARoleThatNeverSeesIt() {
    FeedbackState state = released("leadership");
    assertThat(rules.actingRole(leader("reader"), state)).contains("reader");
    assertThat(rules.actingRole(leader("reader", "board"), state)).isEmpty();
  }

  @Test
  void isPublicUpToS1ByReleaseAndByTopic() {
    assertThat(rules.isPublic(released("medicines"))).isTrue();
    assertThat(rules.isPublic(released("privacy"))).isTrue();
    assertThat(rules.isPublic(released("leadership"))).isFalse();
    assertThat(rules.isPublic(sorted(released(Topic.UNSORTED), "leadership"))).isFalse();
    var raised = rules.released(released("medicines", Sensitivity.S2), MONDAY).after();
    assertThat(rules.isPublic(raised)).isFalse();
  }

  @Test
  void staysAsSensitiveAsItWasWhateverBecomesOfItsTopic() {
    FeedbackState accusing = sorted(released(Topic.UNSORTED), "leadership");
    assertThat(gone.isPublic(accusing)).isFalse();
    assertThat(gone.answered(accusing, "reader", Decision.DONE, MONDAY).after().sensitivity())
        .isEqualTo(Sensitivity.S2);
    assertThat(rules.isPublic(sorted(accusing, "medicines"))).isFalse();
    assertThat(gone.isPublic(gone.released(released("leadership", Sensitivity.S0), MONDAY).after()))
        .as("released by a topic that is gone")
        .isFalse();
  }

  /** Nobody can tell any more from whom a topic was hidden. */
  @Test
  void showsWhatIsAboutATopicThatIsGoneToWhoIsTheReaderAlone() {
    FeedbackState state = sorted(released(Topic.UNSORTED), "leadership");
    assertThat(gone.actingRole(leader("reader"), state)).contains("reader");
    assertThat(gone.actingRole(leader("reader", "board"), state)).isEmpty();
    assertThat(gone.actingRole(leader("reader", "forgotten"), state)).isEmpty();
    assertThat(gone.actingRole(leader(), state)).isEmpty();
    FeedbackState programmes = released("medicines");
    var renamed = new FeedbackRules(TestOrganisation.without("medicines", "baraza"));
    assertThat(renamed.actingRole(leader("programmes"), programmes)).isEmpty();
    assertThat(renamed.actingRole(leader("reader"), programmes)).contains("reader");
    Step late = renamed.overdue(programmes, LocalDate.of(2027, 6, 1)).orElseThrow();
    assertThat(late.after().withRole()).as("the board is passed over").isEqualTo("programmes");
  }

  @Test
  void doesNotExistForWhoIsExcludedByAccountOrByAnyRole() {
    FeedbackState byRole = excluded("medicines", "board");
    assertThat(rules.actingRole(leader("programmes"), byRole)).contains("programmes");
    assertThat(rules.actingRole(leader("programmes", "board"), byRole)).isEmpty();
    FeedbackState byAccount = excluded("medicines", ACCOUNT.toString());
    assertThat(rules.actingRole(leader("programmes"), byAccount)).isEmpty();
    var other = new Leader(ID, "baraza", "Juma", Set.of("programmes"));
    assertThat(rules.actingRole(other, byAccount)).contains("programmes");
    assertThat(rules.isPublic(byRole)).isFalse();
    assertThat(rules.isPublic(byAccount)).isFalse();
  }

  @Test
  void goesToTheNextRoleUpThatIsNotExcludedElseToTheReader() {
    assertThat(excluded("medicines", "programmes").role()).isEqualTo("board");
    assertThat(excluded("medicines", "programmes", "board").role()).isEqualTo("council");
    assertThat(excluded("medicines", "programmes", "board", "council").role()).isEqualTo("reader");
    assertThat(excluded("hours", "programmes").role())
        .as("hidden from the board")
        .isEqualTo("council");
    assertThat(excluded("medicines", "programmes").due()).isEqualTo(LocalDate.of(2026, 11, 26));
  }

  @Test
  void passesOverAnExcludedRoleWhenItIsLate() {
    Step late =
        rules.overdue(excluded("medicines", "board"), LocalDate.of(2027, 6, 1)).orElseThrow();
    assertThat(late.after().withRole()).isEqualTo("council");
    Step last =
        rules
            .overdue(excluded("medicines", "board", "council"), LocalDate.of(2027, 6, 1))
            .orElseThrow();
    assertThat(last.after().withRole()).isEqualTo("programmes");
  }

  @Test
  void aReaderSortsItWithTheTopicsOwnDeadlineAndTheKindThatTheyFound() {
    var found =
        new Reading.Sorting("medicines", Kind.QUESTION, Sensitivity.S1, Set.of("programmes"));
    Step step = rules.read(released(Topic.UNSORTED), found, MONDAY).orElseThrow();
    assertThat(step.byRole()).isEqualTo("reader");
    FeedbackState after = step.after();
    assertThat(after.topic()).isEqualTo("medicines");
    assertThat(after.kind()).isEqualTo(Kind.QUESTION);
    assertThat(after.role()).isEqualTo("board");
    assertThat(after.sensitivity()).isEqualTo(Sensitivity.S2);
    assertThat(after.due()).isEqualTo(LocalDate.of(2026, 11, 26));
    assertThat(rules.read(after, found, MONDAY)).as("nothing changes").isEmpty();
    assertThat(sorted(after, "privacy").kind())
        .as("a person's word stays")
        .isEqualTo(Kind.QUESTION);
    assertThat(sorted(after, "privacy").role()).isEqualTo("board");
  }

  /** Else whoever sorts could make one vanish from what is voted on. */
  @Test
  void aProposalStaysOne() {
    Released given = released("medicines", Kind.PROPOSAL, Sensitivity.S0, Set.of());
    FeedbackState proposal = rules.released(given, MONDAY).after();
    assertThat(proposal.kind()).isEqualTo(Kind.PROPOSAL);
    var found = new Reading.Sorting("privacy", Kind.QUESTION, Sensitivity.S0, Set.of());
    FeedbackState after = rules.read(proposal, found, MONDAY).orElseThrow().after();
    assertThat(after.topic()).isEqualTo("privacy");
    assertThat(after.kind()).isEqualTo(Kind.PROPOSAL);
    assertThat(sorted(after, "medicines").kind()).isEqualTo(Kind.PROPOSAL);
  }

  @Test
  void whatItsSenderAddedRaisesItAndSaysNothingOfPublishing() {
    var said = new Sorted("baraza-letu", UUID.randomUUID(), null, null, Sensitivity.S2);
    FeedbackState before = released("medicines");
    Step step = rules.sorted(before, said, MONDAY).orElseThrow();
    assertThat(step.what()).isEqualTo(StepKind.RAISED);
    assertThat(step.after().sensitivity()).isEqualTo(Sensitivity.S2);
    assertThat(step.after().consent()).isEqualTo(before.consent());
    assertThat(rules.sorted(step.after(), said, MONDAY)).as("once").isEmpty();
  }

  @Test
  void aReadersExclusionsOnlyBecomeMoreAndADeadlineOnlyComesNearer() {
    var first = new Reading.Sorting("medicines", Kind.REPORT, Sensitivity.S0, Set.of("board"));
    FeedbackState state = rules.read(released(Topic.UNSORTED), first, MONDAY).orElseThrow().after();
    var second = new Reading.Sorting("privacy", Kind.REPORT, Sensitivity.S0, Set.of("council"));
    FeedbackState after = rules.read(state, second, MONDAY).orElseThrow().after();
    assertThat(after.excluded()).containsExactlyInAnyOrder("board", "council");
    assertThat(after.due()).isEqualTo(state.due());
    assertThat(after.sensitivity()).isEqualTo(Sensitivity.S2);
    var more = new Reading.Sorting("privacy", Kind.REPORT, Sensitivity.S0, Set.of("programmes"));
    assertThat(rules.read(after, more, MONDAY)).as("only more are excluded").isPresent();
  }

  @Test
  void existsForNobodyOnceItIsForTheFocalPointAlone() {
    FeedbackState state = rules.confided(released("medicines"), MONDAY).orElseThrow().after();
    assertThat(rules.actingRole(leader("programmes", "reader"), state)).isEmpty();
    assertThat(rules.confided(state, MONDAY)).isEmpty();
    assertThat(rules.sorted(state, new Sorted("baraza", ID, "privacy", null), MONDAY)).isEmpty();
  }

  private FeedbackState excluded(String topic, String... excluded) {
    var given = released(topic, null, Sensitivity.S0, Set.of(excluded));
    return rules.released(given, MONDAY).after();
  }

  private FeedbackState released(String topic) {
    return rules.released(released(topic, Sensitivity.S0), MONDAY).after();
  }

  private FeedbackState sorted(FeedbackState state, String topic) {
    var said = new Sorted("baraza", ID, topic, null);
    return rules.sorted(state, said, MONDAY).orElseThrow().after();
  }

  private static Released released(String topic, Sensitivity sensitivity) {
    return released(topic, null, sensitivity, Set.of());
  }

  private static Released released(
      String topic, @Nullable Kind kind, Sensitivity sensitivity, Set<String> excluded) {
    return new Released(
        "baraza",
        ID,
        "K7QM-2XWD",
        MONDAY,
        topic,
        kind,
        sensitivity,
        excluded,
        false,
        Source.TEXT,
        new byte[32],
        List.of());
  }

  private static Leader leader(String... roles) {
    return new Leader(ACCOUNT, "baraza", "Asha", Set.of(roles));
  }
}
