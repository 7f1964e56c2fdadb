package org.answerable.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.answerable.ballot.Ballot;
import org.answerable.channel.Manner;
import org.answerable.effect.Effect;
import org.answerable.intake.FeedbackAdded;
import org.answerable.intake.FeedbackGiven;
import org.answerable.platform.sms.Segments;
import org.answerable.poll.BallotCast;
import org.answerable.poll.BallotLine;
import org.answerable.poll.BallotsForgotten;
import org.answerable.poll.Form;
import org.answerable.poll.SamplePoll;
import org.junit.jupiter.api.Test;

/** Voting by text, as the decider has it. */
class PollTalkTest {
  @Test
  void showsThePollAndReadsTheVoteBack() {
    Talking person = Talking.in("en").polls(SamplePoll.of(Form.ORDER));
    assertThat(person.hears("VOTE"))
        .isEqualTo(
            "Vote: What first? 1 water 2 open Saturday 3 travel refund 4 closed room 5 food list."
                + " Best first, like 3 1 2. By 30 Nov. It is counted without your number.");
    Decision vote = person.says("3 1 2");
    assertThat(Talking.shown(vote.reply()))
        .isEqualTo(
            "Your vote: travel refund, then water, then open Saturday. Receipt 1357-2468. To change"
                + " it, send new numbers by 30 Nov. Only the last counts.");
    assertThat(Segments.of(Talking.shown(vote.reply())).segments()).isEqualTo(1);
    assertThat(cast(vote)).isEqualTo("3 1 2");
    assertThat(cast(person.says("2=5"))).as("changed").isEqualTo("2=5");
  }

  @Test
  void oneTextIsEnough() {
    Talking person = Talking.stranger().polls(SamplePoll.of(Form.ORDER));
    assertThat(cast(person.says("3 1 2"))).isEqualTo("3 1 2");
    assertThat(cast(Talking.in("en").polls(SamplePoll.of(Form.ORDER)).says("VOTE 3=1 2")))
        .isEqualTo("1=3 2");
    assertThat(cast(Talking.in("sw").polls(SamplePoll.of(Form.ONE)).says("kura 2"))).isEqualTo("2");
  }

  @Test
  void tellsWhyAVoteDoesNotCountWithOneExample() {
    Talking person = Talking.in("en").polls(SamplePoll.of(Form.ORDER));
    person.says("VOTE");
    assertThat(person.hears("3 1 9"))
        .isEqualTo(
            "9 is not on the list of this vote. Send numbers of the list, like 3 1 2. A vote you"
                + " sent before still counts.");
    assertThat(person.hears("3 1 3")).startsWith("3 stands there twice.");
    assertThat(person.hears("3 or 1")).startsWith("That could mean two things");
    assertThat(person.says("3 or 1").effects()).isEmpty();
  }

  @Test
  void whatIsNoVoteIsFeedback() {
    Talking person = Talking.in("en").polls(SamplePoll.of(Form.ONE));
    person.says("VOTE");
    Decision decision = person.says("no water at Mto since 2 days");
    assertThat(decision.effects()).anyMatch(FeedbackGiven.class::isInstance);
    assertThat(decision.effects()).noneMatch(BallotCast.class::isInstance);
  }

  /** A number answers what was last asked; the vote is asked for with its word. */
  @Test
  void aQuestionAboutAFeedbackKeepsItsNumbers() {
    Talking person = Talking.in("en").polls(SamplePoll.of(Form.ONE));
    person.says("no syrup at Mto again");
    Decision topic = person.says("1");
    assertThat(topic.effects()).noneMatch(BallotCast.class::isInstance);
    person.says("VOTE");
    assertThat(cast(person.says("1"))).isEqualTo("1");
    person.wait(Duration.ofHours(1));
    assertThat(cast(person.says("4"))).as("nothing is asked any more").isEqualTo("4");
  }

  @Test
  void theAnswerToALeadersQuestionIsNoVote() {
    Talking person = Talking.in("en").polls(SamplePoll.of(Form.ONE));
    person.says("no syrup at Mto again");
    person.wait(Duration.ofDays(1)).askedBack();
    Decision days = person.says("3");
    assertThat(days.effects()).noneMatch(BallotCast.class::isInstance);
    assertThat(days.effects()).anyMatch(FeedbackAdded.class::isInstance);
  }

  @Test
  void asksWhichWhereSeveralAreOpen() {
    Talking person = Talking.in("en").polls(SamplePoll.of(Form.ONE), SamplePoll.of(Form.ORDER));
    assertThat(person.hears("2"))
        .isEqualTo("Open votes: 1 What first? 2 What first?. Send one number to see it.");
    assertThat(person.hears("2")).contains("Best first");
    assertThat(cast(person.says("2 1"))).isEqualTo("2 1");
  }

  @Test
  void saysSoWhereNoneIsOpenOrItIsOver() {
    Talking person = Talking.in("en");
    assertThat(person.hears("VOTE")).startsWith("There is no vote now.");
    person.polls(SamplePoll.of(Form.ONE)).says("VOTE");
    person.polls();
    assertThat(person.hears("2")).startsWith("That vote is closed");
    person.polls(SamplePoll.of(Form.ONE)).says("VOTE");
    person.wait(Duration.ofDays(7));
    assertThat(person.hears("VOTE")).as("its last day is over").startsWith("There is no vote now.");
  }

  @Test
  void offersOneChoiceAsButtonsAndTheyCount() {
    Talking person = Talking.in("en").polls(SamplePoll.of(Form.ONE));
    var shown = person.says("VOTE").reply().texts().getFirst();
    assertThat(shown.choices())
        .containsExactly("water", "open Saturday", "travel refund", "closed room", "food list");
    assertThat(cast(person.does(new Manner.Pressed(shown.question()), "4"))).isEqualTo("4");
  }

  @Test
  void whoIsForgottenTakesTheirVoteAlong() {
    Talking person = Talking.in("en").polls(SamplePoll.of(Form.ONE));
    person.says("2");
    person.says("FORGET");
    Decision forgotten = person.says("FORGET 4821");
    assertThat(forgotten.effects().getFirst())
        .isInstanceOfSatisfying(
            BallotsForgotten.class, one -> assertThat(one.polls()).containsExactly("PQRS-0002"));
    assertThat(forgotten.forgets()).isTrue();
  }

  /** Whoever opens a session after the close must not find a choice in it. */
  @Test
  void aSessionHoldsNothingOfAChoice() {
    Talking person = Talking.in("en").polls(SamplePoll.of(Form.ORDER));
    person.says("VOTE");
    byte[] before = TalkCodec.write(person.talk());
    person.says("3 1 2");
    byte[] after = TalkCodec.write(person.talk());
    assertThat(after).hasSameSizeAs(before);
    assertThat(new String(after, StandardCharsets.ISO_8859_1)).doesNotContain("3 1 2", "travel");
  }

  @Test
  void aStoppedPersonsNumbersAreNoVote() {
    Talking person = Talking.in("en").polls(SamplePoll.of(Form.ONE));
    person.says("STOP");
    assertThat(person.says("2").effects()).noneMatch(BallotCast.class::isInstance);
  }

  private static String cast(Decision decision) {
    List<Ballot> ballots =
        decision.effects().stream()
            .filter(BallotCast.class::isInstance)
            .map((Effect effect) -> ((BallotCast) effect).ballot())
            .toList();
    assertThat(ballots).hasSize(1);
    return BallotLine.of(ballots.getFirst());
  }
}
