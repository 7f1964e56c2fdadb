package org.answerable.poll;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalInt;
import java.util.Random;
import org.answerable.ballot.Plurality;
import org.answerable.ballot.RankedPoll;
import org.answerable.ballot.file.BltReader;
import org.answerable.ballot.file.BltWriter;
import org.answerable.responselog.PollTerms;
import org.junit.jupiter.api.Test;

/** From ballots to what may be shown of them. */
class CountTest {
  private static final byte[] SECRET = new byte[32];
  private static final LocalDate DAY = LocalDate.of(2026, 11, 20);

  @Test
  void theOrderOfBallotsChangesNothing() {
    List<String> lines = new ArrayList<>(many("3 1 2", 7, "1 2", 6, "2 3 1", 6));
    byte[] seed = count(Form.ORDER, "schulze", lines, SECRET).seed();
    Collections.shuffle(lines, new Random(7));
    assertThat(count(Form.ORDER, "schulze", lines, SECRET).seed()).isEqualTo(seed);
    lines.set(0, "5");
    assertThat(count(Form.ORDER, "schulze", lines, SECRET).seed()).isNotEqualTo(seed);
  }

  /**
   * Somebody who knows the secret, wants option 1 to win a tie and may shuffle the ballots as often
   * as they like wins as often as chance has it, one time in two.
   */
  @Test
  void whoGrindsTiesWinsNoMoreOftenThanChance() {
    int wins = 0;
    int polls = 400;
    for (int poll = 0; poll < polls; poll++) {
      byte[] secret = ByteBuffer.allocate(32).putInt(poll).array();
      boolean won = false;
      for (int attempt = 0; attempt < 20; attempt++) {
        List<String> lines = new ArrayList<>(many("1", 10, "2", 10));
        Collections.shuffle(lines, new Random(attempt));
        Count count = count(Form.ONE, "plurality", lines, secret);
        won |= count.tally().outcome().winners().getFirst() == 1;
      }
      wins += won ? 1 : 0;
    }
    // three standard deviations around the half
    assertThat(wins).isBetween(polls / 2 - 30, polls / 2 + 30);
  }

  @Test
  void anotherProgramThatReadsTheFileCountsTheSameWinner() {
    List<String> lines = many("3 1 2", 7, "1=2 3", 6, "2 3", 6, "4", 5);
    for (String method : Form.ORDER.methods()) {
      Count count = count(Form.ORDER, method, lines, SECRET);
      RankedPoll again = BltReader.read(BltWriter.lines(count.ranked()).iterator()).orThrow();
      assertThat(again.ballots()).isEqualTo(count.ranked().ballots());
      assertThat(again.ties().order()).isEqualTo(count.ranked().ties().order());
    }
  }

  /** The file holds points as votes, so any program that counts votes finds the same winner. */
  @Test
  void sumsPointsUp() {
    List<String> lines = many("1:5 2:3", 10, "2:9 3:1", 7, "3:10", 6);
    Count count = count(Form.POINTS, "points", lines, SECRET);
    assertThat(count.tally().outcome().winners()).containsExactly(2);
    Figures figures = figures(count, true);
    assertThat(figures.rows())
        .containsExactly(List.of("50"), List.of("93"), List.of("67"), List.of("0"), List.of("0"));
    RankedPoll again = BltReader.read(BltWriter.lines(count.ranked()).iterator()).orThrow();
    assertThat(new Plurality().count(again).outcome().winners()).containsExactly(2);
    assertThat(shown(many("1:9 2:1", 8, "1:6 3:4", 8)))
        .as("all gave one the most")
        .isEqualTo(Disclosure.WINNER);
  }

  @Test
  void spendsABudget() {
    Count count = count(Form.BUDGET, "equal-shares:std", many("1=4", 10, "2=5", 8), SECRET);
    assertThat(count.tally().outcome().winners()).contains(4);
    Figures figures = figures(count, true);
    assertThat(figures.rows().get(3)).startsWith("10", "bought");
    assertThat(Figures.read(figures.json())).isEqualTo(figures);
  }

  @Test
  void nobodyWinsWhereNobodyVoted() {
    for (Form form : Form.values()) {
      for (String method : form.methods()) {
        Count count = count(form, method, List.of(), SECRET);
        assertThat(count.tally().outcome().winners()).isEmpty();
        Figures figures = figures(count, true);
        assertThat(Figures.read(figures.json())).isEqualTo(figures);
      }
    }
  }

  @Test
  void showsEveryBallotOnlyWhereNoneIsRare() {
    assertThat(shown(many("3 1", 6, "1 2", 5))).isEqualTo(Disclosure.BALLOTS);
    assertThat(shown(many("3 1", 17, "1 2", 10, "1", 2))).isEqualTo(Disclosure.FIGURES);
  }

  @Test
  void showsOnlyTheWinnerWhereFewVotedOrAllPutOneFirst() {
    assertThat(shown(many("3 1", 5, "1 2", 4))).isEqualTo(Disclosure.WINNER);
    assertThat(shown(many("3 1", 8, "3 2", 8))).isEqualTo(Disclosure.WINNER);
    assertThat(shown(many("3=1", 8, "1=2", 8))).isEqualTo(Disclosure.WINNER);
    assertThat(shown(many("3 1", 10, "1 2", 1))).as("ten to one").isEqualTo(Disclosure.WINNER);
    assertThat(shown(many("3 1", 40, "3=2", 20, "1", 6, "2", 3)))
        .as("all but nine")
        .isEqualTo(Disclosure.WINNER);
    assertThat(shown(List.of())).isEqualTo(Disclosure.WINNER);
  }

  @Test
  void showsOnlyTheWinnerWhereFewerThanTwentyCouldVote() {
    List<String> ballots = many("3 1", 9, "1 2", 8);
    PollTerms terms = SamplePoll.of(Form.ORDER);
    assertThat(Disclosure.of(terms, ballots, OptionalInt.of(19))).isEqualTo(Disclosure.WINNER);
    assertThat(Disclosure.of(terms, ballots, OptionalInt.of(20))).isEqualTo(Disclosure.BALLOTS);
  }

  @Test
  void isCountedAgainWhereTextsWereRemoved() {
    for (Form form : Form.values()) {
      PollTerms bare = SamplePoll.of(form).wordless();
      Count count = new Count(bare, List.of(form == Form.POINTS ? "1:3" : "1"), SECRET, "en");
      assertThat(count.tally().outcome().winners()).as(form.word()).contains(1);
    }
  }

  private static Figures figures(Count count, boolean ballots) {
    return Figuring.of(
        count.tally(),
        count.terms().method(),
        count.terms().options().size(),
        count.lines().size(),
        ballots);
  }

  private static Disclosure shown(List<String> lines) {
    return Disclosure.of(SamplePoll.of(Form.ORDER), lines, OptionalInt.empty());
  }

  private static Count count(Form form, String method, List<String> lines, byte[] secret) {
    PollTerms terms = SamplePoll.of(form, method, DAY, DAY);
    return new Count(terms, lines, secret, "en");
  }

  private static List<String> many(Object... linesAndCounts) {
    List<String> lines = new ArrayList<>();
    for (int at = 0; at < linesAndCounts.length; at += 2) {
      lines.addAll(
          Collections.nCopies((Integer) linesAndCounts[at + 1], (String) linesAndCounts[at]));
    }
    return lines;
  }
}
