package org.answerable.organisation;

import static org.answerable.organisation.OrganisationFileTest.LEAST;
import static org.answerable.organisation.OrganisationFileTest.organisation;
import static org.answerable.organisation.OrganisationFileTest.problemsOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who is asked to sign the log, as the organisation's file says it. */
class WitnessListTest {
  private static final String WITNESS =
      "witness.stagemole.eu+67f7aea0+BEqSG3yu9YrmcM3BHvQYTxwFj3uSWakQepafafpUqklv";
  private static final String OTHER_WITNESS =
      "witness1.smartit.nu/witness1+a48c820f+BPSFWg9G6KPiO7QPryYO5Xq4oYJJ+kAvLKLSimDhoxMO";
  private static final String LOG =
      "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW";

  @Test
  void readsWhoIsAskedToSignTheLog() {
    assertThat(organisation(LEAST).witnesses()).isEmpty();
    String two =
        """
        witnesses:
          - { key: %s, url: https://witness.stagemole.eu/ }
          - { key: %s, url: "http://127.0.0.1:7380/w" }
        """
            .formatted(WITNESS, OTHER_WITNESS);
    assertThat(organisation(LEAST + two).witnesses())
        .extracting(Witness::name, one -> one.url().toString())
        .containsExactly(
            tuple("witness.stagemole.eu", "https://witness.stagemole.eu"),
            tuple("witness1.smartit.nu/witness1", "http://127.0.0.1:7380/w"));
  }

  @ParameterizedTest(name = "{1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          `[]`                                      | 37:12: "witnesses" has the wrong form; write a list with at least one item
          `[{ key: KEY }]`                          | 37:13: "url" is missing; add it (docs/organisation-file.md)
          `[{ url: https://w.example }]`            | 37:13: "key" is missing; add it (docs/organisation-file.md)
          `[{ key: KEY, url: http://w.example }]`   | :URL: a witness is asked at an https address without user and query, as https://witness.example.org/w1
          `[{ key: KEY, url: https://u@w.example }]` | :URL: a witness is asked at an https address
          `[{ key: KEY, url: "https://w.example?t=1" }]` | :URL: a witness is asked at an https address
          `[{ key: KEY, url: w.example }]`          | :URL: a witness is asked at an https address
          `[{ key: abc, url: https://w.example }]`  | 37:20: this is no witness's verifier key (a verifier key is name+id+key); copy it whole, in quotes
          `[{ key: LOG, url: https://w.example }]`  | 37:20: this is a log's key; ask the witness for its own verifier key
          `[{ key: KEY, url: https://w.example }, { key: KEY, url: https://v.example }]` | the witness witness.stagemole.eu stands here twice; keep one of them
          """)
  void tellsWhatIsWrongWithAWitness(String written, String problem) {
    String key = written.replace("KEY", WITNESS).replace("LOG", LOG);
    String place = "37:" + (key.indexOf("url: ") + "witnesses: url: ".length() + 1);
    assertThat(problemsOf(LEAST + "witnesses: " + key + "\n").toString())
        .contains(problem.replace(":URL", place));
  }
}
