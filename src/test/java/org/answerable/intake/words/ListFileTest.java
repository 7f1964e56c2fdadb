package org.answerable.intake.words;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.answerable.organisation.Organisations;
import org.answerable.organisation.Sensitivity;
import org.answerable.platform.StartupRefused;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file with one thing wrong in it, and the line that the person who starts is told. */
class ListFileTest {
  private static final String GOOD =
      """
      language: xx
      spellings:
        you: [u]
      groups:
        THEM: [ogre, "big ogre"]
      crisis:
        entries:
          - words:
              - (want|need) to? ... vanish
              - THEM hunts you
              - -stem
              - im 8-17
            why: A reason.
            not: [want to vanish the stain]
        tests:
          found: [I WANT to just vanish, big ogre hunts u, haystem, im 9]
          harmless: [want to vanish the stain, im 18]
      """;
  private static final String OTHERS =
      """
      abuse: { entries: [{ words: [bad], why: A reason., level: S2 }], tests: { found: [bad], harmless: [good] } }
      violence: { entries: [{ words: [hit], why: A reason. }], tests: { found: [hit], harmless: [good] } }
      child: { entries: [{ words: [cub], why: A reason. }], tests: { found: [cub], harmless: [good] } }
      threat: { entries: [{ words: [boo], why: A reason. }], tests: { found: [boo], harmless: [good] } }
      silence: { entries: [{ words: [hush], why: A reason. }], tests: { found: [hush], harmless: [good] } }
      spam: { entries: [{ words: [buy], why: A reason. }], tests: { found: [buy], harmless: [good] } }
      """;

  @TempDir private Path folder;

  private static List<String> problems(String yaml) {
    ListProblems problems = new ListProblems("xx.yaml");
    ListFile.read("xx", yaml, problems);
    return problems.lines();
  }

  private static List<String> changed(String from, String to) {
    String good = GOOD + OTHERS;
    assertThat(good).contains(from);
    return problems(good.replace(from, to));
  }

  @Test
  void takesAFileWithoutProblems() {
    assertThat(problems(GOOD + OTHERS)).isEmpty();
  }

  @Test
  void tellsAllProblemsOfAFileAtOnce() {
    assertThat(
            changed("THEM hunts you", "THEN hunts you").size()
                + changed("why: A reason.", "wy: A reason.").size())
        .isGreaterThan(3);
  }

  @Test
  void namesTheNearestKey() {
    assertThat(changed("spellings:", "speling:"))
        .contains("xx.yaml:2:1: unknown key \"speling\"; did you mean \"spellings\"?");
  }

  @Test
  void missesAList() {
    assertThat(changed("spam: {", "spam2: {"))
        .contains("xx.yaml:1:1: the list \"spam\" is missing; write it")
        .anyMatch(line -> line.contains("did you mean \"spam\"?"));
  }

  @Test
  void missesAReason() {
    assertThat(changed("      why: A reason.\n", ""))
        .contains("xx.yaml:8:7: the entry has no \"why\"; write it (docs/word-lists.md)");
  }

  @Test
  void refusesAnEntryWithoutWords() {
    assertThat(changed("words: [boo]", "words: []"))
        .contains("xx.yaml:21:30: the entry has no words; write one");
  }

  @Test
  void refusesATestTextThatItsListDoesNotFind() {
    assertThat(changed("found: [boo]", "found: [bo]"))
        .containsExactly(
            "xx.yaml:21:73: the list \"threat\" does not find this text; add its words to an"
                + " entry, or remove it");
  }

  @Test
  void saysWhenANotCancelsATestText() {
    assertThat(changed("I WANT to just vanish", "i want to vanish the stain"))
        .containsExactly(
            "xx.yaml:16:13: the list \"crisis\" has a \"not\" that cancels this text: \"want to"
                + " vanish the stain\"; mend the \"not\"");
  }

  @Test
  void refusesAHarmlessTextThatItsListFinds() {
    assertThat(changed("found: [hush], harmless: [good]", "found: [hush], harmless: [oh hush]"))
        .singleElement()
        .asString()
        .contains("the list \"silence\" finds \"hush\" in this harmless text");
  }

  @Test
  void refusesALevelWhereNothingIsRaised() {
    assertThat(changed("words: [hush], why: A reason.", "words: [hush], why: A reason., level: S2"))
        .singleElement()
        .asString()
        .contains("what this list finds raises nothing; remove \"level\"");
  }

  @Test
  void refusesAnotherLevel() {
    assertThat(changed("level: S2", "level: S4"))
        .containsExactly("xx.yaml:18:59: \"level\" has the wrong form; write S1, S2 or S3");
  }

  @Test
  void refusesPhrasesThatCantBeMeant() {
    assertThat(changed("- THEM hunts you", "- THEN hunts you"))
        .anyMatch(line -> line.contains("no group is called THEN; did you mean \"THEM\"?"));
    assertThat(changed("- THEM hunts you", "- (a|b hunts"))
        .anyMatch(line -> line.contains("a bracket stands alone"));
    assertThat(changed("- -stem", "- -st")).anyMatch(line -> line.contains("would find too much"));
    assertThat(changed("- -stem", "- a?")).anyMatch(line -> line.contains("needs a word"));
    assertThat(changed("- -stem", "- hono?r")).anyMatch(line -> line.contains("has a sign in it"));
    assertThat(changed("- -stem", "- a...b")).anyMatch(line -> line.contains("put a space"));
    assertThat(changed("8-17", "17-8")).anyMatch(line -> line.contains("17-8 is no range"));
  }

  @Test
  void refusesAFileOfAnotherName() {
    assertThat(changed("language: xx", "language: yy"))
        .containsExactly(
            "xx.yaml:1:11: the language is not the file's name; rename the file, or write xx");
  }

  @Test
  void refusesWhatIsNoYaml() {
    assertThat(problems("language: [")).singleElement().asString().contains("this is not YAML");
    assertThat(problems("")).containsExactly("xx.yaml:1:1: the file is empty; write its lists");
  }

  @Test
  void anEntryMayRaiseLess() throws IOException {
    Files.writeString(folder.resolve("xx.yaml"), GOOD + OTHERS);
    WordLists lists = WordLists.read(folder, new Organisations(List.of()));
    assertThat(lists.find("bad").sensitivity()).isEqualTo(Sensitivity.S2);
    assertThat(lists.find("bad cub").sensitivity()).isEqualTo(Sensitivity.S3);
  }

  @Test
  void whatFindsSomethingIsDeclaredAndNothingElse() throws IOException {
    String declared = declared(GOOD + OTHERS);
    assertThat(declared).contains("(want|need) to? ... vanish", "big ogre", "\"level\":\"S2\"");
    for (String other :
        List.of(
            (GOOD + OTHERS).replace("A reason.", "Another one."),
            (GOOD + OTHERS).replace("found: [bad]", "found: [bad, so bad]"),
            "# remarks\n" + GOOD + "\n" + OTHERS)) {
      assertThat(declared(other)).isEqualTo(declared);
    }
    for (String other :
        List.of(
            (GOOD + OTHERS).replace("words: [hit]", "words: [hit, struck]"),
            (GOOD + OTHERS).replace("level: S2", "level: S1"),
            (GOOD + OTHERS).replace("you: [u]", "you: [u, yu]"),
            (GOOD + OTHERS).replace("not: [want", "not: [hid, want"))) {
      assertThat(declared(other)).isNotEqualTo(declared);
    }
  }

  private String declared(String yaml) throws IOException {
    Files.writeString(folder.resolve("xx.yaml"), yaml);
    return WordLists.read(folder, new Organisations(List.of())).json();
  }

  @Test
  void theStartIsRefusedWithTheProblemsOfAllFiles() throws IOException {
    Files.writeString(folder.resolve("xx.yaml"), (GOOD + OTHERS).replace("why", "wy"));
    Files.writeString(folder.resolve("yy.yaml"), "language: zz");
    assertThatThrownBy(() -> WordLists.read(folder, new Organisations(List.of())))
        .isInstanceOf(StartupRefused.class)
        .hasMessageContaining("xx.yaml:13:7: unknown key \"wy\"; did you mean \"why\"?")
        .hasMessageContaining("yy.yaml:1:11: the language is not the file's name");
  }

  @Test
  void everyLanguageThatAnOrganisationSpeaksNeedsItsFile() throws IOException {
    Files.writeString(folder.resolve("xx.yaml"), GOOD + OTHERS);
    assertThat(WordLists.read(folder, Map.of("kijiji", List.of("xx", "xx-KE")))).isNotNull();
    assertThatThrownBy(() -> WordLists.read(folder, Map.of("kijiji", List.of("xx", "pt-BR"))))
        .isInstanceOf(StartupRefused.class)
        .hasMessage(
            folder.resolve("pt.yaml")
                + ":1:1: this file is missing, and \"kijiji\" speaks pt-BR; write it"
                + " (docs/word-lists.md)");
  }
}
