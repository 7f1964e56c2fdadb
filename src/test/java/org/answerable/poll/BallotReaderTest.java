package org.answerable.poll;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.answerable.flow.yaml.Shipped;
import org.junit.jupiter.api.Test;

/** How people type a vote: {@code votes.tsv}; and what they write that is none. */
class BallotReaderTest {
  private static final Path FOLDER = Path.of("src/test/resources/org/answerable");

  @Test
  void readsThreeHundredWaysToTypeAVote() throws IOException {
    List<String> lines = lines(FOLDER.resolve("poll/votes.tsv"));
    List<String> wrong = new ArrayList<>();
    for (String line : lines) {
      String[] cells = line.split("\t", -1);
      String text = cells[1].replace("\\n", "\n").replace("\\t", "\t");
      String found = word(reader(Form.of(cells[0])).read(text, "en", true));
      if (!found.equals(cells[2])) {
        wrong.add(line + " but was " + found);
      }
    }
    assertThat(wrong).isEmpty();
    assertThat(lines).hasSizeGreaterThan(300);
  }

  /** Five hundred of them, after the poll was asked and when it was not, in every form. */
  @Test
  void takesNoOrdinaryFeedbackForAVote() throws IOException {
    List<String> feedbacks =
        Stream.concat(
                lines(FOLDER.resolve("intake/words/harmless.txt")).stream(),
                lines(Path.of("src/test/resources/forty-messages.tsv")).stream()
                    .map(line -> line.split("\t")[2]))
            .toList();
    List<String> taken = new ArrayList<>();
    for (Form form : Form.values()) {
      BallotReader reader = reader(form);
      for (String feedback : feedbacks) {
        for (boolean asked : List.of(true, false)) {
          if (!(reader.read(feedback, "en", asked) instanceof BallotRead.Other)) {
            taken.add(form + ": " + feedback);
          }
        }
      }
    }
    assertThat(taken).isEmpty();
    assertThat(feedbacks).hasSizeGreaterThan(500);
  }

  @Test
  void takesNumbersAloneWhereNothingWasAskedAndNoWord() {
    BallotReader order = reader(Form.ORDER);
    assertThat(word(order.read("3 1 2", "en", false))).isEqualTo("3 1 2");
    assertThat(word(order.read("312", "en", false))).isEqualTo("3 1 2");
    assertThat(word(order.read("water", "en", false))).isEqualTo("-");
    assertThat(word(order.read("vote 3 1 2", "en", false))).isEqualTo("-");
    assertThat(word(order.read("3124", "en", false))).as("it may be a PIN").isEqualTo("-");
    assertThat(word(order.read("0712345678", "en", false))).isEqualTo("-");
  }

  @Test
  void readsNoTextThatIsLongerThanAnyVote() {
    String text = "3 1 2" + " ".repeat(PollLimits.BALLOT_CHARS);
    assertThat(word(reader(Form.ORDER).read(text, "en", true))).isEqualTo("-");
  }

  private static BallotReader reader(Form form) {
    return new BallotReader(SamplePoll.of(form), Shipped.folder().ballots());
  }

  private static String word(BallotRead read) {
    return switch (read) {
      case BallotRead.Vote vote -> vote.line();
      case BallotRead.Wrong wrong -> "!" + wrong.fault();
      case BallotRead.Other other -> "-";
    };
  }

  private static List<String> lines(Path file) throws IOException {
    return Files.readAllLines(file, StandardCharsets.UTF_8).stream()
        .filter(line -> !line.isBlank() && !line.startsWith("# "))
        .toList();
  }
}
