package org.answerable.ballot.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.List;
import org.answerable.ballot.Ballot;
import org.answerable.ballot.BudgetPoll;
import org.answerable.ballot.Project;
import org.answerable.ballot.TieOrder;
import org.junit.jupiter.api.Test;

class PabulibReaderTest {
  private static final String META = "META\nkey;value\nbudget;100\nvote_type;approval\n";
  private static final String PROJECTS = "PROJECTS\nproject_id;cost\na;1\nb;2\n";
  private static final String VOTES = "VOTES\nvoter_id;vote\n";

  @Test
  void readsEverythingThatCountingNeeds() {
    Reading<BudgetPoll> reading =
        read(
            """
            \uFEFFMETA
            key;value
            description;Which? ; and more
            num_votes;3
            num_projects;2
            budget;100.50
            vote_type;approval
            comment

            PROJECTS
            project_id;votes;cost;name
            a; 7;60;"Well; with a ""pump""\"
            12 ; 3 ; 0.25 ; Path
            VOTES
            voter_id;age;vote;sex
            1;30;a,12;f
            2;31;;m
            3;32;12, 12,a;f
            """);
    BudgetPoll poll = reading.orThrow();
    assertThat(poll.title()).isEqualTo("Which?");
    assertThat(poll.budget()).isEqualTo(new BigDecimal("100.50"));
    assertThat(poll.projects())
        .containsExactly(
            new Project(1, "a", "Well; with a \"pump\"", new BigDecimal("60")),
            new Project(2, "12", "Path", new BigDecimal("0.25")));
    assertThat(poll.ballots())
        .containsExactly(Ballot.of(1, 1, -2), Ballot.of(1), Ballot.of(1, 2, -2, -1));
    assertThat(poll.ties()).isEqualTo(TieOrder.listed(2));
    assertThat(((Reading.Ready<BudgetPoll>) reading).remarks()).isEmpty();
  }

  @Test
  void remarksThatAFileMayHaveBeenCutOff() {
    Reading<BudgetPoll> reading =
        read(META + "num_votes;9\nnum_projects;2\n" + PROJECTS + VOTES + "1;a\n");
    assertThat(((Reading.Ready<BudgetPoll>) reading).remarks())
        .containsExactly(
            "num_votes is \"9\" in META, but there are 1; the file may have been cut off");
  }

  @Test
  void saysInWhichLineWhatIsWrong() {
    assertRefused("", 1, "the section META is to stand here");
    assertRefused("3 1\n1 1 0\n", 1, "the section META is to stand here");
    assertRefused("META\nkey;value\n", 2, "vote_type;approval");
    assertRefused(META.replace("approval", "ordinal"), 4, "it says \"ordinal\"");
    assertRefused(META.replace("100", "much"), 4, "META's budget is to be a number");
    assertRefused(META.replace("100", "1,000"), 4, "not \"1,000\"");
    assertRefused(META.replace("100", "0"), 4, "budget is zero");
    assertRefused(META.replace("100", "1" + "0".repeat(18)), 4, "18 digits before the point");
    assertRefused(META.replace("100", "1.1234567"), 4, "6 behind it");
    assertRefused(META.replace("100", "1."), 4, "is to be a number");
    assertRefused(META + "budget;200\n", 5, "META says budget twice");
    assertRefused(META, 4, "the section PROJECTS is to stand here");
    assertRefused(META + "PROJECTS\n", 5, "to begin with the names of its columns");
    assertRefused(META + "PROJECTS\nVOTES\n", 6, "to begin with the names of its columns");
    assertRefused(META + "PROJECTS\nid;cost\na;1\n", 7, "no column project_id");
    assertRefused(META + "PROJECTS\nproject_id;cost\n;1\n", 7, "a project_id has 1 to");
    assertRefused(META + "PROJECTS\nproject_id;cost\na;-1\n", 7, "a cost is to be a number");
    assertRefused(
        META + "PROJECTS\nproject_id;cost\na\n", 7, "the line ends before the column cost");
    assertRefused(META + "PROJECTS\nproject_id;cost\n\"a;1\n", 7, "opened and not closed");
    assertRefused(META + PROJECTS + "a;3\n" + VOTES, 9, "\"a\" is there twice");
    assertRefused(META + PROJECTS, 8, "the section VOTES is to stand here");
    assertRefused(META + PROJECTS + VOTES + "1;c\n", 11, "there is no project \"c\"");
    assertRefused(META + PROJECTS + VOTES + "1\n", 11, "the line ends before the column vote");
    assertRefused(META + PROJECTS + VOTES + "1;a\nMETA\n", 12, "nothing is to follow the votes");
  }

  @Test
  void refusesMoreProjectsThanCanBeCounted() {
    StringBuilder text = new StringBuilder(META + "PROJECTS\nproject_id;cost\n");
    for (int number = 1; number <= 2_001; number++) {
      text.append('p').append(number).append(";1\n");
    }
    assertRefused(text.toString(), 2_007, "more than 2000 projects");
  }

  @Test
  void anIdWithACommaCanNotBeWritten() {
    BudgetPoll poll =
        new BudgetPoll(
            "",
            BigDecimal.TEN,
            List.of(new Project(1, "a,b", "", BigDecimal.ONE)),
            TieOrder.listed(1),
            List.of());
    assertThatThrownBy(() -> PabulibWriter.lines(poll)).hasMessage("a project's id has no comma");
  }

  private static Reading<BudgetPoll> read(String text) {
    return PabulibReader.read(text.lines().iterator());
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
