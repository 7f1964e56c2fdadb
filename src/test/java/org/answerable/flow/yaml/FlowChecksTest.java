package org.answerable.flow.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.answerable.flow.Compiled;
import org.answerable.flow.Problem;
import org.junit.jupiter.api.Test;

/** What a mistake in a flow looks like to the person who made it: place, what, and what to do. */
class FlowChecksTest {
  private static final String GOOD =
      """
      language: en
      segments: 1
      samples:
        code: 4821-9307
      steps:
        - ask: mood
          say: { en: "How? @choices", sw: "Vipi? @choices", fr: "Comment? @choices" }
          choices:
            - good: { en: good, sw: nzuri, fr: bien }
            - bad: { en: bad, sw: mbaya, fr: mal }
          otherwise: end
        - name: bye
          say: { en: "Bye @code", sw: "Kwaheri @code", fr: "Adieu @code" }
      """;

  @Test
  void findsNothingInAGoodFlow() {
    assertThat(told(GOOD)).isEmpty();
  }

  @Test
  void findsAStepThatNothingLeadsTo() {
    String flow = GOOD.replace("    choices:", "    go: end\n    choices:");
    assertThat(told(flow))
        .containsExactly(
            "mood.yaml:13:5: nothing leads to step bye; remove it or go there [unreachable]");
  }

  @Test
  void findsALoopWithoutAQuestion() {
    String flow = GOOD + "    go: bye\n";
    assertThat(told(flow))
        .containsExactly(
            "mood.yaml:12:5: step bye comes back to itself without a question; ask one, or end"
                + " [loop-without-wait]");
  }

  @Test
  void aLoopThroughAQuestionIsNone() {
    assertThat(told(GOOD + "    go: mood\n")).isEmpty();
  }

  @Test
  void findsTextsAndChoicesThatAreNotTranslated() {
    String flow =
        GOOD.replace(", fr: \"Adieu @code\"", "").replace("bad: { en: bad, sw: mbaya,", "bad: {");
    assertThat(told(flow))
        .containsExactly(
            "mood.yaml:10:9: choice bad is not translated into en; add it [missing-translation]",
            "mood.yaml:10:9: choice bad is not translated into sw; add it [missing-translation]",
            "mood.yaml:12:5: step bye is not translated into fr; add fr: [missing-translation]");
  }

  @Test
  void findsChoicesThatCarriersOrKeywordsTake() {
    String flow = GOOD.replace("en: good,", "en: \"Yes!\",").replace("sw: mbaya", "sw: Futa");
    assertThat(told(flow))
        .containsExactly(
            "mood.yaml:9:21: choice \"Yes!\" is a word of the carriers or a keyword; choose another"
                + " [reserved-word]",
            "mood.yaml:10:29: choice \"Futa\" is a word of the carriers or a keyword; choose"
                + " another [reserved-word]");
  }

  @Test
  void findsChoicesThatPeopleSayOutOfPoliteness() {
    assertThat(told(GOOD.replace("fr: bien", "fr: Merci")))
        .containsExactly(
            "mood.yaml:9:42: choice \"Merci\" is what people say out of politeness; choose another"
                + " [reserved-word]");
  }

  @Test
  void findsChoicesThatCollideOrAreNotShown() {
    String flow = GOOD.replace("sw: mbaya", "sw: NZURI").replace("Vipi? @choices", "Vipi?");
    assertThat(told(flow))
        .containsExactly(
            "mood.yaml:7:37: the text does not show its choices; write @choices"
                + " [choices-not-shown]",
            "mood.yaml:10:29: \"NZURI\" means two choices in sw; change one [choice-twice]");
  }

  @Test
  void findsATextThatCostsTooMuchWithWhatMakesItDear() {
    String dear = "Kwaheri ç ".repeat(8);
    String flow = GOOD.replace("Kwaheri @code", dear).replace("Bye @code", "Bye ".repeat(41));
    assertThat(told(flow))
        .containsExactly(
            "mood.yaml:13:16: 2 segments in en (164 units), the budget is 1; shorten it"
                + " [too-many-segments]",
            "mood.yaml:13:188: 2 segments in sw (80 units, as ç is not in the basic alphabet), the"
                + " budget is 1; shorten it [too-many-segments]");
    String because = "\nbecause: \"members voted for long goodbyes\"";
    assertThat(told(flow.replace("segments: 1", "segments: 2" + because))).isEmpty();
    assertThat(told(flow.replace("segments: 1", "segments: { en: 2 }" + because)))
        .as("a budget of one language is not another's")
        .hasSize(1)
        .first(org.assertj.core.api.InstanceOfAssertFactories.STRING)
        .contains("2 segments in sw");
  }

  @Test
  void refusesABudgetWithoutItsReason() {
    assertThat(told(GOOD.replace("segments: 1", "segments: 2")))
        .containsExactly(
            "mood.yaml:2:1: more than one segment needs its reason; add \"because\" beside it");
    assertThat(told(GOOD.replace("segments: 1", "because: \"it is long\"")))
        .containsExactly("mood.yaml:2:1: \"because\" needs \"segments\"; add it");
  }

  @Test
  void findsChoicesThatAreEachOtherMisspelt() {
    String flow = GOOD.replace("fr: bien", "fr: mail").replace("fr: mal", "fr: mali");
    assertThat(told(flow))
        .containsExactly(
            "mood.yaml:9:42: \"mail\", misspelt, is \"mali\", another choice; change one"
                + " [choices-collide]");
    assertThat(told(GOOD.replace("sw: mbaya", "sw: good")))
        .containsExactly(
            "mood.yaml:9:21: \"good\" means two choices, in any language; change one"
                + " [choices-collide]");
  }

  @Test
  void findsAQuestionThatNobodyGetsPast() {
    assertThat(told(GOOD.replace("    otherwise: end\n", "")))
        .containsExactly(
            "mood.yaml:6:5: who can not answer mood never gets past it; add \"otherwise\", with a"
                + " step or end [no-way-out]");
  }

  @Test
  void findsAQuestionForWhoSomebodyIs() {
    String flow =
        GOOD.replace("Vipi? @choices", "Vipi? Jina lako? @choices")
            .replace("How? @choices", "How? No names. @choices");
    assertThat(told(flow))
        .containsExactly(
            "mood.yaml:7:47: \"jina\" asks for who somebody is; nobody is asked that [asks-who]");
    assertThat(told(GOOD.replace("Bye @code", "Bye, your name is safe")))
        .as("it is no question")
        .isEmpty();
  }

  @Test
  void looksAtTheShorterQuestionToo() {
    String again =
        "    again: { en: \""
            + "Well? ".repeat(30)
            + "@choices\", sw: \"Vipi?\" }\n    otherwise: end";
    assertThat(told(GOOD.replace("    otherwise: end", again)))
        .containsExactly(
            "mood.yaml:6:5: step mood is not translated into fr; add fr: [missing-translation]",
            "mood.yaml:11:18: 2 segments in en (192 units), the budget is 1; shorten it"
                + " [too-many-segments]",
            "mood.yaml:11:214: the text does not show its choices; write @choices"
                + " [choices-not-shown]");
    assertThat(told(GOOD + "    again: { en: Again }\n"))
        .containsExactly("mood.yaml:14:5: \"again\" needs \"choices\"; add it");
  }

  @Test
  void measuresEachPageOfALongList() {
    StringBuilder many = new StringBuilder();
    String[] names = "mango guava lemon papaya banana cherry orange raisin tomato".split(" ");
    for (String name : names) {
      many.append("      - %s: %s\n".formatted(name, name));
    }
    String last = "x".repeat(170);
    String flow =
        GOOD.replace("    choices:\n", "    choices:\n" + many)
            .replace("en: bad,", "en: " + last + ",");
    assertThat(told(flow)).hasSize(1).allMatch(found -> found.contains("2 segments in en"));
  }

  @Test
  void refusesKeysValuesAndStepsThatNothingIsCalled() {
    assertThat(told(GOOD.replace("    choices:", "    chioces:")))
        .containsExactly(
            "mood.yaml:8:5: a step has no \"chioces\"; use one of again, ask, choices, go, is,"
                + " language, name, otherwise, say, set, when",
            "mood.yaml:11:5: \"otherwise\" needs \"choices\"; add it");
    assertThat(told(GOOD.replace("Bye @code", "Bye @cod")))
        .containsExactly(
            "mood.yaml:13:16: @cod is not known; give a sample of it, or write @@cod for the sign");
    assertThat(told(GOOD.replace("Bye @code", "Bye @results.mod")))
        .containsExactly("mood.yaml:13:16: nothing sets @results.mod; use one of mood");
    assertThat(told(GOOD + "    go: by\n"))
        .containsExactly("mood.yaml:14:9: there is no step by; use one of mood, bye, end");
  }

  @Test
  void refusesWhatDoesNotBelongTogether() {
    assertThat(told(GOOD + "  - when: \"@results.mood\"\n    is: [good]\n"))
        .containsExactly(
            "mood.yaml:14:5: a branch needs \"is\", a list of values, and \"go\"; add them");
    assertThat(told(GOOD.replace("  - name: bye", "  - name: bye\n    is: [good]")))
        .containsExactly("mood.yaml:13:5: \"is\" needs \"when\"; add it");
    assertThat(told(GOOD.replace("- name: bye", "- ask: mood")))
        .containsExactly("mood.yaml:12:5: there are two steps mood; rename one");
    assertThat(told(GOOD.replace("segments: 1", "segments: 0")))
        .containsExactly("mood.yaml:2:11: segments should be a number from 1 to 10; write one");
    assertThat(told(GOOD.replace("language: en", "language: eo")).getFirst())
        .startsWith("mood.yaml:1:11: language eo is not in texts.yaml; use one of ");
  }

  @Test
  void refusesBrokenYamlAndExpressionsAtTheirPlace() {
    assertThat(told(GOOD.replace("fr: mal }", "fr: mal")).getFirst())
        .startsWith("mood.yaml:11:14: no YAML (")
        .endsWith("; mend it here");
    assertThat(told(GOOD.replace("- name: bye", "\t- name: bye")).getFirst())
        .startsWith("mood.yaml:12:")
        .contains("no YAML");
    assertThat(told(GOOD.replace("Bye @code", "Bye @(upper(code)")))
        .containsExactly(
            "mood.yaml:13:21: @( without its closing bracket; add it, or write @@( for the signs");
    assertThat(told(""))
        .containsExactly("mood.yaml:1:1: the file is empty; write something or remove it");
    assertThat(told("- a\n").getFirst())
        .isEqualTo("mood.yaml:1:1: a flow should be a list of key: value; write it so");
    assertThat(told(GOOD + "  - name: bye2\n    name: bye3\n"))
        .containsExactly("mood.yaml:15:5: \"name\" stands here twice; remove one");
  }

  @Test
  void countsEverythingToItsLimit() {
    String choices = "      - c%d: c%d\n";
    StringBuilder many = new StringBuilder();
    for (int i = 0; i < 21; i++) {
      many.append(choices.formatted(i, i));
    }
    assertThat(told(GOOD.replace("    choices:\n", "    choices:\n" + many)))
        .containsExactly("mood.yaml:9:7: 23 choices; offer 20 at most");
    StringBuilder steps = new StringBuilder(GOOD);
    for (int i = 0; i < 199; i++) {
      steps.append("  - name: more-").append(i).append('\n');
    }
    assertThat(told(steps.toString()))
        .containsExactly("mood.yaml:6:3: 201 steps; write 1 to 200 of them");
    assertThat(told("#".repeat(500_001)))
        .containsExactly("mood.yaml:1:1: over 500000 characters; make several files of it");
  }

  @Test
  void tellsAllProblemsOfAllFilesAtOnceInTheirOrder() {
    Map<String, String> files = Shipped.files();
    files.put("mood.yaml", GOOD.replace("segments: 1", "segments: 0") + "    go: by\n");
    files.put("another.yaml", "steps: 5\n");
    assertThat(problems(FlowFiles.compile(files)))
        .containsExactly(
            "another.yaml:1:8: steps should be a list; begin each item with a hyphen",
            "another.yaml:1:8: 0 steps; write 1 to 200 of them",
            "mood.yaml:2:11: segments should be a number from 1 to 10; write one",
            "mood.yaml:14:9: there is no step by; use one of mood, bye, end");
  }

  /** All that is told about one flow beside the shipped ones. */
  private static List<String> told(String flow) {
    Map<String, String> files = Shipped.files();
    files.put("mood.yaml", flow);
    return problems(FlowFiles.compile(files));
  }

  private static List<String> problems(Compiled<FlowFiles.Folder> compiled) {
    return switch (compiled) {
      case Compiled.Ready<FlowFiles.Folder>(FlowFiles.Folder folder) ->
          folder.check().stream().map(Finding::toString).toList();
      case Compiled.Refused<FlowFiles.Folder>(List<Problem> problems) ->
          problems.stream().map(Problem::toString).toList();
    };
  }
}
