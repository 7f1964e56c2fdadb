package org.answerable.audit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.answerable.responselog.Content;
import org.answerable.responselog.Entry;
import org.answerable.responselog.EntryJson;
import org.answerable.responselog.PollNews;
import org.answerable.responselog.RedactionReason;
import org.answerable.tlog.Hash;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The files from which others count again say what was signed, and nothing else. */
class PollFilesTest extends PollEntries {
  @Test
  void takesAPollAndComparesItsFiles() throws Exception {
    aWholePoll();
    ledger.polls().check(source);
    beside.clear();
    ledger.polls().check(source);
    assertThat(ledger.summary()).contains("Polls, announced before anybody voted: 1.");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          csv | 2,1 2=3 | 3,1 2=3 | ballots
          csv | 1,2 | 1,3 | ballots
          csv | 1,2 | 1;2 | ballots
          blt | 2 1 3=2 0 | 2 1 3 2 0 | ballots
          blt | 1 2 0 | 1 3 0 | ballots
          receipts | 3333 | 3334 | receipts
          """)
  void aFileThatSaysSomethingElseIsNamed(String ending, String before, String after, String what)
      throws Exception {
    aWholePoll();
    String path = "polls/" + REFERENCE + "." + ending;
    beside.compute(path, (name, text) -> text.replaceFirst(before, after));
    assertThatThrownBy(() -> ledger.polls().check(source))
        .isInstanceOf(Finding.class)
        .hasMessage(path + " has other " + what + " than entry 1 was signed with.");
  }

  @Test
  void countsAgain() throws Exception {
    aWholePoll();
    ledger.polls().check(source);
    assertThat(ledger.summary())
        .contains("Of them counted again from their ballots, with the same winners: 1.");
  }

  @Test
  void aWinnerWhomTheBallotsDoNotChooseIsNamed() throws Exception {
    take(announced());
    day = CLOSES.plusDays(1);
    take(closed(SECRET), tallied("ballots", 3, 2));
    assertThatThrownBy(() -> ledger.polls().check(source))
        .hasMessage(
            "entry 2 says that K7QM-2XWD chose [2]; counted again, its ballots choose [1].");
  }

  /** With figures alone nobody can count again. */
  @Test
  void doesNotSayThatItCountedWhatItCannot() throws Exception {
    take(announced());
    day = CLOSES.plusDays(1);
    take(closed(SECRET), tallied("figures", 3, 2));
    ledger.polls().check(source);
    assertThat(ledger.summary()).doesNotContain("counted again");
  }

  @Test
  void ballotsForWhatWasNotAnnouncedAreNamed() throws Exception {
    Content other = new Content(bytes(1), "4\n4\n4\n");
    serve(other);
    take(announced());
    day = CLOSES.plusDays(1);
    take(new PollNews.Closed(other.hash(), RECEIPTS.hash(), SECRET), tallied("ballots", 3, 2));
    beside.clear();
    assertThatThrownBy(() -> ledger.polls().check(source))
        .hasMessage("entry 0 announces a poll whose ballots can't be counted.");
  }

  @Test
  void aTextThatIsMissingIsNamed() throws Exception {
    aWholePoll();
    served.remove("content/" + HexFormat.of().formatHex(BALLOTS.hash()));
    assertThatThrownBy(() -> ledger.polls().check(source))
        .hasMessageContaining("entry 1 names it as the ballots of K7QM-2XWD");
  }

  @Test
  void countsAreOfTheReceiptsThatArePublished() throws Exception {
    take(announced());
    day = CLOSES.plusDays(1);
    take(closed(SECRET), tallied("figures", 4, 2));
    assertThatThrownBy(() -> ledger.polls().check(source))
        .hasMessage("entry 1 has 3 receipts of K7QM-2XWD, and the count has 4 votes.");
  }

  @Test
  void budgetsAreComparedByWhatWasApprovedOf() throws Exception {
    aWholePoll();
    String head =
        "META\n"
            + "key;value\n"
            + "budget;2\n"
            + "PROJECTS\n"
            + "project_id;cost;name\n"
            + "1;10;water\n"
            + "2;10;water\n"
            + "3;10;water\n"
            + "VOTES\n";
    beside.clear();
    beside.put("polls/" + REFERENCE + ".pb", head + "voter_id;vote\n1;3,1,2\n2;1,2,3\n3;2\n");
    ledger.polls().check(source);
    beside.put("polls/" + REFERENCE + ".pb", head + "voter_id;vote\n1;3,1,2\n2;1,2\n3;2\n");
    assertThatThrownBy(() -> ledger.polls().check(source))
        .hasMessageStartingWith("polls/K7QM-2XWD.pb has other ballots");
    for (String line : List.of("budget;2", "1;10;water", "3;10;water")) {
      String other = head.replace(line, line + "0");
      beside.put("polls/" + REFERENCE + ".pb", other + "voter_id;vote\n1;3,1,2\n2;1,2,3\n3;2\n");
      assertThatThrownBy(() -> ledger.polls().check(source))
          .hasMessage(
              "polls/K7QM-2XWD.pb has other seats, options, costs or another order for ties than"
                  + " entry 0 announced.");
    }
  }

  /** The same ballots have another winner when names, seats or ties are others. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "3 1\n | 3 2\n",
        "\\[tie .*\n | ",
        "\\[tie (.) (.) | [tie $2 $1",
        "\\[tie .*\n | $0[tie 1 2 3]\n",
        "\\[tie .*\n | $0-2\n",
        "\"water\"\n | \"fire\"\n",
        "\"What first\\?\" | \"What last?\"",
        "\"water\"\n | \"water\"\n\"water\"\n",
      })
  void aFileThatNamesSomethingElseThanWasAnnouncedIsFound(String change) throws Exception {
    aWholePoll();
    String[] parts = change.split(" \\| ", 2);
    beside.compute(
        "polls/" + REFERENCE + ".blt", (name, text) -> text.replaceFirst(parts[0], parts[1]));
    assertThatThrownBy(() -> ledger.polls().check(source))
        .isInstanceOf(Finding.class)
        .hasMessageStartingWith("polls/K7QM-2XWD.blt has other ");
  }

  @Test
  void aTextThatWasRemovedNeedNotBeThere() throws Exception {
    aWholePoll();
    served.remove("content/" + HexFormat.of().formatHex(QUESTION.hash()));
    assertThatThrownBy(() -> ledger.polls().check(source))
        .hasMessageContaining("entry 0 names it as the question of K7QM-2XWD");
    take(new PollNews.Removed(QUESTION.hash(), RedactionReason.SHOWS_SOMEBODY));
    assertThatThrownBy(() -> ledger.polls().check(source))
        .hasMessageContaining("polls/K7QM-2XWD.blt has other");
    beside.compute(
        "polls/" + REFERENCE + ".blt", (name, text) -> text.replace("What first?", "(removed)"));
    ledger.polls().check(source);
    refuses(
        new PollNews.Removed(QUESTION.hash(), RedactionReason.LAW), "removes what is no text of");
    assertThat(ledger.summary()).contains("Published texts that were removed");
  }

  @Test
  void pointsAreComparedOptionByOption() throws Exception {
    Content points = new Content(bytes(1), "1:5 2:3\n1:5 2:3\n2:10\n");
    serve(points);
    take(announced("points"));
    day = CLOSES.plusDays(1);
    take(new PollNews.Closed(points.hash(), RECEIPTS.hash(), SECRET), tallied("ballots", 3, 2));
    beside.put("polls/" + REFERENCE + ".csv", "ballots,ballot\n2,1:5 2:3\n1,2:10\n");
    beside.put("polls/" + REFERENCE + ".blt", head(points) + "10 1 0\n6 2 0\n10 2 0\n" + NAMES);
    ledger.polls().check(source);
    beside.put("polls/" + REFERENCE + ".blt", head(points) + "10 1 0\n6 2 0\n9 2 0\n" + NAMES);
    assertThatThrownBy(() -> ledger.polls().check(source)).hasMessageContaining(".blt has other");
  }

  /** One receipt would else be a thousand votes. */
  @Test
  void pointsCountWhereTheMethodHasThemOnly() throws Exception {
    Content points = new Content(bytes(1), "2:1000\n1\n1\n");
    serve(points);
    beside.clear();
    take(announced());
    day = CLOSES.plusDays(1);
    take(new PollNews.Closed(points.hash(), RECEIPTS.hash(), SECRET), tallied("ballots", 3, 2));
    assertThatThrownBy(() -> ledger.polls().check(source))
        .hasMessageContaining("whose ballots share points");
  }

  @Test
  void whatCountsIsNotRemoved() throws Exception {
    aWholePoll();
    refuses(
        new PollNews.Removed(BALLOTS.hash(), RedactionReason.LAW), "removes what is no text of");
    refuses(
        new PollNews.Removed(RECEIPTS.hash(), RedactionReason.LAW), "removes what is no text of");
  }

  @Test
  void aMethodThatIsNewerThanTheProgramIsSaid() throws Exception {
    take(announced("method-of-tomorrow"));
    day = CLOSES.plusDays(1);
    take(closed(SECRET), tallied("ballots", 3, 2));
    ledger.polls().check(source);
    assertThat(ledger.summary()).contains("too old to know, and not again: 1.");
  }

  /** Ten to the hundred-millionth would never be counted to its end. */
  @Test
  void anAmountThatIsNoneIsNamed() throws Exception {
    String method = "equal-shares:std";
    var news = (PollNews.Announced) announced(method);
    String body =
        new String(EntryJson.write(HOPE, new Entry.OfPoll(DAY, REFERENCE, news)), UTF_8)
            .replace("\"budget\":\"2\"", "\"budget\":\"1E-99999999\"");
    var entry = LogEntry.read(0, body.getBytes(UTF_8));
    assertThatThrownBy(() -> new Recount(entry, Hash.of(SECRET), Map.of(), "1\n").winners())
        .hasMessage("entry 0 has a budget that is no amount.");
  }
}
