package org.answerable.ballot.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.IntStream;
import org.answerable.ballot.Approval;
import org.answerable.ballot.Ballot;
import org.answerable.ballot.BudgetPoll;
import org.answerable.ballot.Candidate;
import org.answerable.ballot.CountingMethod;
import org.answerable.ballot.EqualShares;
import org.answerable.ballot.InstantRunoff;
import org.answerable.ballot.Plurality;
import org.answerable.ballot.RankedPairs;
import org.answerable.ballot.RankedPoll;
import org.answerable.ballot.Schulze;
import org.answerable.ballot.ScottishStv;
import org.answerable.ballot.TieOrder;
import org.answerable.ballot.file.BltReader;
import org.answerable.ballot.file.PabulibReader;
import org.junit.jupiter.api.Test;

/** Whoever asks "why did she lose?" is answered by the steps. */
class ReportTest {
  private static final String NAMES = "0\n\"Ann\"\n\"Ben\"\n\"Cat\"\n";

  @Test
  void schulzeNamesTheWayByWhichSomebodyIsBeaten() {
    assertThat(report(new Schulze(), "3 1\n7 1 2 3 0\n6 2 3 1 0\n5 3 1 2 0\n" + NAMES))
        .isEqualTo(
            """
            Counted by schulze: 18 valid ballots, 0 blank.
            1 seat.

            Elected: Ann (1).
              1. Ann (1)
              2. Ben (2)
              3. Cat (3)

            One against one:
              12 prefer Ann (1) to Ben (2), 6 the other way round
              11 prefer Cat (3) to Ann (1), 7 the other way round
              13 prefer Ben (2) to Cat (3), 5 the other way round

            Why were the others not elected?
              Ben (2) is beaten by Ann (1): 12 prefer Ann (1) to Ben (2), 6 the other way round; the strongest way back has only 11.
              Cat (3) is beaten by Ann (1) on the way Ann (1) > Ben (2) [12] > Cat (3) [13], whose weakest link is 12; the strongest way back has only 11.
            """);
  }

  @Test
  void rankedPairsNamesTheMajoritiesThatCount() {
    assertThat(report(new RankedPairs(), "3 1\n7 1 2 3 0\n6 2 3 1 0\n5 3 1 2 0\n" + NAMES))
        .endsWith(
            """
            Majorities, from the strongest:
              Ben (2) over Cat (3), 13 to 5
              Ann (1) over Ben (2), 12 to 6
              Cat (3) over Ann (1), 11 to 7: not counted, the ones before say the contrary

            Why were the others not elected?
              Ben (2) is beaten by Ann (1): 12 prefer Ann (1) to Ben (2), 6 the other way round.
              Cat (3) is below Ann (1) by the locked majorities Ann (1) > Ben (2) [12] > Cat (3) [13].
            """);
  }

  @Test
  void scottishStvNamesQuotaSurplusAndWhatIsLost() {
    assertThat(report(new ScottishStv(), "3 2\n[withdrawn 3]\n" + "4 1 2 0\n1 2 0\n1 0\n" + NAMES))
        .isEqualTo(
            """
            Counted by scottish-stv: 5 valid ballots, 1 blank.
            2 seats. Withdrawn: Cat (3).

            Elected: Ann (1) and Ben (2).
              1. Ann (1)
              2. Ben (2)

            Whoever reaches the quota of 2 votes is elected.

            Stage 1: first preferences.
              4.00000  Ann (1), elected
              1.00000  Ben (2), elected
            """);
    assertThat(report(new ScottishStv(), "3 2\n5 1 2 0\n2 1 0\n2 2 0\n3 3 0\n" + NAMES))
        .contains("Whoever reaches the quota of 5 votes is elected.")
        .endsWith(
            """
            Stage 2: Ann (1) has 2.00000 above the quota; that part of each of the papers goes on.
              5.00000  Ann (1)
              3.42855  Ben (2)
              3.00000  Cat (3)
              0.57145  with nobody

            Stage 3: Cat (3) has the fewest votes, 3.00000, and is excluded.
              5.00000  Ann (1)
              3.42855  Ben (2), elected
              3.57145  with nobody

            Why were the others not elected?
              Cat (3) had the fewest votes after stage 2, 3.00000 (the next, Ben (2), had 3.42855), and was excluded.
            """);
    assertThat(report(new ScottishStv(), "3 1\n5 1 0\n2 2 0\n1 3 0\n" + NAMES))
        .contains("Ben (2) had 2.00000 votes when the last seat was taken; the quota was 5.");
  }

  @Test
  void whoeverIsElectedWithoutAVoteIsOnTheStageToo() {
    assertThat(report(new ScottishStv(), "3 9\n4 1 0\n" + NAMES))
        .contains(
            """
            Stage 1: first preferences.
              4.00000  Ann (1), elected
              0.00000  Ben (2), elected
              0.00000  Cat (3), elected
            """);
  }

  @Test
  void scoresSayHowFarItWasToASeat() {
    assertThat(report(new Plurality(), "3 1\n2 1 0\n1 2 0\n" + NAMES))
        .endsWith(
            """
            Votes or points:
              2  Ann (1)
              1  Ben (2)
              0  Cat (3)

            Why were the others not elected?
              Ben (2) has 1; the last of the seats went to Ann (1), who has 2.
              Cat (3) has 0; the last of the seats went to Ann (1), who has 2.
            """);
  }

  @Test
  void tiesAreToldWhereverTheyWereBroken() {
    assertThat(report(new Approval(), "3 2\n1 1 0\n1 2 0\n1 3 0\n" + NAMES))
        .contains("  1. Ann (1), Ben (2) and Cat (3), equal\n")
        .contains(
            "Cat (3) is equal with Ann (1) and Ben (2), and later in the tie order; there was no"
                + " seat")
        .endsWith(
            """
            Ties that had to be broken:
              Ann (1), Ben (2) and Cat (3) were equal; the tie order gave the seats to Ann (1) and Ben (2).
              The tie order, as listed in the file: 1, 2, 3.
            """);
    assertThat(
            report(
                new InstantRunoff(), "3 1\n[tie 2 1 3]\n4 1 0\n3 2 0\n1 3 1 0\n2 3 2 0\n" + NAMES))
        .contains(
            "After stage 1 Ben (2) and Cat (3) were equal; the tie order decided, so Cat (3) was"
                + " excluded.")
        .contains(
            "After stage 2 Ann (1) and Ben (2) were equal; at stage 1 one of them had fewer, so Ben"
                + " (2) was excluded.");
    assertThat(
            report(
                new InstantRunoff(),
                "4 1\n4 1 0\n4 2 0\n5 3 0\n1 4 1 0\n1 4 2 0\n" + NAMES + "\"Dan\"\n"))
        .contains(
            "After stage 2 Ann (1), Ben (2) and Cat (3) were equal; at stage 1 several of them had"
                + " fewer, between whom the tie order decided, so Ben (2) was excluded.");
    assertThat(
            report(
                new ScottishStv(),
                "3 2\n4 1 3 0\n4 2 3 0\n2 3 0\n" + NAMES.replace("\"Cat\"", "\"\"")))
        .contains("Elected: Ann (1) and Ben (2).")
        .contains(
            "After stage 1 Ann (1) and Ben (2) were equal; the tie order decided, so they are"
                + " elected in this order: Ann (1) and Ben (2).");
    assertThat(
            report(
                new ScottishStv(),
                "4 3\n4 1 4 0\n4 2 3 0\n1 3 0\n1 4 0\n0\n\"A\"\n\"B\"\n\"C\"\n\"D\"\n"))
        .contains(
            "After stage 1 the surpluses of A (1) and B (2) were equal; the tie order decided, so"
                + " that of A (1) went first.");
    assertThat(report(new RankedPairs(), "3 1\n1 1 2 3 0\n1 2 3 1 0\n1 3 1 2 0\n" + NAMES))
        .contains(
            "The majority of Cat (3) over Ann (1) was not locked, because equal ones came before it"
                + " in the tie order.");
    assertThat(report(new Schulze(), "3 1\n1 1 2 3 0\n1 2 3 1 0\n1 3 1 2 0\n" + NAMES))
        .contains("Ben (2) is equal with Ann (1), and later in the tie order");
    for (CountingMethod.OfRankings method : List.of(new Schulze(), new RankedPairs())) {
      assertThat(report(method, "3 2\n5 1 2=3 0\n2 2=3 1 0\n" + NAMES))
          .as("that Ann beats Cat is not why, for Ann beats Ben too")
          .contains("Cat (3) is equal with Ben (2), and later in the tie order");
    }
    assertThat(report(new RankedPairs(), "3 1\n1 1=2 3 0\n" + NAMES))
        .contains("Ben (2) is equal with Ann (1), and later in the tie order");
  }

  @Test
  void nobodyIsElectedByNoBallots() {
    assertThat(report(new Schulze(), "3 1\n2 0\n" + NAMES))
        .isEqualTo(
            """
            Counted by schulze: 0 valid ballots, 2 blank.
            1 seat.

            Nobody is elected: there is no valid ballot.
            """);
  }

  @Test
  void manyCandidatesAreNotListedInPairs() {
    List<Candidate> many =
        IntStream.rangeClosed(1, 13).mapToObj(n -> new Candidate(n, "", false)).toList();
    RankedPoll poll =
        new RankedPoll(
            "", 1, many, TieOrder.listed(13), List.of(Ballot.of(1, 2), Ballot.of(1, 2, 1)));
    assertThat(Report.lines(new Schulze(), poll, new Schulze().count(poll)))
        .noneMatch(line -> line.contains("One against one"))
        .contains("  13 is beaten by 2: 2 prefer 2 to 13, 0 the other way round.");
    assertThat(Report.lines(new RankedPairs(), poll, new RankedPairs().count(poll)))
        .noneMatch(line -> line.contains("Majorities"));
  }

  @Test
  void projectsSayWhatTheirSupportersHadLeft() {
    BudgetPoll poll =
        PabulibReader.read(
                """
                META
                key;value
                description;Which
                budget;100
                vote_type;approval
                PROJECTS
                project_id;cost;name
                a;30;Pump
                b;30;b
                c;70;Path
                d;101;Hall
                e;5;Bench
                VOTES
                voter_id;vote
                1;a,b
                2;a,b
                3;a
                4;c
                5;
                """
                    .lines()
                    .iterator())
            .orThrow();
    EqualShares method = new EqualShares(EqualShares.Variant.NONE, false);
    assertThat(text(Report.lines(method, poll, method.count(poll))))
        .isEqualTo(
            """
            Which
            Counted by equal-shares:none: 4 valid ballots, 1 blank.
            Budget 100.

            Funded: Pump (a) and b.

            Each of 4 voters could spend 25.00. Bought, in this order:
              Pump (a): costs 30, 3 supporters, each pays 10.00 at most
              b: costs 30, 2 supporters, each pays 15.00 at most

            Why were the others not funded?
              Path (c) has 1 supporter, with together 25.00 left, which does not pay for it.
              Hall (d) costs more than the whole budget.
              Bench (e) has no votes.
            """);
    assertThatThrownBy(() -> Report.why(method.count(poll), 1, Names.of(poll)))
        .hasMessage("1 was chosen");
    assertThat(TallyJson.of(method, poll, method.count(poll)))
        .isEqualTo(
            "{\"method\":\"equal-shares:none\",\"title\":\"Which\",\"valid\":4,\"blank\":1,"
                + "\"winners\":[\"a\",\"b\"],\"ranking\":[],\"budget\":\"100\",\"share\":\"25\","
                + "\"stages\":[],\"purchases\":[{\"project\":\"a\",\"votes\":3,\"most\":\"10\"},"
                + "{\"project\":\"b\",\"votes\":2,\"most\":\"15\"}],\"refusals\":[{\"project\":\"c\","
                + "\"votes\":1,\"reason\":\"not-enough-left\",\"supportersLeft\":\"25\"},"
                + "{\"project\":\"d\",\"votes\":0,\"reason\":\"above-budget\",\"supportersLeft\":\"0\"},"
                + "{\"project\":\"e\",\"votes\":0,\"reason\":\"no-votes\",\"supportersLeft\":\"0\"}],"
                + "\"ties\":[],\"tieOrder\":{\"source\":\"listed\",\"order\":[\"a\",\"b\",\"c\",\"d\",\"e\"]}}");
  }

  @Test
  void jsonHoldsEachMethodsSteps() {
    RankedPoll poll =
        BltReader.read(("3 1\n2 1 2 0\n1 2 3 0\n1 0\n" + NAMES).lines().iterator()).orThrow();
    String end =
        "\"seats\":1,\"candidates\":[{\"number\":1,\"name\":\"Ann\",\"withdrawn\":false},"
            + "{\"number\":2,\"name\":\"Ben\",\"withdrawn\":false},"
            + "{\"number\":3,\"name\":\"Cat\",\"withdrawn\":false}],%s,\"ties\":[],"
            + "\"tieOrder\":{\"source\":\"listed\",\"order\":[1,2,3]}}";
    assertThat(json(new Plurality(), poll))
        .isEqualTo(
            "{\"method\":\"plurality\",\"title\":\"\",\"valid\":3,\"blank\":1,\"winners\":[1],"
                + "\"ranking\":[[1],[2],[3]],"
                + end.formatted("\"stages\":[{\"totals\":{\"1\":\"2\",\"2\":\"1\",\"3\":\"0\"}}]"));
    String pairs =
        "\"stages\":[],\"pairs\":{\"1\":{\"2\":2,\"3\":2},\"2\":{\"1\":1,\"3\":3},\"3\":{\"1\":1,\"2\":0}},";
    assertThat(json(new Schulze(), poll))
        .endsWith(
            end.formatted(
                pairs
                    + "\"strengths\":{\"1\":{\"2\":2,\"3\":2},\"2\":{\"1\":0,\"3\":3},\"3\":{\"1\":0,\"2\":0}}"));
    assertThat(json(new RankedPairs(), poll))
        .endsWith(
            end.formatted(
                pairs
                    + "\"majorities\":[{\"winner\":2,\"loser\":3,\"votes\":3,\"against\":0,\"locked\":true},"
                    + "{\"winner\":1,\"loser\":3,\"votes\":2,\"against\":1,\"locked\":true},"
                    + "{\"winner\":1,\"loser\":2,\"votes\":2,\"against\":1,\"locked\":true}]"));
    assertThat(json(new InstantRunoff(), poll))
        .contains(
            "{\"action\":\"exclusion\",\"candidate\":3,\"totals\":{\"1\":\"2\",\"2\":\"1\",\"3\":\"0\"},"
                + "\"nonTransferable\":\"0\",\"elected\":[]}");
    assertThat(json(new ScottishStv(), poll.withSeats(2)))
        .contains(
            "\"quota\":\"2.00000\",\"stages\":[{\"action\":\"first-preferences\",\"totals\":{\"1\":"
                + "\"2.00000\",\"2\":\"1.00000\",\"3\":\"0.00000\"},\"nonTransferable\":\"0.00000\",\"elected\":[1]}");
    RankedPoll even = BltReader.read(("3 1\n1 1 0\n1 2 0\n" + NAMES).lines().iterator()).orThrow();
    assertThat(json(new Plurality(), even))
        .contains(
            "\"ties\":[{\"stage\":0,\"question\":\"seat\",\"tied\":[1,2],\"chosen\":[1],"
                + "\"reason\":\"tie-order\",\"earlierStage\":0}]");
  }

  @Test
  void jsonEscapesWhatItMust() {
    assertThat(Json.text(List.of("a\"b\\c\u0001\u001f/é李\ud83d\ude00", 1, 2L, true)))
        .isEqualTo("[\"a\\\"b\\\\c\\u0001\\u001f/\\u00e9\\u674e\\ud83d\\ude00\",1,2,true]");
    assertThatThrownBy(() -> Json.text(1.5)).isInstanceOf(IllegalArgumentException.class);
  }

  private static String json(CountingMethod.OfRankings method, RankedPoll poll) {
    return TallyJson.of(method, poll, method.count(poll));
  }

  private static String report(CountingMethod.OfRankings method, String blt) {
    RankedPoll poll = BltReader.read(blt.lines().iterator()).orThrow();
    return text(Report.lines(method, poll, method.count(poll)));
  }

  private static String text(List<String> lines) {
    return String.join("\n", lines) + "\n";
  }
}
