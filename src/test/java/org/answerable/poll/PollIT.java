package org.answerable.poll;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.answerable.channel.Inbound;
import org.answerable.channel.IncomingMessage;
import org.answerable.channel.LateReplies;
import org.answerable.channel.Manner;
import org.answerable.channel.Reply;
import org.answerable.leader.Leader;
import org.answerable.responselog.Eligible;
import org.answerable.responselog.PollTerms;
import org.answerable.responselog.RedactionReason;
import org.answerable.testing.ApplicationTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** A poll's life on the real database: two leaders, voters, and what is published. */
@ApplicationTest
class PollIT {
  @Autowired private SettingUp settingUp;
  @Autowired private Inbound inbound;
  @Autowired private Removing removing;
  @Autowired private PollSweep sweep;
  @Autowired private LateReplies replies;
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
    Poll poll = settingUp.setUp(first, world.terms(Form.ONE), world.today);
    assertThat(settingUp.agree(first, poll, world.today)).isEqualTo(SettingUp.Done.OWN);
    world.open();
    assertThat(world.hears(PollWorld.phone(), "VOTE"))
        .as("nobody agreed")
        .startsWith("There is no vote now.");
    assertThat(settingUp.agree(world.leader(), poll, world.today)).isEqualTo(SettingUp.Done.DONE);
    assertThat(settingUp.agree(world.leader(), world.find(poll), world.today))
        .isEqualTo(SettingUp.Done.MOVED);
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
    assertThat(result.receipts())
        .as("as people got them")
        .containsExactlyInAnyOrderElementsOf(receipts)
        .isSorted();
    assertThat(world.votes(poll)).isEqualTo(12);
    assertThat(Closing.tieHash(requireNonNull(result.closed()).tieSecret()))
        .isEqualTo(result.announced().tieHash());
    assertThat(world.find(poll).state()).isEqualTo(PollState.CLOSED);
    assertThat(world.hears(PollWorld.phone(), "2")).startsWith("Baraza Letu");
  }

  @Test
  void whereOnlyPhonesThatWroteBeforeADayCouldVoteItIsToldHowManyTheyWere() throws Exception {
    var who = new Eligible.WroteBefore(world.today.plusDays(7));
    Poll poll = world.openPoll(SamplePoll.of(world.terms(Form.ORDER), who, false));
    for (int voter = 0; voter < 24; voter++) {
      String phone = PollWorld.phone();
      world.hears(phone, "there is no syrup");
      world.hears(phone, voter < 12 ? "VOTE 3 1 2" : "VOTE 1 3");
    }
    world.close(poll);
    assertThat(requireNonNull(world.published(poll).tallied()).eligible())
        .matches("[2-9]\\d*0\\+|1\\d+0\\+");
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

  /** What a poll needs is looked up for whoever was asked for a proposal, too. */
  @Test
  void whoeverAskedHowToProposeMayVoteFirst() throws Exception {
    Poll poll = world.openPoll(Form.ORDER);
    for (List<String> before : List.of(List.of("PROPOSE"), List.of("VOTE", "PROPOSE"))) {
      String phone = PollWorld.phone();
      before.forEach(text -> world.hears(phone, text));
      assertThat(world.hears(phone, "3 1 2")).startsWith("Your vote:");
    }
    assertThat(world.live(poll)).isEqualTo(2);
  }

  /** However it is said, and whatever was asked last: what a poll needs is looked up. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "my vote is 3 1 2",
        "je vote pour 3 1 2",
        "napiga kura 3 1 2",
        "3 1 2 is my VOTE",
        ".VOTE 3 1 2",
        "VOTE3"
      })
  void aVoteIsFoundWhereverItCallsItselfOne(String text) throws Exception {
    Poll poll = world.openPoll(Form.ORDER);
    assertThat(world.hears(PollWorld.phone(), text)).isNotEmpty();
    String asked = PollWorld.phone();
    world.hears(asked, "there is no syrup at Mto");
    assertThat(world.hears(asked, text)).isNotEmpty();
    assertThat(world.live(poll)).isEqualTo(2);
  }

  /** Nobody can tell afterwards what a vote for it meant. */
  @ParameterizedTest
  @CsvSource({
    "Mto, Kilima, Kilima, Mto, stands for two options",
    "clean water, maji safi, clear water, chakula, misspelt",
  })
  void optionsThatAreTakenForEachOtherAreRefused(
      String one, String itsOther, String two, String twosOther, String why) {
    PollTerms terms = world.terms(Form.ONE);
    PollTerms mixed =
        SamplePoll.withOptions(
            terms,
            List.of(
                new PollTerms.Option(Map.of("en", one, "sw", itsOther, "fr", one), null),
                new PollTerms.Option(Map.of("en", two, "sw", twosOther, "fr", two), null),
                terms.options().get(2)));
    assertThat(world.problems(terms)).isEmpty();
    assertThat(world.problems(mixed)).anyMatch(problem -> problem.contains(why));
  }

  /** Of an election that has not begun, or is over. */
  @Test
  void aPrintedCodeWhereNoneIsTakenIsAnswered() throws Exception {
    world.openPoll(Form.ORDER);
    assertThat(world.hears(PollWorld.phone(), VotingCode.shown("K7QM3XWD9"))).isNotEmpty();
  }

  @Test
  void whoConfidedVotesByTheNumbersThatTheyWereShown() throws Exception {
    Poll poll = world.openPoll(Form.ORDER);
    String phone = PollWorld.phone();
    world.hears(phone, "my uncle touches me since long im 14");
    assertThat(world.hears(phone, "3 1 2"))
        .as("it may be for the focal point")
        .doesNotStartWith("Your vote");
    world.hears(phone, "VOTE");
    assertThat(world.hears(phone, "9")).as("no vote").doesNotStartWith("Your vote");
    world.hears(phone, "VOTE");
    assertThat(world.hears(phone, "3 1 2")).startsWith("Your vote:");
    assertThat(world.live(poll)).isEqualTo(1);
  }

  @Test
  void aCancelledPollKeepsNoVoteAndSaysWhy() throws Exception {
    Poll poll = world.openPoll(Form.ONE);
    world.hears(PollWorld.phone(), "2");
    world.cancel(poll, "the question was wrong");
    assertThat(world.live(poll)).isZero();
    assertThat(world.hasKey(poll)).isFalse();
    world.sequence();
    assertThat(world.published(poll).reason()).isEqualTo("the question was wrong");
  }

  /** The salted hash stays, the words go: from the pages, the content and the poll's own row. */
  @Test
  void aTextThatIsRemovedIsGoneAndTheLogStillVerifies() throws Exception {
    Poll poll = world.openPoll(Form.ONE);
    world.cancel(poll, "it named somebody");
    world.sequence();
    PublishedPoll before = world.published(poll);
    for (String which : List.of(Removing.QUESTION, "2", Removing.ASKED_BY, Removing.REASON)) {
      Poll now = world.find(poll);
      assertThat(removing.remove(now, which, RedactionReason.SHOWS_SOMEBODY, world.today))
          .as(which)
          .isTrue();
    }
    world.sequence();
    PublishedPoll after = world.published(poll);
    assertThat(after.terms().question()).isEmpty();
    assertThat(after.terms().options().get(1).labels()).isEmpty();
    assertThat(after.terms().options().get(0)).isEqualTo(before.terms().options().get(0));
    assertThat(after.terms().askedBy()).isEmpty();
    assertThat(after.reason()).isNull();
    assertThat(after.announced().words().question())
        .as("what the log says stays")
        .isEqualTo(before.announced().words().question());
    assertThat(after.removed()).hasSize(4);
    assertThat(
            removing.remove(world.find(poll), Removing.QUESTION, RedactionReason.LAW, world.today))
        .as("once")
        .isFalse();
    assertThat(world.find(poll).terms().question()).isEmpty();
    assertThat(world.whole.rows())
        .filteredOn(row -> row.contains(poll.reference()) || row.contains("it named somebody"))
        .noneMatch(row -> row.contains("it named somebody"));
  }

  @Test
  void wordsOfAPollStandInNoEntry() throws Exception {
    Poll poll = world.openPoll(Form.ONE);
    List<String> entries =
        world
            .whole
            .owner()
            .sql("select convert_from(body, 'UTF8') from responselog.entry where reference = ?")
            .param(poll.reference())
            .query(String.class)
            .list();
    assertThat(entries).hasSize(1);
    assertThat(entries.getFirst()).doesNotContain("What first", "water", "assembly");
    assertThat(world.published(poll).terms()).isEqualTo(poll.terms());
  }

  /** Everybody is forgotten, whoever asked for it: their votes too. */
  @Test
  void aPhoneThatIsGoneTakesItsVoteAlong() throws Exception {
    Poll poll = world.openPoll(Form.ONE);
    String phone = PollWorld.phone();
    world.hears(phone, "2");
    world.hears(PollWorld.phone(), "1");
    replies.gone(world.home.id(), PollWorld.message(phone, "").address());
    assertThat(world.live(poll)).isEqualTo(1);
  }

  /** Fetched after they voted anew: by what their own ballot says of when. */
  @Test
  void aVoteThatWasFetchedLateReplacesNoNewerOne() throws Exception {
    Poll poll = world.openPoll(Form.ONE);
    String phone = PollWorld.phone();
    Instant sent = world.earlierToday();
    world.hears(phone, "3");
    assertThat(does(phone, "VOTE 2", new Manner.Late(sent)))
        .startsWith("That text reached us late");
    assertThat(does(phone, "2", new Manner.Late(sent))).startsWith("That text reached us late");
    String other = PollWorld.phone();
    world.hears(other, "VOTE");
    assertThat(does(other, "2", new Manner.Late(sent))).startsWith("Your vote: open");
    world.close(poll);
    assertThat(
            world
                .whole
                .owner()
                .sql("select line from poll.loose_ballot where poll = ? order by line")
                .param(poll.reference())
                .query(String.class)
                .list())
        .containsExactly("2", "3");
  }

  @Test
  void aVoteThatIsEditedIsChangedAndNothingElseBecomesOne() throws Exception {
    Poll poll = world.openPoll(Form.ORDER);
    String phone = PollWorld.phone();
    IncomingMessage vote = PollWorld.message(phone, "3 1 9");
    assertThat(inbound.take(vote).texts().getFirst().body()).startsWith("9 is not on the list");
    assertThat(does(phone, "3 1 2", new Manner.Edited(true, vote.id())))
        .startsWith("Your vote: travel refund, then water, then open Saturday.");
    String other = PollWorld.phone();
    IncomingMessage feedback = PollWorld.message(other, "no syrup at Mto again");
    inbound.take(feedback);
    does(other, "3 1 2", new Manner.Edited(true, feedback.id()));
    assertThat(world.live(poll)).isEqualTo(1);
    world.close(poll);
    assertThat(does(phone, "1 2", new Manner.Edited(true, vote.id())))
        .startsWith("That vote is closed");
  }

  private String does(String phone, String text, Manner manner) {
    IncomingMessage in = PollWorld.message(phone, text);
    var done = new IncomingMessage(in.organisation(), in.id(), in.address(), text, manner, in.at());
    return inbound.take(done).texts().stream().map(Reply.Text::body).reduce("", String::concat);
  }

  /** What this node knows may be two seconds old; nobody is told so. */
  @Test
  void looksAnewBeforeItSaysThatNothingIsOpen() throws Exception {
    Poll poll = settingUp.setUp(world.leader(), world.terms(Form.ONE), world.today);
    settingUp.agree(world.leader(), poll, world.today);
    world.sequence();
    world.forgetWhatIsOpen();
    sweep.run(world.home, world.today);
    assertThat(world.hears(PollWorld.phone(), "VOTE")).startsWith("Vote: What first?");
    world.close(poll);
    Poll next = settingUp.setUp(world.leader(), world.terms(Form.ONE), world.today);
    settingUp.agree(world.leader(), next, world.today);
    world.sequence();
    world.forgetWhatIsOpen();
    sweep.run(world.home, world.today);
    assertThat(world.hears(PollWorld.phone(), "2")).startsWith("Your vote: open Saturday.");
  }
}
