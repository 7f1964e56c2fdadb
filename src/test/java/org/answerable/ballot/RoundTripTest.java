package org.answerable.ballot;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.answerable.ballot.file.BltReader;
import org.answerable.ballot.file.BltWriter;
import org.answerable.ballot.file.PabulibReader;
import org.answerable.ballot.file.PabulibWriter;
import org.junit.jupiter.api.Test;

/** What is published can be read again, and says the same. */
class RoundTripTest {
  private static final long SEED = 7;

  @Test
  void whatBltWritesIsReadAsTheSamePoll() {
    RandomPolls polls = new RandomPolls(SEED);
    for (int i = 0; i < 1_000; i++) {
      RankedPoll poll = polls.any();
      RankedPoll read = BltReader.read(BltWriter.lines(poll).iterator()).orThrow();
      assertThat(read.ties().order()).isEqualTo(poll.ties().order());
      assertThat(read.withTies(poll.ties())).as("seed " + SEED).isEqualTo(poll);
    }
  }

  @Test
  void whatPabulibWritesIsReadAsTheSamePollVoterByVoter() {
    RandomPolls polls = new RandomPolls(SEED);
    for (int i = 0; i < 1_000; i++) {
      BudgetPoll poll = polls.budget();
      List<Ballot> voters = new ArrayList<>();
      for (Ballot ballot : poll.ballots()) {
        for (long voter = 0; voter < ballot.weight(); voter++) {
          voters.add(Ballot.ranked(1, ballot.ranks()));
        }
      }
      BudgetPoll read = PabulibReader.read(PabulibWriter.lines(poll).iterator()).orThrow();
      assertThat(read.withTies(poll.ties()))
          .as("seed " + SEED)
          .isEqualTo(
              new BudgetPoll(poll.title(), poll.budget(), poll.projects(), poll.ties(), voters));
    }
  }

  @Test
  void namesThatWouldBreakTheFormAreQuoted() {
    String name = "Zoë \"Zo\"; # 1";
    RankedPoll poll =
        new RankedPoll(
            name + "\nline",
            1,
            List.of(new Candidate(1, name, true)),
            TieOrder.given(List.of(1)),
            List.of(Ballot.of(2, 1), Ballot.of(1)));
    assertThat(BltWriter.lines(poll))
        .containsExactly(
            "1 1",
            "-1",
            "[tie 1]",
            "2 1 0",
            "1 0",
            "0",
            "\"Zoë \"\"Zo\"\"; # 1\"",
            "\"Zoë \"\"Zo\"\"; # 1 line\"");
    var budget = new BigDecimal("10.5");
    BudgetPoll projects =
        new BudgetPoll(
            "a;b",
            budget,
            List.of(new Project(1, "x\"y", name, budget)),
            TieOrder.listed(1),
            List.of(Ballot.of(2, 1)));
    assertThat(PabulibWriter.lines(projects))
        .containsExactly(
            "META",
            "key;value",
            "description;\"a;b\"",
            "num_projects;1",
            "num_votes;2",
            "budget;10.5",
            "vote_type;approval",
            "PROJECTS",
            "project_id;cost;name",
            "\"x\"\"y\";10.5;\"Zoë \"\"Zo\"\"; # 1\"",
            "VOTES",
            "voter_id;vote",
            "1;\"x\"\"y\"",
            "2;\"x\"\"y\"");
    assertThat(PabulibReader.read(PabulibWriter.lines(projects).iterator()).orThrow().projects())
        .isEqualTo(projects.projects());
  }
}
