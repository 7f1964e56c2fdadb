package org.answerable.conversation.decision;

import static org.assertj.core.api.Assertions.assertThat;

import org.answerable.intake.FeedbackAdded;
import org.answerable.poll.BallotCast;
import org.answerable.poll.Form;
import org.answerable.poll.SamplePoll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A vote that calls itself one. Whoever named an option by half a name tries again, while a
 * feedback asks.
 */
class SaidVoteTest {
  @ParameterizedTest
  @ValueSource(strings = {"my vote is 3", "i vote for three", "je vote pour le 3", "napiga kura 3"})
  void countsWhateverElseIsAsked(String vote) {
    assertThat(asked().says(vote).effects()).anyMatch(BallotCast.class::isInstance);
  }

  @ParameterizedTest
  @ValueSource(strings = {"the vote of 3 may was late", "no vote on day 3", "3"})
  void nothingElseDoes(String text) {
    assertThat(asked().says(text).effects()).noneMatch(BallotCast.class::isInstance);
  }

  @Test
  void newsOfAVoteIsAdded() {
    assertThat(asked().says("the vote of may was late").effects())
        .anyMatch(FeedbackAdded.class::isInstance);
  }

  private static Talking asked() {
    Talking person = Talking.in("en").polls(SamplePoll.of(Form.ONE));
    person.says("no syrup at Mto again");
    return person;
  }
}
