package org.answerable.flow.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Map;
import org.answerable.flow.Compiled;
import org.answerable.flow.Texts;
import org.answerable.platform.sms.Segments;
import org.junit.jupiter.api.Test;

class TextsTest {
  private final Texts texts = Shipped.folder().texts();

  @Test
  void findsATextThatOutgrowsItsBudgetAndAsksForAReason() {
    Map<String, String> files = Shipped.files();
    String shipped = files.getOrDefault("texts.yaml", "");
    String dear = shipped.replaceFirst("en: \"You get no texts", "en: \"" + "No ç. ".repeat(12));
    files.put("texts.yaml", dear);
    assertThat(FlowFiles.compile(files).orThrow().check().toString())
        .containsPattern(
            "texts.yaml:\\d+:9: 2 segments in en \\(\\d+ units, as ç is not in the basic"
                + " alphabet\\), the budget is 1; shorten it \\[too-many-segments]");
    files.put("texts.yaml", dear.replace("  stopped:\n", "  stopped:\n    segments: { en: 2 }\n"));
    assertThat(FlowFiles.compile(files).toString()).contains("add \"because\" beside it");
    files.put(
        "texts.yaml",
        dear.replace(
            "  stopped:\n", "  stopped:\n    segments: { en: 2 }\n    because: it is said once\n"));
    assertThat(FlowFiles.compile(files).orThrow().check()).isEmpty();
  }

  @Test
  void aValueWithoutASampleCanNotBeMeasured() {
    Map<String, String> files = Shipped.files();
    files.put("texts.yaml", files.getOrDefault("texts.yaml", "").replace("  n: \"2\"\n", ""));
    assertThat(FlowFiles.compile(files).toString())
        .contains("@n in en has no sample; add one")
        .contains("@n in sw has no sample; add one");
  }

  @Test
  void noTextAsksForYes() {
    texts.texts().values().stream()
        .flatMap(text -> text.texts().values().stream())
        .forEach(text -> assertThat(text.source()).doesNotContainPattern("\\bYES\\b"));
  }

  @Test
  void putsValuesInPlace() {
    assertThat(texts.say("status-late", "en", Map.of("code", "4821-9307", "day", "12 Nov")))
        .isEqualTo("4821-9307: the answer was due 12 Nov and is late. It went one step up.");
    assertThat(
            texts.say("read", "sw", Map.of("code", "4821-9307", "answer", "mail a@code.org @date")))
        .isEqualTo("4821-9307: mail a@code.org @date");
  }

  @Test
  void fallsBackToEnglish() {
    assertThat(texts.say("stopped", "ru", Map.of()))
        .isEqualTo("You get no texts from us. START: come back.");
    assertThat(texts.day(LocalDate.of(2026, 11, 30), "ru")).isEqualTo("30 Nov");
  }

  @Test
  void writesDaysWithoutCharactersThatDoubleThePrice() {
    assertThat(texts.day(LocalDate.of(2026, 8, 2), "fr")).isEqualTo("2 aout");
    for (Texts.Language language : texts.languages()) {
      for (int month = 1; month <= 12; month++) {
        String day = texts.day(LocalDate.of(2026, month, 28), language.code());
        assertThat(Segments.of(day).forcing()).as(day).isEmpty();
        assertThat(day.length()).isLessThanOrEqualTo(7);
      }
    }
  }

  @Test
  void refusesAValueThatNobodyGave() {
    assertThatThrownBy(() -> texts.say("status-open", "en", Map.of("code", "4821-9307")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("text status-open needs @date");
    assertThatThrownBy(() -> texts.say("reciept", "en", Map.of()))
        .hasMessage("there is no text reciept");
  }

  @Test
  void reportsEveryMistakeOfTheFileWithItsPlace() {
    Map<String, String> files = Shipped.files();
    files.put(
        "texts.yaml",
        files
            .getOrDefault("texts.yaml", "")
            .replace("@code: answered @day.", "@code: answered @date @(upper(code).")
            .replace("    sw: \"Hupati", "    xx: \"Hupati"));
    assertThat(FlowFiles.compile(files))
        .isInstanceOfSatisfying(
            Compiled.Refused.class,
            refused ->
                assertThat(refused.problems().toString())
                    .containsPattern("texts.yaml:\\d+:32: @\\( without its closing bracket")
                    .containsPattern("texts.yaml:\\d+:9: @date is not known in \"status-answered\"")
                    .containsPattern("texts.yaml:\\d+:5: text \"stopped\" has no \"xx\"; use one")
                    .containsPattern("text \"stopped\" is missing in sw; translate it"));
  }

  @Test
  void saysWhereTheYamlIsBroken() {
    Map<String, String> files = Shipped.files();
    files.put("texts.yaml", "texts:\n  help: [\n");
    files.remove("greetings.yaml");
    assertThat(FlowFiles.compile(files).toString())
        .containsPattern("texts.yaml:3:1: no YAML")
        .contains("greetings.yaml:1:1: the file is missing");
  }
}
