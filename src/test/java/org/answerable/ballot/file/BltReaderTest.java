package org.answerable.ballot.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.answerable.ballot.Ballot;
import org.answerable.ballot.BallotLimits;
import org.answerable.ballot.Candidate;
import org.answerable.ballot.RankedPoll;
import org.answerable.ballot.TieOrder;
import org.junit.jupiter.api.Test;

class BltReaderTest {
  private static final String END = "0\n\"Ann\"\n\"Ben\"\n\"Cat\"\n\"Title\"\n";

  @Test
  void readsEverythingThatTheFormHas() {
    RankedPoll poll =
        read("""
        \uFEFF3 2 # three candidates
        [tie 3 1 2]
        # a comment alone

        -2
        (id7) 2 1 3 0
        3 - 2=3 - 1 0 # shared, and a skipped rank
        1 0
        0
        "Zoë ""Zo"" # 1"
        "Ben" "Cat" # two on a line
        "Title"
        whatever follows
        """)
            .orThrow();
    assertThat(poll.title()).isEqualTo("Title");
    assertThat(poll.seats()).isEqualTo(2);
    assertThat(poll.candidates())
        .containsExactly(
            new Candidate(1, "Zoë \"Zo\" # 1", false),
            new Candidate(2, "Ben", true),
            new Candidate(3, "Cat", false));
    assertThat(poll.ties()).isEqualTo(TieOrder.given(List.of(3, 1, 2)));
    assertThat(poll.ballots())
        .containsExactly(Ballot.of(2, 1, 3), Ballot.of(3, 2, -3, 1), Ballot.of(1));
  }

  @Test
  void moreThanASourceAndARemarkBehindTheTitleIsTold() {
    String whole = "2 1\n1 2 0\n0\n\"Ann\"\n\"Ben\"\n\"Vote\"\n";
    assertThat(remarks(whole + "\"Source\"\n\"Remark\"\n# end")).isEmpty();
    assertThat(remarks(whole + whole)).as("a second file").hasSize(1);
    assertThat(remarks(whole.replace("\"\n", "\" \"Party\"\n"))).as("two texts a name").hasSize(1);
  }

  private static List<String> remarks(String file) {
    return read(file) instanceof Reading.Ready<RankedPoll>(RankedPoll poll, List<String> remarks)
        ? remarks
        : List.of("refused");
  }

  @Test
  void aTitleAndBallotsMayBeMissing() {
    RankedPoll poll = read("1 1\n0\n\"Ann\"").orThrow();
    assertThat(poll.title()).isEmpty();
    assertThat(poll.ballots()).isEmpty();
    assertThat(poll.ties()).isEqualTo(TieOrder.listed(1));
  }

  @Test
  void withdrawnCandidatesAreNamedInEitherWay() {
    assertThat(read("3 1\n[withdrawn 1 3]\n" + END).orThrow().candidates())
        .extracting(Candidate::withdrawn)
        .containsExactly(true, false, true);
    assertThat(read("3 1\n-1 -3\n-2\n" + END).orThrow().candidates())
        .extracting(Candidate::withdrawn)
        .containsExactly(true, true, true);
  }

  @Test
  void repeatedMentionsStayOnTheBallot() {
    assertThat(read("3 1\n1 2 2 1=2 0\n" + END).orThrow().ballots())
        .containsExactly(Ballot.of(1, 2, 2, 1, -2));
  }

  @Test
  void readsWeightsOfEighteenDigitsButNotMoreThanFitTogether() {
    String most = "9".repeat(18);
    assertThat(read("3 1\n" + most + " 1 0\n" + END).orThrow().ballots().getFirst().weight())
        .isEqualTo(999_999_999_999_999_999L);
    assertRefused(
        "3 1\n" + (most + " 1 0\n").repeat(10) + END, 11, "more than 9223372036854775807");
    assertRefused("3 1\n1" + most + " 1 0\n" + END, 2, "has 19 digits; 18 is the most");
  }

  @Test
  void saysInWhichLineWhatIsWrongWithTheHead() {
    assertRefused("", 1, "the file ends where \"candidates seats\"");
    assertRefused("# nothing\n\n", 2, "it may have been cut off");
    assertRefused("3\n", 1, "how many candidates and seats");
    assertRefused("META\n", 1, "this is a Pabulib file; only equal-shares counts it");
    assertRefused(
        "three 1\n", 1, "the number of candidates is to be a whole number, not \"three\"");
    assertRefused("3 -1\n", 1, "the number of seats is to be a whole number");
    assertRefused("0 1\n", 1, "at least one candidate and one seat");
    assertRefused("3 0\n", 1, "at least one candidate and one seat");
    assertRefused("1001 1\n", 1, "1000 is the most that is counted");
    assertRefused("9999999999 1\n", 1, "has 10 digits; 9 is the most");
    assertRefused("3 ٣\n", 1, "is to be a whole number");
  }

  @Test
  void saysInWhichLineWhatIsWrongWithAnOption() {
    assertRefused("3 1\n[tie 1 2]\n" + END, 2, "[tie …] is to name each of the 3 candidates once");
    assertRefused("3 1\n[tie 1 2 2]\n" + END, 2, "each of the 3 candidates once");
    assertRefused("3 1\n[tie 1 2\n" + END, 2, "ends with ]");
    assertRefused("3 1\n[nick a b c]\n" + END, 2, "is to be a whole number");
    assertRefused("3 1\n[droop 1]\n" + END, 2, "[tie …] and [withdrawn …] are read");
    assertRefused("3 1\n[]\n" + END, 2, "[tie …] and [withdrawn …] are read");
    assertRefused("3 1\n-4\n" + END, 2, "there is no candidate 4; they are numbered 1 to 3");
    assertRefused("3 1\n-1 2\n" + END, 2, "on a line of their own");
    assertRefused("3 1\n1 2 0\n-1\n" + END, 3, "stand before the first ballot");
  }

  @Test
  void saysInWhichLineWhatIsWrongWithABallot() {
    assertRefused("3 1\n\n1 4 0\n" + END, 3, "there is no candidate 4");
    assertRefused("3 1\n1 1 2\n" + END, 2, "a ballot ends with a single 0");
    assertRefused("3 1\n1 1 0 2 0\n" + END, 2, "a ballot ends with a single 0");
    assertRefused("3 1\n1\n" + END, 2, "a ballot ends with a single 0");
    assertRefused("3 1\n0 1 0\n" + END, 2, "no ballot says this");
    assertRefused("3 1\n1.5 1 0\n" + END, 2, "the number of equal ballots is to be a whole number");
    assertRefused("3 1\n1 1==2 0\n" + END, 2, "a candidate is to be a whole number, not \"\"");
    assertRefused("3 1\n1 1= 0\n" + END, 2, "a candidate is to be a whole number");
    assertRefused("3 1\n(id 1 1 0\n" + END, 2, "ends with ) on the same line");
    assertRefused("3 1\n(id)\n" + END, 2, "the number of equal ballots");
    assertRefused("3 1\n1 " + "x".repeat(99) + " 0\n" + END, 2, "\"" + "x".repeat(40) + "…\"");
  }

  @Test
  void saysWhereAFileWasCutOff() {
    assertRefused("3 1\n1 1 0\n", 2, "a line with 0 that ends the ballots");
    assertRefused("3 1\n1 1 0\n0\n\"Ann\"\n", 4, "after 1 of 3 names; it may have been cut off");
    assertRefused("3 1\n0\nAnn\n", 3, "names stand in double quotation marks");
    assertRefused("3 1\n0\n\"Ann\n", 3, "opened and not closed");
    assertRefused("1 1\n0\n\"" + "x".repeat(10_001) + "\"\n", 3, "longer than 10000 characters");
  }

  @Test
  void refusesMorePreferencesThanTheMemoryIsMeantFor() {
    int each = 20_000;
    String ballot = "1 " + "1 ".repeat(each) + "0";
    List<String> lines = Collections.nCopies(BallotLimits.MARKS / each + 1, ballot);
    var all = new ArrayList<>(List.of("1 1"));
    all.addAll(lines);
    assertThat(BltReader.read(all.iterator()))
        .isEqualTo(
            new Reading.Refused<>(
                BallotLimits.MARKS / each + 2,
                "more than 30000000 preferences in one file; write equal ballots as one line"));
  }

  private static Reading<RankedPoll> read(String text) {
    return BltReader.read(text.lines().iterator());
  }

  private static void assertRefused(String text, int line, String what) {
    assertThat(read(text))
        .isInstanceOfSatisfying(
            Reading.Refused.class,
            refused -> {
              assertThat(refused.what()).contains(what);
              assertThat(refused.line()).as(refused.what()).isEqualTo(line);
            });
  }
}
