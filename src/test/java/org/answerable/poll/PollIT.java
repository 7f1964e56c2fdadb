package org.answerable.poll;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.answerable.channel.Inbound;
import org.answerable.channel.IncomingMessage;
import org.answerable.channel.Reply;
import org.answerable.leader.Leader;
import org.answerable.testing.ApplicationTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** A poll's life on the real database: two leaders, voters, and what is published. */
@ApplicationTest
class PollIT {
  @Autowired private SettingUp settingUp;
  @Autowired private Inbound inbound;
  private final PollWorld world;

  PollIT(@Autowired ApplicationContext context) throws SQLException {
    this.world = new PollWorld(context);
  }

  @AfterEach
  void cancelWhatIsOpen() throws SQLException {
    world.cancelWhatIsOpen();
  }

  @Test
  void standsInTheLogBeforeAnybodyVotesAndNeedsTwoLeaders() throws Exception {
    Leader first = world.leader();
    Poll poll =
        settingUp.propose(first, SamplePoll.of(Form.ONE, world.today, world.today), world.today);
    assertThat(settingUp.agree(first, poll, world.today)).isEqualTo(SettingUp.Done.OWN);
    world.open();
    assertThat(world.hears(PollWorld.phone(), "VOTE"))
        .as("nobody agreed")
        .startsWith("There is no vote now.");
    assertThat(settingUp.agree(world.leader(), poll, world.today)).isEqualTo(SettingUp.Done.DONE);
    assertThat(settingUp.agree(world.leader(), poll, world.today)).isEqualTo(SettingUp.Done.MOVED);
    world.open();
    assertThat(world.published(poll).terms()).isEqualTo(poll.terms());
    assertThat(world.hears(PollWorld.phone(), "VOTE")).startsWith("Vote: What first? 1 water");
  }

  @Test
  void countsTheLastVoteOfEachAndPublishesBallotsAndReceipts() throws Exception {
    Poll poll = world.openPoll(Form.ORDER);
    List<String> receipts = new ArrayList<>();
    for (int voter = 0; voter < 12; voter++) {
      String phone = PollWorld.phone();
      world.hears(phone, "1 2 3");
      receipts.add(PollWorld.receipt(world.hears(phone, voter < 6 ? "3 1 2" : "1 3")));
    }
    assertThat(world.live(poll)).isEqualTo(12);
    world.close(poll);
    PublishedPoll result = world.published(poll);
    assertThat(result.ballots())
        .containsExactly(
            "1 3", "1 3", "1 3", "1 3", "1 3", "1 3", "3 1 2", "3 1 2", "3 1 2", "3 1 2", "3 1 2",
            "3 1 2");
    assertThat(result.receipts()).containsExactlyInAnyOrderElementsOf(receipts).isSorted();
    assertThat(world.votes(poll)).isEqualTo(12);
    assertThat(Closing.tieHash(requireNonNull(result.closed()).tieSecret()))
        .isEqualTo(result.announced().tieHash());
    assertThat(world.find(poll).state()).isEqualTo(PollState.CLOSED);
    assertThat(world.hears(PollWorld.phone(), "2")).startsWith("Baraza Letu");
  }

  @Test
  void aRepeatWhileItIsOpenGetsTheSameReplyAndCountsOnce() throws Exception {
    Poll poll = world.openPoll(Form.ONE);
    IncomingMessage vote = PollWorld.message(PollWorld.phone(), "2");
    Reply first = inbound.take(vote);
    assertThat(first.texts().getFirst().body()).startsWith("Your vote: open Saturday.");
    assertThat(inbound.take(vote)).isEqualTo(first);
    assertThat(world.live(poll)).isEqualTo(1);
  }

  @Test
  void aCancelledPollKeepsNoVoteAndSaysWhy() throws Exception {
    Poll poll = world.openPoll(Form.ONE);
    world.hears(PollWorld.phone(), "2");
    assertThat(settingUp.cancel(world.find(poll), "the question was wrong", world.today))
        .isEqualTo(SettingUp.Done.DONE);
    assertThat(world.live(poll)).isZero();
    assertThat(world.hasKey(poll)).isFalse();
    world.sequence();
    assertThat(world.published(poll).cancelled()).isEqualTo("the question was wrong");
  }
}
