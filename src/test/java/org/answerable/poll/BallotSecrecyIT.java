package org.answerable.poll;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.answerable.channel.Inbound;
import org.answerable.channel.IncomingMessage;
import org.answerable.channel.Reply;
import org.answerable.platform.Databases;
import org.answerable.platform.Login;
import org.answerable.platform.keys.KeyRefused;
import org.answerable.testing.ApplicationTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.dao.DataAccessException;

/** Invariant 4: who voted and what was chosen are parted for good, and nobody sees it before. */
@ApplicationTest
class BallotSecrecyIT {
  @Autowired private Inbound inbound;
  @Autowired private Databases databases;
  private final PollWorld world;

  BallotSecrecyIT(@Autowired ApplicationContext context) throws SQLException {
    this.world = new PollWorld(context);
  }

  @AfterEach
  void cancelWhatIsOpen() throws SQLException {
    world.cancelWhatIsOpen();
  }

  @Test
  void afterTheCloseNothingLeadsFromAVoterToTheirVote(@TempDir Path elsewhere) throws Exception {
    Poll poll = world.openPoll(Form.ORDER);
    Map<String, String> choices = Map.of("a", "3 1 2", "b", "1 3", "c", "2");
    List<IncomingMessage> messages = new ArrayList<>();
    List<byte[]> tags = new ArrayList<>();
    var box = new BallotBox(world.keys);
    for (int voter = 0; voter < 15; voter++) {
      var in = PollWorld.message(PollWorld.phone(), List.copyOf(choices.values()).get(voter % 3));
      messages.add(in);
      inbound.take(in);
    }
    world
        .whole
        .owner()
        .sql("select voter from poll.ballot where poll = ?")
        .param(poll.reference())
        .query((row, n) -> tags.add(row.getBytes(1)))
        .list();
    assertThat(tags).hasSize(15);
    List<String> before = world.whole.rows();
    var sealedBallots =
        world
            .whole
            .owner()
            .sql("select voter, choice from poll.ballot where poll = ?")
            .param(poll.reference())
            .query((row, n) -> new Polls.SealedBallot(row.getBytes(1), row.getBytes(2)))
            .list();
    byte[] key = world.key(poll);
    world.close(poll);
    // with the key kept, whoever has the backup reads every vote: what follows can fail
    assertThat(opened(world.boxWith(poll, key, elsewhere), poll, sealedBallots)).isEqualTo(15);
    assertThat(opened(box, poll, sealedBallots)).as("the old backup, with today's keys").isZero();
    assertThat(world.live(poll)).isZero();
    List<String> after = world.whole.rows();
    for (byte[] tag : tags) {
      String hex = HexFormat.of().formatHex(tag);
      assertThat(before).anyMatch(row -> row.contains(hex));
      assertThat(after).noneMatch(row -> row.contains(hex));
    }
    // a repeat after the close: an empty 200, and nothing opens what was said
    for (IncomingMessage in : messages) {
      assertThat(inbound.take(in)).isEqualTo(Reply.NOTHING);
    }
    assertRowsTellNoOrder(poll);
  }

  /** All loose ballots are one transaction's, in the order of their random ids. */
  private void assertRowsTellNoOrder(Poll poll) {
    List<UUID> ids =
        world
            .whole
            .owner()
            .sql("select ballot from poll.loose_ballot where poll = ? order by ctid")
            .param(poll.reference())
            .query(UUID.class)
            .list();
    assertThat(ids).hasSize(15).isSorted();
    assertThat(
            world
                .whole
                .owner()
                .sql("select count(distinct xmin::text) from poll.loose_ballot where poll = ?")
                .param(poll.reference())
                .query(Long.class)
                .single())
        .isEqualTo(1);
  }

  /** How many can be opened, and how many would be with the key that was kept. */
  private static int opened(BallotBox box, Poll poll, List<Polls.SealedBallot> rows) {
    int opened = 0;
    for (Polls.SealedBallot row : rows) {
      try {
        box.open(poll.organisation(), poll.reference(), row.voter(), row.choice());
        opened++;
      } catch (KeyRefused gone) {
        // as it should be
      }
    }
    return opened;
  }

  @Test
  void aForgottenVoterHasNoVote() throws Exception {
    Poll poll = world.openPoll(Form.ONE);
    String phone = PollWorld.phone();
    world.hears(phone, "2");
    String digits = world.hears(phone, "FORGET").replaceAll("(?s).*FORGET (\\d{4}).*", "$1");
    assertThat(world.hears(phone, "FORGET " + digits)).startsWith("Done.");
    assertThat(world.live(poll)).isZero();
    world.hears(phone, "3");
    assertThat(world.live(poll)).isEqualTo(1);
  }

  @Test
  void nobodySeesHowItStands() throws Exception {
    world.openPoll(Form.ONE);
    world.hears(PollWorld.phone(), "2");
    for (Login login : Login.values()) {
      if (login != Login.POLL && login != Login.INTAKE) {
        assertThatThrownBy(
                () ->
                    databases
                        .as(login)
                        .sql("select choice from poll.ballot")
                        .query(byte[].class)
                        .list())
            .as(login.word())
            .isInstanceOf(DataAccessException.class);
      }
    }
  }
}
