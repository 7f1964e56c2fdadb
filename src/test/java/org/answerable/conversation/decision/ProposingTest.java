package org.answerable.conversation.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.answerable.confidential.Confided;
import org.answerable.intake.Aside;
import org.answerable.intake.FeedbackAdded;
import org.answerable.intake.FeedbackGiven;
import org.answerable.intake.Source;
import org.answerable.organisation.Kind;
import org.answerable.organisation.Sensitivity;
import org.answerable.platform.sms.Segments;
import org.answerable.poll.BallotCast;
import org.answerable.poll.Form;
import org.answerable.poll.SamplePoll;
import org.answerable.responselog.Proposals.Proposal;
import org.answerable.responselog.PublicText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Members put something up for a vote by text, as the decider has it. */
class ProposingTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          en | PROPOSE a roof at Mto   | Proposed:
          sw | Pendekeza paa la Mto    | Pendekezo:
          fr | proposer un toit à Mto  | Proposé :
          """)
  void oneTextIsEnoughAndItsReplySaysWhatWillHappen(String language, String text, String begins) {
    Decision decision = Talking.in(language).says(text);
    String reply = Talking.shown(decision.reply());
    assertThat(reply).startsWith(begins.replace(" :", ":")).containsPattern("\\d{4}-\\d{4}");
    assertThat(Segments.of(reply).segments()).isEqualTo(1);
    FeedbackGiven given = given(decision).orElseThrow();
    assertThat(given.kind()).isEqualTo(Kind.PROPOSAL);
    assertThat(given.consent()).isTrue();
    assertThat(given.source()).isEqualTo(Source.TEXT);
    assertThat(given.text().text())
        .as("without the word that puts it up")
        .isEqualTo(text.split(" ", 2)[1].strip());
    assertThat(reply).contains("+ " + given.text().reference());
  }

  /** What they write next may be anything, and they were asked for no consent to that. */
  @Test
  void whatFollowsIsNoPartOfIt() {
    Talking person = Talking.in("en");
    person.says("propose a roof at Mto");
    FeedbackGiven next = given(person.says("the nurse shouted at me")).orElseThrow();
    assertThat(next.kind()).isNull();
    assertThat(next.consent()).isFalse();
  }

  @Test
  void aloneItAsksAndTheNextTextIsIt() {
    Talking person = Talking.in("en");
    assertThat(person.hears("PROPOSE"))
        .startsWith("Write now what should be voted on. Everybody may read it");
    assertThat(given(person.says("a roof at Mto")).orElseThrow().kind()).isEqualTo(Kind.PROPOSAL);
    assertThat(given(person.says("and no water today")).orElseThrow().kind()).isNull();
  }

  /** Whoever asked how to propose, and votes first: a vote is not lost. */
  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void numbersAfterItAreAVote(boolean shown) {
    Talking person = Talking.in("en").polls(SamplePoll.of(Form.ORDER));
    if (shown) {
      person.says("VOTE");
    }
    person.says("PROPOSE");
    assertThat(person.says("3 1 2").effects()).anyMatch(BallotCast.class::isInstance);
  }

  /** All could read it else. */
  @ParameterizedTest
  @ValueSource(strings = {"my vote is 3", "VOTE open Saturday", "vote water"})
  void whatCallsItselfAVoteIsNoProposal(String text) {
    Talking person = Talking.in("en").polls(SamplePoll.of(Form.ORDER));
    person.says("PROPOSE");
    assertThat(person.says(text).effects()).anyMatch(BallotCast.class::isInstance);
    assertThat(given(person.says("PROPOSE a vote on water")).orElseThrow().kind())
        .as("it says what it is")
        .isEqualTo(Kind.PROPOSAL);
  }

  /** A leader had asked "how many days?" */
  @Test
  void aNumberThatALeaderWaitsForIsNoProposal() {
    Talking person = Talking.in("en");
    person.says("no syrup for weeks");
    person.wait(Duration.ofHours(5)).askedBack().says("PROPOSE");
    Decision decision = person.says("3");
    assertThat(given(decision).map(FeedbackGiven::kind)).isNotEqualTo(Optional.of(Kind.PROPOSAL));
    assertThat(decision.effects()).anyMatch(FeedbackAdded.class::isInstance);
  }

  @Test
  void numbersThatAreNoVoteAreNoProposalEither() {
    Talking person = Talking.in("en");
    person.says("PROPOSE");
    assertThat(given(person.says("3 1 2")).map(FeedbackGiven::kind)).isNotPresent();
    assertThat(given(person.says("a roof at Mto")).orElseThrow().kind()).isEqualTo(Kind.PROPOSAL);
  }

  @Test
  void asManyAreListedAsOneSegmentHasRoomFor() {
    Talking person = Talking.in("en");
    assertThat(person.hears("PROPOSALS")).startsWith("There is no proposal to read now.");
    String three =
        person
            .supportable(
                open("AAAA-AAA2", "a roof for those"),
                open("BBBB-BBB3", "x".repeat(90)),
                open("CCCC-CCC4", "chairs"))
            .hears("PROPOSALS");
    assertThat(three).contains("AAAA-AAA2 a roof for those; BBBB-BBB3 x", "..; CCCC-CCC4 chairs");
    assertThat(Segments.of(three).segments()).isEqualTo(1);
    String one =
        person
            .supportable(open("AAAA-AAA2", "des fenêtres"), open("BBBB-BBB3", "un toit"))
            .hears("proposals");
    assertThat(one).endsWith("AAAA-AAA2 des fenêtres");
    assertThat(Segments.of(one).segments()).isEqualTo(1);
  }

  private static Proposal open(String reference, String words) {
    return new Proposal(reference, new PublicText(words), 10, null, null);
  }

  @Test
  void isConfidedWhereItTellsOfDanger() {
    Decision decision =
        Talking.in("en").says("PROPOSE that my uncle stops, he beats me every night");
    assertThat(decision.effects()).anyMatch(Confided.class::isInstance);
    assertThat(decision.effects()).noneMatch(FeedbackGiven.class::isInstance);
  }

  @Test
  void isSetAsideFromWhoIsMuted() {
    Talking muted = Talking.in("en").muted(LocalDate.of(2026, 12, 1));
    assertThat(given(muted.says("PROPOSE a roof")).orElseThrow().aside()).isEqualTo(Aside.MUTED);
  }

  @Test
  void isFeedbackWhereEnoughBegan() {
    Talking person = proposedThreeTimes();
    Decision fourth = person.says("propose a gate");
    assertThat(Talking.shown(fourth.reply())).startsWith("You began three things today");
    FeedbackGiven given = given(fourth).orElseThrow();
    assertThat(given.kind()).isNull();
    assertThat(given.consent()).isFalse();
    Decision fifth = person.says("propose a door");
    assertThat(given(fifth)).isEmpty();
    assertThat(added(fifth)).as("to what everybody may not read").contains(given.feedback());
  }

  /** What everybody reads is what was sent, and not the part of it that is kept. */
  @Test
  void isFeedbackWhereItIsTooLong() {
    Decision decision = Talking.in("en").says("PROPOSE " + "a roof at Mto, ".repeat(200));
    assertThat(Talking.shown(decision.reply())).startsWith("That is too long to be voted on");
    assertThat(given(decision).orElseThrow().kind()).isNull();
    assertThat(given(decision).orElseThrow().consent()).isFalse();
  }

  /** Leaders publish a proposal whole, and were allowed to by one word before it. */
  @Test
  void noLaterTextIsAddedToOneWhereEnoughBegan() {
    Talking person = proposedThreeTimes();
    Decision fourth = person.says("the nurse shouted at me");
    assertThat(added(fourth)).isEmpty();
    assertThat(given(fourth).orElseThrow().consent()).isFalse();
  }

  private static Talking proposedThreeTimes() {
    Talking person = Talking.in("en");
    for (String what : new String[] {"a roof", "a bench", "a tap"}) {
      person.says("propose " + what);
    }
    return person;
  }

  private static Optional<UUID> added(Decision decision) {
    return decision.effects().stream()
        .filter(FeedbackAdded.class::isInstance)
        .map(effect -> ((FeedbackAdded) effect).feedback())
        .findFirst();
  }

  @Test
  void fromWhoHasStoppedItIsTakenAsAnyTextAndNothingIsAgreedTo() {
    Talking person = Talking.in("en");
    person.says("STOP");
    Decision decision = person.says("PROPOSE a roof at Mto");
    assertThat(decision.reply().texts()).isEmpty();
    FeedbackGiven given = given(decision).orElseThrow();
    assertThat(given.kind()).isNull();
    assertThat(given.consent()).isFalse();
    assertThat(given.sensitivity()).isEqualTo(Sensitivity.S0);
  }

  @Test
  void aPinIsTakenOutOfItToo() {
    Decision decision = Talking.in("en").says("PROPOSE a roof. my pin is 8642");
    assertThat(given(decision).orElseThrow().text().text()).doesNotContain("8642");
  }

  private static Optional<FeedbackGiven> given(Decision decision) {
    return decision.effects().stream()
        .filter(FeedbackGiven.class::isInstance)
        .map(FeedbackGiven.class::cast)
        .findFirst();
  }
}
