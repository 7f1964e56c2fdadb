package org.answerable.poll;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.answerable.responselog.Eligible;
import org.answerable.responselog.PollTerms;
import org.answerable.testing.ApplicationTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.dao.DataAccessException;

/** Printed codes on the real database: made once, each one vote from any phone, of no number. */
@ApplicationTest
class PrintedCodesIT {
  @Autowired private SettingUp settingUp;
  private final PollWorld world;

  PrintedCodesIT(@Autowired ApplicationContext context) throws SQLException {
    this.world = new PollWorld(context);
  }

  @AfterEach
  void cancelWhatIsOpen() throws SQLException {
    world.cancelWhatIsOpen();
  }

  private Poll election(int printed) throws SQLException {
    PollTerms terms = SamplePoll.of(Form.ONE, world.today, world.today.plus(PollLimits.NOTICE));
    return world.openPoll(SamplePoll.of(terms, new Eligible.Codes(printed, true), false));
  }

  private List<String> codes(Poll poll) throws SQLException {
    return settingUp.makeCodes(poll).orElseThrow();
  }

  @Test
  void areMadeOnceAndOnlyTheirHashesAreKept() throws Exception {
    Poll poll = election(50);
    List<String> codes = codes(poll);
    assertThat(codes).hasSize(50).doesNotHaveDuplicates();
    assertThat(settingUp.makeCodes(poll)).as("once").isEmpty();
    assertThat(world.whole.count("poll.code where poll = ?", poll.reference())).isEqualTo(50);
    world.hears(PollWorld.phone(), codes.getFirst() + " 2");
    List<String> rows = world.whole.rows();
    for (String code : codes) {
      assertThat(rows).noneMatch(row -> row.contains(code) || row.contains(code.substring(0, 6)));
    }
  }

  @Test
  void severalLeadersAtOnceGetThemOnce() throws Exception {
    Poll poll = election(20);
    var asked =
        PollWorld.atOnce(Collections.nCopies(4, () -> settingUp.makeCodes(poll).isPresent()));
    assertThat(asked).containsOnlyOnce(true);
  }

  @Test
  void eachIsOneVoteFromWhicheverPhone() throws Exception {
    Poll poll = election(24);
    List<String> codes = codes(poll);
    String shared = PollWorld.phone();
    for (int voter = 0; voter < 12; voter++) {
      String reply = world.hears(shared, codes.get(voter) + " " + (1 + voter % 2));
      assertThat(reply).startsWith("Your vote: ");
    }
    assertThat(world.live(poll)).as("twelve of one phone").isEqualTo(12);
    String changed = world.hears(PollWorld.phone(), VotingCode.shown(codes.getFirst()) + " 3");
    assertThat(changed).startsWith("Your vote: travel refund.");
    assertThat(world.live(poll)).isEqualTo(12);
    assertThat(world.hears(PollWorld.phone(), "2")).startsWith("This vote takes the printed code");
    assertThat(world.live(poll)).isEqualTo(12);
    for (int voter = 12; voter < 23; voter++) {
      world.hears(PollWorld.phone(), codes.get(voter) + " " + (1 + voter % 2));
    }
    world.close(poll);
    assertThat(world.votes(poll)).isEqualTo(23);
    assertThat(world.published(poll).receipts()).contains(PollWorld.receipt(changed));
    assertThat(world.whole.count("poll.code where poll = ?", poll.reference())).isZero();
    assertThat(world.hears(PollWorld.phone(), codes.getLast() + " 2"))
        .startsWith("That vote is closed");
  }

  @Test
  void aCodeOfAnotherVoteCountsInItsOwnAlone() throws Exception {
    Poll first = election(20);
    Poll second = election(20);
    List<String> codes = codes(first);
    codes(second);
    world.hears(PollWorld.phone(), codes.getFirst() + " 2");
    assertThat(world.live(first)).isEqualTo(1);
    assertThat(world.live(second)).isZero();
    world.close(first);
    assertThat(world.hears(PollWorld.phone(), codes.getFirst() + " 2"))
        .startsWith("That code does not count.");
    assertThat(world.live(second)).isZero();
  }

  /** Whatever the application decides, the database takes no vote that has no code. */
  @Test
  void noBallotIsWrittenWithoutOne() throws Exception {
    Poll poll = election(20);
    codes(poll);
    var box = new BallotBox(world.keys);
    byte[] tag =
        box.voter(poll.organisation(), poll.reference(), new Voter.Person(UUID.randomUUID()));
    assertThatThrownBy(
            () ->
                world
                    .whole
                    .owner()
                    .sql("insert into poll.ballot values (?, ?, ?, ?)")
                    .params(poll.organisation(), poll.reference(), tag, new byte[1])
                    .update())
        .isInstanceOf(DataAccessException.class)
        .hasMessageContaining("no such code");
  }

  @Test
  void fewerThanTwentyCodesShowTheWinnerAlone() throws Exception {
    Poll poll = election(19);
    List<String> codes = codes(poll);
    for (int voter = 0; voter < 12; voter++) {
      world.hears(PollWorld.phone(), codes.get(voter) + " " + (1 + voter % 2));
    }
    world.close(poll);
    assertThat(world.votes(poll)).isNull();
    assertThat(world.published(poll).ballots()).isNull();
  }
}
