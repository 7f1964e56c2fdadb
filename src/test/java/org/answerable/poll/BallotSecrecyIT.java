package org.answerable.poll;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.answerable.channel.Inbound;
import org.answerable.channel.IncomingMessage;
import org.answerable.channel.Reply;
import org.answerable.constituent.Constituent;
import org.answerable.platform.Databases;
import org.answerable.platform.Login;
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
  private static final int VOTERS = 15;
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

  /** P5, P11: disk, keys, an old copy and the provider's list after the close. */
  @Test
  void afterTheCloseNothingLeadsFromAVoterToTheirVote(@TempDir Path elsewhere) throws Exception {
    List<byte[]> seen = replies().stream().map(VoteAttack.KeptReply::id).toList();
    Poll poll = world.openPoll(Form.ORDER);
    List<String> choices = List.of("3 1 2 4 5", "1 3", "2");
    List<IncomingMessage> messages = new ArrayList<>();
    List<String> phones = new ArrayList<>();
    for (int voter = 0; voter < VOTERS; voter++) {
      String phone = PollWorld.phone();
      phones.add(phone);
      var in = PollWorld.message(phone, choices.get(voter % 3));
      messages.add(in);
      inbound.take(in);
    }
    world.hears(phones.getFirst(), "HELP");
    world.hears(PollWorld.phone(), "3 1 9");
    List<Constituent> people = phones.stream().map(world::person).toList();
    List<Ballots.SealedBallot> oldBallots = ballots(poll);
    List<VoteAttack.KeptReply> oldReplies = replies();
    List<VoteAttack.KeptSession> oldSessions = sessions();
    List<Uncounted.SealedCounts> oldCounts = world.sealedCounts(poll);
    byte[] key = world.key(poll);
    world.close(poll);
    Path disk = world.whole.onDisk();

    // with the key kept every voter is found, in each way: what follows can fail
    var kept = new VoteAttack(poll, world.keysWith(poll, key, elsewhere));
    assertThat(kept.byBallots(people, oldBallots)).isEqualTo(VOTERS);
    assertThat(kept.byTags(people, oldBallots)).isEqualTo(VOTERS);
    assertThat(kept.byReplies(people, replies())).isEqualTo(VOTERS);
    assertThat(kept.bySessions(people, sessions())).isEqualTo(VOTERS);
    assertThat(kept.byDisk(people, disk)).isEqualTo(VOTERS);

    assertThat(kept.invalid(oldCounts)).isEqualTo(1);

    var attack = new VoteAttack(poll, world.keys);
    assertThat(attack.byBallots(people, oldBallots)).as("the old copy").isZero();
    assertThat(attack.byTags(people, oldBallots)).as("who voted at all").isZero();
    assertThat(attack.invalid(oldCounts)).as("what could not be read").isZero();
    assertThat(attack.byReplies(people, oldReplies)).as("what was said back, then").isZero();
    assertThat(attack.byReplies(people, replies())).as("and now").isZero();
    assertThat(attack.bySessions(people, oldSessions)).as("sessions, then").isZero();
    assertThat(attack.bySessions(people, sessions())).as("and now").isZero();
    assertThat(attack.byDisk(people, disk)).as("the disk").isZero();
    assertThat(world.live(poll)).isZero();
    assertThat(
            replies().stream()
                .filter(row -> seen.stream().noneMatch(id -> Arrays.equals(id, row.id())))
                .map(row -> row.reply().length)
                .distinct())
        .as("one size, whatever was chosen, and whether it was a vote")
        .hasSize(1);
    // a repeat after the close: an empty 200, and nothing opens what was said
    for (IncomingMessage in : messages) {
      assertThat(inbound.take(in)).isEqualTo(Reply.NOTHING);
    }
    assertRowsTellNoOrder(poll);
    assertNobodyWroteWithTheClose(poll);
  }

  private List<Ballots.SealedBallot> ballots(Poll poll) {
    return world
        .whole
        .owner()
        .sql("select voter, choice from poll.ballot where poll = ?")
        .param(poll.reference())
        .query((row, n) -> new Ballots.SealedBallot(row.getBytes(1), row.getBytes(2)))
        .list();
  }

  private List<VoteAttack.KeptReply> replies() {
    return world
        .whole
        .owner()
        .sql("select id, reply from conversation.message where organisation = ?")
        .param(world.home.id())
        .query((row, n) -> new VoteAttack.KeptReply(row.getBytes(1), row.getBytes(2)))
        .list();
  }

  private List<VoteAttack.KeptSession> sessions() {
    return world
        .whole
        .owner()
        .sql("select who, state from conversation.session where organisation = ?")
        .param(world.home.id())
        .query(
            (row, n) -> new VoteAttack.KeptSession(row.getObject(1, UUID.class), row.getBytes(2)))
        .list();
  }

  /** The close's own transaction wrote no row of anybody's. */
  private void assertNobodyWroteWithTheClose(Poll poll) {
    String close =
        world
            .whole
            .owner()
            .sql("select distinct xmin::text from poll.loose_ballot where poll = ?")
            .param(poll.reference())
            .query(String.class)
            .single();
    for (String table :
        List.of("conversation.message", "conversation.session", "constituent.constituent")) {
      assertThat(world.whole.count(table + " where xmin::text = ?", close)).as(table).isZero();
    }
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
    assertThat(ids).hasSize(VOTERS).isSorted();
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

  /** What was said back goes at once: it is under the person's own key too. */
  @Test
  void whatWasSaidToAForgottenVoterOpensNoMore() throws Exception {
    Poll poll = world.openPoll(Form.ONE);
    String phone = PollWorld.phone();
    IncomingMessage vote = PollWorld.message(phone, "2");
    inbound.take(vote);
    Constituent before = world.person(phone);
    var attack = new VoteAttack(poll, world.keys);
    assertThat(attack.byReplies(List.of(before), replies())).as("can fail").isEqualTo(1);
    String digits = world.hears(phone, "FORGET").replaceAll("(?s).*FORGET (\\d{4}).*", "$1");
    world.hears(phone, "FORGET " + digits);
    assertThat(attack.byReplies(List.of(world.person(phone)), replies())).isZero();
    assertThat(inbound.take(vote)).isEqualTo(Reply.NOTHING);
  }

  @Test
  void nobodySeesHowItStands() throws Exception {
    world.openPoll(Form.ONE);
    world.hears(PollWorld.phone(), "2");
    for (Login login : Login.values()) {
      if (login != Login.POLL) {
        assertSeesNothing(login, "select count(*) from poll.uncounted");
        assertSeesNothing(login, "select sum(texts) from poll.late");
      }
      if (login != Login.POLL && login != Login.INTAKE) {
        assertSeesNothing(login, "select count(choice) from poll.ballot");
      }
    }
  }

  private void assertSeesNothing(Login login, String question) {
    assertThatThrownBy(() -> databases.as(login).sql(question).query(Long.class).list())
        .as(login.word())
        .isInstanceOf(DataAccessException.class);
  }
}
