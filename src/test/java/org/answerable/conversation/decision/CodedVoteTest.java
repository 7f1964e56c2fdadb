package org.answerable.conversation.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import org.answerable.intake.FeedbackGiven;
import org.answerable.platform.sms.Segments;
import org.answerable.poll.BallotCast;
import org.answerable.poll.Form;
import org.answerable.poll.SamplePoll;
import org.answerable.poll.Voter;
import org.answerable.responselog.Eligible;
import org.answerable.responselog.PollTerms;
import org.junit.jupiter.api.Test;

/** Who may vote, and how they hear of it, as the decider has it. */
class CodedVoteTest {
  private static final PollTerms ELECTION =
      SamplePoll.of(SamplePoll.of(Form.ORDER), new Eligible.Codes(120, true), false);

  @Test
  void votesWithTheCodeFromAnyPhoneAndLeavesNothingOfIt() {
    Talking person = Talking.stranger().polls(ELECTION);
    assertThat(person.hears("VOTE"))
        .isEqualTo(
            "Vote: What first? 1 water 2 open Saturday 3 travel refund 4 closed room 5 food list."
                + " Send your printed code, then numbers, best first: CODE 3 1 2. By 30 Nov.");
    Decision vote = person.says(person.code().toLowerCase() + " 3 1 2");
    assertThat(Talking.shown(vote.reply()))
        .isEqualTo(
            "Your vote: travel refund, then water, then open Saturday. Receipt 1357-2468. To change"
                + " it by 30 Nov, send your code and new numbers. The last counts.");
    assertThat(Segments.of(Talking.shown(vote.reply())).segments()).isEqualTo(1);
    assertThat(line(vote)).isEqualTo("3 1 2");
    assertThat(voter(vote)).isEqualTo(new Voter.Holder(person.code().replace("-", "")));
    assertThat(line(person.says("vote " + person.code().replace("-", " ") + ", 2 then 5")))
        .as("changed")
        .isEqualTo("2 5");
  }

  @Test
  void withoutACodeNothingCounts() {
    Talking person = Talking.in("en").polls(ELECTION);
    person.says("VOTE");
    assertThat(person.hears("3 1 2")).startsWith("This vote takes the printed code");
    assertThat(person.says("3 1 2").effects()).isEmpty();
    assertThat(Talking.in("en").polls(ELECTION).hears("VOTE 3 1 2"))
        .startsWith("This vote takes the printed code");
    assertThat(person.hears(person.code())).startsWith("Send the code and your numbers");
  }

  @Test
  void whateverIsWrongWithACodeTheAnswerIsTheSame() {
    Talking person = Talking.in("en").polls(ELECTION);
    String mistyped = person.hears(person.code().replace("9", "8") + " 3 1 2");
    assertThat(mistyped).startsWith("That code does not count.");
    assertThat(person.hears("3C9-Q47-TMD 3 1 2")).as("never given out").isEqualTo(mistyped);
    assertThat(person.hears("3c9q47tmd")).as("alone").isEqualTo(mistyped);
    assertThat(person.says("3C9-Q47-TMD 3 1 2").effects()).isEmpty();
  }

  @Test
  void whatOnlyLooksLikeACodeIsFeedback() {
    Talking person = Talking.in("en").polls(ELECTION);
    assertThat(person.says("fee 100 kes").effects()).anyMatch(FeedbackGiven.class::isInstance);
  }

  /** Five codes that nobody was given, and none of this phone is believed for a day. */
  @Test
  void whoeverGuessesIsNotToldWhenTheyAreRight() {
    Talking person = Talking.in("en").polls(ELECTION);
    for (int guess = 0; guess < ConversationLimits.CODE_TRIES; guess++) {
      assertThat(line(person.says(person.code() + " 2"))).as("until then").isEqualTo("2");
      person.says("3C9-Q47-TMD 2");
    }
    Decision right = person.says(person.code() + " 2");
    assertThat(right.effects()).isEmpty();
    assertThat(Talking.shown(right.reply())).startsWith("That code does not count.");
    person.wait(Duration.ofHours(25));
    assertThat(line(person.says(person.code() + " 2"))).isEqualTo("2");
  }

  @Test
  void aCodeIsInNoTextThatIsKept() {
    Talking person = Talking.in("en").polls(ELECTION);
    Decision decision = person.says("the nurse tore up my paper " + person.code() + " pls help");
    assertThat(decision.effects())
        .filteredOn(FeedbackGiven.class::isInstance)
        .singleElement()
        .satisfies(
            given ->
                assertThat(((FeedbackGiven) given).text().text())
                    .contains("the nurse tore up my paper")
                    .doesNotContain("K7Q"));
    assertThat(Talking.in("en").hears(person.code() + " 3 1"))
        .as("before it opens, and after")
        .startsWith("There is no vote now.");
    assertThat(Talking.in("en").polls(SamplePoll.of(Form.ORDER)).hears(person.code() + " 3 1"))
        .as("while one is open that takes none")
        .startsWith("Vote: What first?");
  }

  /** A receipt would lead whoever reads the text to another feedback of the same person. */
  @Test
  void norIsAReceiptBesideIt() {
    Talking person = Talking.in("en").polls(ELECTION);
    String receipt =
        person.hears("no syrup at kilima").replaceAll("(?s).*?(\\d{4}-\\d{4}).*", "$1");
    Decision decision = person.says(receipt + " still nothing, and " + person.code() + " fails");
    assertThat(decision.effects())
        .filteredOn(FeedbackGiven.class::isInstance)
        .allSatisfy(
            given ->
                assertThat(((FeedbackGiven) given).text().text()).doesNotContain(receipt, "K7Q"));
  }

  @Test
  void whoHasStoppedVotesWithACodeAndHearsNothing() {
    Talking person = Talking.in("en").polls(ELECTION);
    person.says("STOP");
    Decision vote = person.says(person.code() + " 3");
    assertThat(line(vote)).isEqualTo("3");
    assertThat(vote.reply().texts()).isEmpty();
  }

  @Test
  void whoWroteInAnEarlierWeekMayVoteWhereThatIsAsked() {
    LocalDate monday = LocalDate.of(2026, 11, 23);
    PollTerms terms =
        SamplePoll.of(SamplePoll.of(Form.ONE), new Eligible.WroteBefore(monday), false);
    Talking before = Talking.since(monday.minusDays(3)).polls(terms);
    assertThat(line(before.says("2"))).isEqualTo("2");
    Talking since = Talking.since(monday.plusDays(1)).polls(terms);
    assertThat(since.says("2").effects()).isEmpty();
    assertThat(since.hears("VOTE"))
        .startsWith("In this vote count only phones that wrote to us before 23 Nov");
  }

  @Test
  void whoAsksForAVoteWhileThereIsNoneIsToldOfTheNext() {
    Talking person = Talking.in("en");
    assertThat(person.hears("VOTE"))
        .startsWith("There is no vote now. We text you when one begins");
    assertThat(person.settings().votes()).isTrue();
    assertThat(person.hears("vote off")).startsWith("We will not text you about votes.");
    assertThat(person.settings().votes()).isFalse();
    person.says("VOTE");
    person.says("STOP");
    assertThat(person.settings().votes()).as("STOP ends it").isFalse();
    person.says("START");
    assertThat(person.settings().votes()).isFalse();
  }

  private static String line(Decision decision) {
    return cast(decision).ballot().line();
  }

  private static Voter voter(Decision decision) {
    return cast(decision).voter();
  }

  private static BallotCast cast(Decision decision) {
    return decision.effects().stream()
        .filter(BallotCast.class::isInstance)
        .map(BallotCast.class::cast)
        .findFirst()
        .orElseThrow(() -> new AssertionError(Talking.shown(decision.reply())));
  }
}
