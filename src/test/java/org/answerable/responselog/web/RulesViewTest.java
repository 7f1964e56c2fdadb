package org.answerable.responselog.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.answerable.feedback.TestOrganisation;
import org.answerable.organisation.Organisation;
import org.answerable.platform.web.PageTexts;
import org.answerable.responselog.Declaration;
import org.answerable.responselog.Declaration.What;
import org.answerable.responselog.DeclaredRules;
import org.answerable.responselog.Entry.DeclarationChanged;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What counts and what was changed, as members read it. */
class RulesViewTest {
  private static final Organisation HOME = TestOrganisation.named("kijiji");
  private static final LocalDate FIRST = LocalDate.of(2026, 10, 1);
  private static final LocalDate THEN = LocalDate.of(2026, 12, 3);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "en|The deadlines changed on 3 Dec: A report: 30 working days (before: 14 working days)",
        "fr|Les délais ont changé le 3 déc.: Un signalement: 30 jours ouvrés (avant : 14 jours"
            + " ouvrés)",
        "sw|Muda wa kujibu ulibadilika 3 Des: Ripoti: siku 30 za kazi (kabla: siku 14 za kazi)"
      })
  void whoeverReadsSeesWhichDayWasMoved(String language, String sentence) {
    var later = DeclaredRules.deadlines(HOME).canonical().replace("\"report\":14", "\"report\":30");
    RulesView view =
        view(
            language,
            changed(FIRST, DeclaredRules.deadlines(HOME)),
            changed(THEN, Declaration.of(What.DEADLINES, later)));
    assertThat(view.news(THEN).latest().getFirst().sentence()).isEqualTo(sentence);
    assertThat(view.changes()).hasSize(1);
    assertThat(view.now()).hasSize(1);
    assertThat(view.news(THEN.plusDays(90)).latest()).isEmpty();
  }

  @Test
  void whatCountsSinceTheBeginningIsNoNews() {
    RulesView view = view("en", changed(FIRST, DeclaredRules.routing(HOME)));
    assertThat(view.changes()).isEmpty();
    assertThat(view.now().getFirst().lines())
        .contains(
            new RulesView.Line("medicines", "Programmes lead"),
            new RulesView.Line(
                "hours", "Programmes lead; first taken for a question; never seen by: Board"),
            new RulesView.Line("leadership", "First reader; in confidence; never seen by: Board"),
            new RulesView.Line("Late with Board, it goes to", "Member council"));
  }

  @Test
  void aTopicThatIsGoneIsSaidToBe() {
    Organisation less = TestOrganisation.without("hours", "kijiji");
    RulesView view =
        view(
            "en",
            changed(FIRST, DeclaredRules.routing(HOME)),
            changed(THEN, DeclaredRules.routing(less)));
    assertThat(view.changes().getFirst().sentence())
        .isEqualTo(
            "Who answers what changed on 3 Dec: hours: not any more (before: Programmes lead;"
                + " first taken for a question; never seen by: Board)");
  }

  @Test
  void ofTheWordsNothingIsShownButThatTheyChanged() {
    Declaration before = Declaration.of(What.WORDS, "{\"en\":[\"secret\"]}");
    Declaration after = Declaration.of(What.WORDS, "{\"en\":[]}");
    RulesView view = view("en", changed(FIRST, before), changed(THEN, after));
    assertThat(view.changes().getFirst().sentence())
        .isEqualTo("The lists of words changed on 3 Dec");
    assertThat(view.now().getFirst().hash()).hasSize(64);
    assertThat(view.toString()).doesNotContain("secret");
  }

  /** Another kind has another day. */
  @Test
  void aTopicThatIsTakenForSomethingElseIsSaidToBe() {
    String later =
        DeclaredRules.routing(HOME)
            .canonical()
            .replaceFirst("(\"medicines\":\\{[^}]*\"kind\":)\"report\"", "$1\"idea\"");
    RulesView view =
        view(
            "en",
            changed(FIRST, DeclaredRules.routing(HOME)),
            changed(THEN, Declaration.of(What.ROUTING, later)));
    assertThat(view.changes().getFirst().sentence())
        .isEqualTo(
            "Who answers what changed on 3 Dec: medicines: Programmes lead; first taken for an"
                + " idea (before: Programmes lead)");
  }

  /** Its title is the organisation's to choose. */
  @Test
  void noRuleHidesBehindAnotherOfTheSameName() {
    String rules =
        "{\"topics\":{\"What nobody has sorted\":{\"role\":\"%s\"}},\"unsorted\":\"hold\"}";
    RulesView view =
        view(
            "en",
            changed(FIRST, Declaration.of(What.ROUTING, rules.formatted("programmes"))),
            changed(THEN, Declaration.of(What.ROUTING, rules.formatted("board"))));
    assertThat(view.changes().getFirst().lines()).hasSize(1);
  }

  @Test
  void noNumberOfChangesHidesThatThereWasOne() {
    Declaration words = Declaration.of(What.WORDS, "{}");
    var said = new DeclarationChanged[30];
    Arrays.fill(said, changed(THEN, words));
    RulesView view = view("en", said);
    assertThat(view.news(THEN).latest()).hasSize(3);
    assertThat(view.news(THEN).more()).isEqualTo(26);
    assertThat(view.shown()).hasSize(20);
    assertThat(view.older()).isEqualTo(9);
  }

  private static RulesView view(String language, DeclarationChanged... said) {
    return RulesView.of(List.of(said), new Reader(HOME, PageTexts.in(language), THEN));
  }

  private static DeclarationChanged changed(LocalDate day, Declaration declared) {
    return new DeclarationChanged(day, declared.what(), declared.hash(), declared.published());
  }
}
