package org.answerable.conversation.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.answerable.channel.Manner;
import org.answerable.conversation.decision.PollFacts.Edits;
import org.answerable.effect.Effect;
import org.answerable.intake.FeedbackAdded;
import org.answerable.intake.FeedbackGiven;
import org.answerable.platform.sms.Segments;
import org.answerable.poll.BallotCast;
import org.answerable.poll.BallotsForgotten;
import org.answerable.poll.Form;
import org.answerable.poll.PollLimits;
import org.answerable.poll.SamplePoll;
import org.answerable.poll.VoteInvalid;
import org.answerable.poll.VoteLate;
import org.answerable.responselog.PollTerms;
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

  /** Which of two was meant is clear from a name that one has; of numbers nobody can tell. */
  @Test
  void ofTwoOpenPollsANameIsForTheOneThatHasIt() {
    PollTerms one = SamplePoll.of(Form.ONE);
    Talking person =
        Talking.in("en")
            .polls(
                SamplePoll.withOptions(one, one.options().subList(0, 3)),
                SamplePoll.withOptions(one, one.options().subList(2, 5)));
    assertThat(cast(person.says("my vote is food list"))).isEqualTo("3");
    String menu = person.hears("VOTE");
    assertThat(person.hears("3 1 2")).as("it is asked again").isEqualTo(menu);
    assertThat(person.hears("VOTE travel refund")).as("both have it").isEqualTo(menu);
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
    assertThat(person.says("3 or 1").effects())
        .containsExactly(new VoteInvalid("baraza-letu", "PQRS-0002"));
  }

  /** It is told of each poll how many came late, so it has to be clear for which one they came. */
  @Test
  void whatComesLateIsCountedForTheLastPollThatItFits() {
    Talking person =
        Talking.in("en").polls(SamplePoll.of(Form.ORDER), SamplePoll.of(Form.ONE)).pollsEnd();
    assertThat(person.says("VOTE 3 1").effects())
        .containsExactly(new VoteLate("baraza-letu", "PQRS-0002"));
    assertThat(person.says("VOTE 3").effects())
        .containsExactly(new VoteLate("baraza-letu", "PQRS-0003"));
    assertThat(person.says("VOTE").effects()).as("asks").isEmpty();
  }

  /** Between its last day and its count it is over, too. */
  @Test
  void whatComesAfterTheLastDayAndBeforeTheCountIsLate() {
    Talking person = Talking.in("en").polls(SamplePoll.of(Form.ORDER));
    person.says("VOTE");
    person.wait(Duration.ofDays(7));
    assertThat(person.says("VOTE 3 1").effects())
        .containsExactly(new VoteLate("baraza-letu", "PQRS-0002"));
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
    person.pollsEnd();
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

  @Test
  void aStoppedPersonsNumbersAreNoVote() {
    Talking person = Talking.in("en").polls(SamplePoll.of(Form.ONE));
    person.says("STOP");
    assertThat(person.says("2").effects()).noneMatch(BallotCast.class::isInstance);
  }

  /** Fetched an hour after it was sent, and after they voted anew: the newer one counts. */
  @Test
  void aVoteThatIsLateNeverReplacesANewerOne() {
    for (String late : List.of("2", "VOTE 2", "VOTE open Saturday")) {
      Talking person = Talking.in("en").polls(SamplePoll.of(Form.ONE));
      Instant sent = Talking.START;
      person.wait(Duration.ofMinutes(5));
      assertThat(cast(person.says("3"))).isEqualTo("3");
      person.wait(Duration.ofHours(1));
      Decision decision = person.does(new Manner.Late(sent), late);
      assertThat(decision.effects()).as(late).noneMatch(BallotCast.class::isInstance);
      assertThat(Talking.shown(decision.reply())).startsWith("That text reached us late");
    }
  }

  @Test
  void lateVotesCountInTheOrderInWhichTheyWereSent() {
    Talking person = Talking.in("en").polls(SamplePoll.of(Form.ONE));
    person.wait(Duration.ofHours(1));
    assertThat(cast(person.does(sent(Duration.ofMinutes(10)), "2"))).isEqualTo("2");
    assertThat(person.does(sent(Duration.ofMinutes(5)), "3").effects()).isEmpty();
    assertThat(cast(person.does(sent(Duration.ofMinutes(15)), "4"))).isEqualTo("4");
  }

  @Test
  void aLateVoteForAPollThatIsOverCountsInNoOther() {
    Talking person = Talking.in("en").polls(SamplePoll.of(Form.ONE));
    person.says("VOTE");
    person.pollsEnd().polls(SamplePoll.of(Form.ONE));
    assertThat(person.does(sent(Duration.ofMinutes(1)), "2").effects())
        .containsExactly(new VoteLate("baraza-letu", "PQRS-0002"));
    Talking unasked = Talking.in("en").polls(SamplePoll.of(Form.ONE));
    unasked.pollsEnd().polls(SamplePoll.of(Form.SOME));
    Decision doubtful = unasked.does(sent(Duration.ofMinutes(1)), "2");
    assertThat(doubtful.effects()).isEmpty();
    assertThat(Talking.shown(doubtful.reply())).startsWith("Vote: What first?");
    LocalDate tomorrow = LocalDate.of(2026, 11, 25);
    Talking early = Talking.in("en").polls(SamplePoll.of(Form.ONE, tomorrow, tomorrow.plusDays(5)));
    early.wait(Duration.ofDays(1));
    assertThat(early.does(sent(Duration.ofMinutes(1)), "2").effects())
        .noneMatch(BallotCast.class::isInstance);
  }

  private static Manner sent(Duration afterStart) {
    return new Manner.Late(Talking.START.plus(afterStart));
  }

  @Test
  void takesNamesBehindTheWordAlsoWhereNothingWasAsked() {
    Talking person = Talking.in("en").polls(SamplePoll.of(Form.ORDER));
    assertThat(cast(person.says("VOTE water"))).isEqualTo("1");
    assertThat(cast(Talking.in("sw").polls(SamplePoll.of(Form.ONE)).says("kura nauli")))
        .isEqualTo("3");
    Talking other = Talking.in("en").polls(SamplePoll.of(Form.ONE));
    Decision feedback = other.says("vote was not fair at Mto");
    assertThat(feedback.effects()).anyMatch(FeedbackGiven.class::isInstance);
  }

  @Test
  void namesAfterTheCloseAreNoFeedback() {
    Talking person = Talking.in("en").polls(SamplePoll.of(Form.ONE));
    person.says("VOTE");
    person.pollsEnd();
    Decision late = person.says("open Saturday");
    assertThat(late.effects()).containsExactly(new VoteLate("baraza-letu", "PQRS-0002"));
    assertThat(Talking.shown(late.reply())).startsWith("That vote is closed");
    assertThat(person.hears("VOTE water")).startsWith("That vote is closed");
    assertThat(person.says("the water is dirty").effects())
        .anyMatch(FeedbackGiven.class::isInstance);
  }

  @Test
  void aVoteThatIsChangedWhereItStandsIsChanged() {
    Talking person = Talking.in("en").polls(SamplePoll.of(Form.ORDER)).toABot();
    person.says("3 1 2");
    person.wait(Duration.ofHours(2)).changing(new Edits.Vote("PQRS-0002"));
    assertThat(cast(person.does(EDITED, "water, then food list"))).isEqualTo("1 5");
    assertThat(Talking.shown(person.does(EDITED, "1 9").reply())).startsWith("9 is not on");
    person.changing(new Edits.Over()).pollsEnd();
    assertThat(Talking.shown(person.does(EDITED, "1 2").reply())).startsWith("That vote is closed");
  }

  @Test
  void whatWasNoVoteBecomesNoneByBeingChanged() {
    Talking person = Talking.in("en").polls(SamplePoll.of(Form.ORDER)).toABot();
    person.says("no syrup at Mto again");
    assertThat(person.does(new Manner.Edited(true), "3 1 2").effects())
        .noneMatch(BallotCast.class::isInstance);
    assertThat(person.does(new Manner.Edited(true), "no syrup at Mto since May").effects())
        .anyMatch(FeedbackAdded.class::isInstance);
  }

  private static final Manner EDITED = new Manner.Edited(false);

  @Test
  void anOrderIsBuiltButtonByButton() {
    Talking person = Talking.in("en").polls(SamplePoll.of(Form.ORDER)).toABot();
    var shown = person.says("VOTE").reply().texts().getFirst();
    assertThat(cast(person.does(new Manner.Pressed(shown.question()), "3"))).isEqualTo("3");
    Decision second = person.does(new Manner.Pressed(shown.question()), "1");
    assertThat(cast(second)).isEqualTo("3 1");
    assertThat(second.reply().instead()).isTrue();
    assertThat(second.effects()).first().matches(one -> ((BallotCast) one).pressed());
    assertThat(Talking.shown(second.reply())).startsWith("Your vote: travel refund, then water.");
    assertThat(second.reply().texts().getFirst().choices())
        .containsExactly(
            "water (2)", "open Saturday", "travel refund (1)", "closed room", "food list");
    assertThat(second.reply().texts().getFirst().question()).isEqualTo(shown.question());
    assertThat(cast(person.does(new Manner.Pressed(shown.question()), "3")))
        .as("taken back")
        .isEqualTo("1");
  }

  @Test
  void approvalsAndPointsHaveButtonsToo() {
    Talking some = Talking.in("en").polls(SamplePoll.of(Form.SOME)).toABot();
    String question = some.says("VOTE").reply().texts().getFirst().question();
    some.does(new Manner.Pressed(question), "4");
    assertThat(cast(some.does(new Manner.Pressed(question), "2"))).isEqualTo("2=4");
    Talking points = Talking.in("en").polls(SamplePoll.of(Form.POINTS)).toABot();
    String asked = points.says("VOTE").reply().texts().getFirst().question();
    for (int press = 1; press < PollLimits.POINTS; press++) {
      points.does(new Manner.Pressed(asked), "4");
    }
    assertThat(cast(points.does(new Manner.Pressed(asked), "2"))).isEqualTo("2:1 4:9");
    Decision eleventh = points.does(new Manner.Pressed(asked), "2");
    assertThat(Talking.shown(eleventh.reply())).startsWith("That is 11 points; 10 are the most.");
    assertThat(eleventh.effects()).as("a press is no text that nobody can read").isEmpty();
  }

  @Test
  void sharesPointsByText() {
    Talking person = Talking.in("en").polls(SamplePoll.of(Form.POINTS));
    assertThat(person.hears("VOTE"))
        .isEqualTo(
            "Vote: What first? 1 water 2 open Saturday 3 travel refund 4 closed room 5 food list."
                + " Share 10 points, like 1=5 2=3, by 30 Nov. Counted without your number.");
    Decision vote = person.says("1=5 2=3");
    assertThat(cast(vote)).isEqualTo("1:5 2:3");
    assertThat(Talking.shown(vote.reply())).startsWith("Your vote: water 5, open Saturday 3.");
    assertThat(person.hears("1=9 2=3")).startsWith("That is 12 points; 10 are the most.");
  }

  /** A reply that says a choice back, or a mistake in one, must not open once the poll is over. */
  @Test
  void whatIsSaidToAVoteIsKeptUnderThePollsKey() {
    Talking person = Talking.in("en").polls(SamplePoll.of(Form.ORDER));
    assertThat(person.says("3 1 2").ballotOf()).isEqualTo("PQRS-0002");
    assertThat(person.says("3 1 3").ballotOf()).isEqualTo("PQRS-0002");
    assertThat(person.says("VOTE").ballotOf()).isNull();
  }

  /**
   * More than five hundred ordinary feedbacks, while a poll is open or was until just now, asked
   * for or not, written or changed: none is a vote, and none is answered as one and lost.
   */
  @Test
  void noOrdinaryFeedbackIsAVoteOrIsLost() throws IOException {
    List<String> wrong = new ArrayList<>();
    for (Form form : Form.values()) {
      for (String text : feedbacks()) {
        Talking unasked = Talking.in("en").polls(SamplePoll.of(form));
        Talking asked = Talking.in("en").polls(SamplePoll.of(form));
        asked.says("VOTE");
        Talking late = Talking.in("en").polls(SamplePoll.of(form));
        late.says("VOTE");
        late.pollsEnd();
        Talking changed = Talking.in("en").polls(SamplePoll.of(form)).toABot();
        changed.says("3");
        changed.changing(new Edits.Vote("PQRS-0002"));
        List<String> plain = kinds(Talking.in("en").says(text));
        Manner edit = new Manner.Edited(true);
        List<String> edited = kinds(Talking.in("en").toABot().does(edit, text));
        if (!kinds(unasked.says(text)).equals(plain)
            || !kinds(asked.says(text)).equals(plain)
            || !kinds(late.says(text)).equals(plain)
            || !kinds(changed.does(edit, text)).equals(edited)) {
          wrong.add(form + ": " + text);
        }
      }
    }
    assertThat(wrong).isEmpty();
  }

  private static List<String> kinds(Decision decision) {
    return decision.effects().stream().map(effect -> effect.getClass().getSimpleName()).toList();
  }

  private static List<String> feedbacks() throws IOException {
    Path folder = Path.of("src/test/resources");
    return Stream.concat(
            Files.readAllLines(folder.resolve("org/answerable/intake/words/harmless.txt")).stream(),
            Files.readAllLines(folder.resolve("forty-messages.tsv")).stream()
                .filter(line -> !line.startsWith("# "))
                .map(line -> line.split("\t")[2]))
        .filter(line -> !line.isBlank() && !line.startsWith("# "))
        .toList();
  }

  private static String cast(Decision decision) {
    List<String> lines =
        decision.effects().stream()
            .filter(BallotCast.class::isInstance)
            .map((Effect effect) -> ((BallotCast) effect).ballot().line())
            .toList();
    assertThat(lines).hasSize(1);
    return lines.getFirst();
  }
}
