package org.answerable.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.answerable.flow.Keywords.Proposed;
import org.answerable.flow.yaml.Shipped;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How people put something up for a vote, and what is none of that. */
class ProposedTest {
  private static final String ROOF = "a roof at Mto";
  private final Keywords keywords = Shipped.folder().keywords();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "PROPOSE a roof at Mto",
        "propose a roof at Mto",
        "Propose a roof at Mto",
        "PROPOSE: a roof at Mto",
        "PROPOSE - a roof at Mto",
        "PROPOSE,a roof at Mto",
        "propose\na roof at Mto",
        "\"propose\" a roof at Mto",
        "*PROPOSE* a roof at Mto",
        "PROPOSAL a roof at Mto",
        "proposal: a roof at Mto",
        "Proposals: a roof at Mto",
        "PROPSE a roof at Mto",
        "PORPOSE a roof at Mto",
        "Propos: a roof at Mto",
        "PROPOSED: a roof at Mto",
        "PENDEKEZA a roof at Mto",
        "pendekeza a roof at Mto",
        "PENDEKEZO: a roof at Mto",
        "PENDEKZA a roof at Mto",
        "proposer a roof at Mto",
        "PROPOSER : a roof at Mto",
        "Proposition: a roof at Mto",
        "PROPOSISION a roof at Mto",
        "Proposé : a roof at Mto"
      })
  void itIsPutUp(String text) {
    assertThat(keywords.proposed(text).map(Proposed::words)).contains(ROOF);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "PROPOSE",
        "propose.",
        "PROPOSE 2",
        "proposal of last year was never done",
        "proposed times for refills are bad",
        "Proposals nobody reads, why ask us",
        "i propose nothing, they do not listen",
        "the purpose of the meeting was not said",
        "PURPOSE of this line pls",
        "PREPOSE?",
        "mapendekezo yetu hayasomwi",
        "la proposition du chef est mauvaise",
        "proposez rien",
        "proposé par le chef, et personne ne nous a demandé"
      })
  void itIsNot(String text) {
    assertThat(keywords.proposed(text)).isEmpty();
  }

  @Test
  void ordinaryFeedbackIsNone() throws IOException {
    List<String> ordinary =
        Files.readAllLines(Path.of("src/test/resources/org/answerable/intake/words/harmless.txt"))
            .stream()
            .filter(line -> !line.isBlank())
            .toList();
    assertThat(ordinary).hasSizeGreaterThan(200);
    assertThat(ordinary).filteredOn(text -> keywords.proposed(text).isPresent()).isEmpty();
  }

  @Test
  void tellsItsLanguageWhereItIsOfOne() {
    assertThat(keywords.proposed("PENDEKEZA paa").map(Proposed::language)).contains("sw");
    assertThat(keywords.proposed("proposer un toit").map(Proposed::language)).contains("fr");
    assertThat(keywords.proposed("propose un toit").map(Proposed::language))
        .contains(Keywords.NO_LANGUAGE);
  }

  @Test
  void theWordAloneAsksAndListsAndSupports() {
    assertThat(keywords.match("Propose").map(Keyword.Match::keyword)).contains(Keyword.PROPOSE);
    assertThat(keywords.match("pendekeza").map(Keyword.Match::keyword)).contains(Keyword.PROPOSE);
    assertThat(keywords.match("PROPOSALS").map(Keyword.Match::keyword)).contains(Keyword.PROPOSALS);
    assertThat(keywords.match("mapendekezo").map(Keyword.Match::keyword))
        .contains(Keyword.PROPOSALS);
    var echoes = Shipped.folder().echoes();
    for (String text :
        List.of("support K7QM-2XWD", "naunga mkono k7qm2xwd", "je soutiens K7QM 2XWD")) {
      assertThat(echoes.in(text))
          .isEqualTo(Optional.of(new EchoWords.Heard.Echo("K7QM-2XWD", true)));
    }
  }
}
