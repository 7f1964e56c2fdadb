package org.answerable.organisation;

import static org.answerable.organisation.OrganisationFileTest.LEAST;
import static org.answerable.organisation.OrganisationFileTest.organisation;
import static org.answerable.organisation.OrganisationFileTest.problemsOf;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How much support puts a proposal on a vote, as the organisation's file says it. */
class ProposalsKeyTest {
  @Test
  void twentyWhereNothingIsSaid() {
    assertThat(organisation(LEAST).support()).isEqualTo(FileLimits.SUPPORT);
    assertThat(organisation(LEAST + "proposals: { support: 50 }\n").support()).isEqualTo(50);
    assertThat(organisation(LEAST).kindDays()).containsEntry(Kind.PROPOSAL, 30);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          `{ support: 5 }`    | 37:23: support is told in whole tens; write 10, 20 and so on, up to 1000
          `{ support: 25 }`   | support is told in whole tens
          `{ support: 0 }`    | support is told in whole tens
          `{ support: 2000 }` | "support" has the wrong form; write a whole number from 0 to 1000, no unit
          `{ support: few }`  | "support" has the wrong form
          `{ threshold: 20 }` | unknown key "threshold"
          `20`                | "proposals" has the wrong form
          """)
  void tellsWhatIsWrong(String written, String problem) {
    assertThat(problemsOf(LEAST + "proposals: " + written + "\n").toString()).contains(problem);
  }

  /** The word PROPOSE alone makes one. */
  @Test
  void noTopicMakesWhatIsAboutItAProposal() {
    assertThat(problemsOf(LEAST.replaceFirst("kind: [a-z]+", "kind: proposal")).toString())
        .contains("\"kind\" has the wrong form; write one of: report, question");
  }
}
