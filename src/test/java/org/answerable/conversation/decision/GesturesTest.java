package org.answerable.conversation.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.answerable.channel.Manner;
import org.answerable.channel.Reply;
import org.answerable.confidential.Confided;
import org.answerable.effect.Effect;
import org.answerable.intake.FeedbackAdded;
import org.answerable.intake.FeedbackDetailed;
import org.answerable.intake.FeedbackGiven;
import org.junit.jupiter.api.Test;

/** What people do where a channel has more than words: buttons, pictures, edits, coming, going. */
class GesturesTest {
  private static final String FEEDBACK = "no syrup at mto clinic for 2 weeks";
  private static final Manner EDITED = new Manner.Edited(true);
  private static final Manner EDITED_LATE = new Manner.Edited(false);
  private final Talking person = Talking.in("en");

  @Test
  void aButtonDoesWhatItsNumberDoes() {
    String question = question(person.says(FEEDBACK));
    Decision pressed = person.does(new Manner.Pressed(question), "1");
    Talking typing = Talking.in("en");
    typing.says(FEEDBACK);
    Decision typed = typing.says("1");
    assertThat(Talking.shown(pressed.reply())).isEqualTo(Talking.shown(typed.reply()));
    assertThat(one(pressed, FeedbackDetailed.class).topic())
        .isEqualTo(one(typed, FeedbackDetailed.class).topic())
        .isNotNull();
  }

  @Test
  void anEarlierQuestionsButtonChangesNothingAndIsAnswered() {
    String first = question(person.says(FEEDBACK));
    String second = question(person.does(new Manner.Pressed(first), "1"));
    assertThat(second).isNotEqualTo(first);
    Talk before = person.talk();
    Decision old = person.does(new Manner.Pressed(first), "2");
    assertThat(Talking.shown(old.reply())).startsWith("That button is from an earlier question.");
    assertThat(old.effects()).isEmpty();
    assertThat(person.talk().asked()).isEqualTo(before.asked());
    assertThat(person.does(new Manner.Pressed(second), "1").effects()).isNotEmpty();
  }

  @Test
  void theSameQuestionAboutAnotherFeedbackHasOtherButtons() {
    String first = question(person.says(FEEDBACK));
    String second = question(person.wait(Duration.ofHours(2)).says("the gate was shut"));
    assertThat(second).isNotEqualTo(first);
    assertThat(person.does(new Manner.Pressed(first), "1").effects()).isEmpty();
  }

  @Test
  void aButtonStaysGoodWhileItsQuestionIsOpen() {
    String question = question(person.says(FEEDBACK));
    person.says("and none at kilima");
    assertThat(person.does(new Manner.Pressed(question), "1").effects()).isNotEmpty();
  }

  @Test
  void aButtonAfterHalfAnHourChangesNothing() {
    String question = question(person.says(FEEDBACK));
    Decision late = person.wait(Duration.ofMinutes(31)).does(new Manner.Pressed(question), "1");
    assertThat(late.effects()).isEmpty();
    assertThat(Talking.shown(late.reply())).startsWith("That button");
  }

  @Test
  void nobodyElsesButtonCounts() {
    String others = question(Talking.in("en").says(FEEDBACK));
    String own = question(person.says(FEEDBACK));
    assertThat(others).isNotEqualTo(own);
    assertThat(person.does(new Manner.Pressed(others), "1").effects()).isEmpty();
    assertThat(person.does(new Manner.Pressed(""), "1").effects()).isEmpty();
  }

  @Test
  void theNameOfAQuestionIsShortAndPlain() {
    assertThat(question(person.says(FEEDBACK)))
        .matches("[A-Za-z0-9_-]{8}")
        .hasSizeLessThanOrEqualTo(Reply.Text.QUESTION_CHARS);
    assertThat(question(person.says("LANG"))).matches("[A-Za-z0-9_-]{8}");
  }

  @Test
  void aPictureIsToldWhyItIsNotTaken() {
    Decision told = person.does(new Manner.Wordless(), "");
    assertThat(told.effects()).isEmpty();
    assertThat(Talking.shown(told.reply()))
        .startsWith("We can only take words, and kept nothing of what you sent.");
  }

  @Test
  void wordsUnderAPictureAreTakenAndItIsSaidThatThePictureIsNot() {
    Decision taken = person.does(new Manner.Captioned(), FEEDBACK);
    assertThat(one(taken, FeedbackGiven.class).text().text()).isEqualTo(FEEDBACK);
    assertThat(Talking.shown(taken.reply()))
        .startsWith("We took your words. The picture was not kept")
        .contains("4821-9307");
    assertThat(question(taken)).isNotEmpty();
  }

  @Test
  void anEditIsAddedToTheOpenFeedbackAndAnswersNoQuestion() {
    String question = question(person.says(FEEDBACK));
    Decision edit = person.does(EDITED, FEEDBACK + ", nurse says friday");
    assertThat(one(edit, FeedbackAdded.class).text().text()).endsWith("nurse says friday");
    assertThat(Talking.shown(edit.reply())).startsWith("Added to 4821-9307.");
    assertThat(person.does(new Manner.Pressed(question), "1").effects()).isNotEmpty();
  }

  @Test
  void anAnswerThatIsEditedDoesNotAnswerTheNextQuestion() {
    person.says(FEEDBACK);
    person.says("1");
    byte[] asked = person.talk().asked();
    Decision edit = person.does(EDITED, "2");
    assertThat(edit.effects()).isEmpty();
    assertThat(Talking.shown(edit.reply())).startsWith("A change to an old text");
    assertThat(person.talk().asked()).isEqualTo(asked);
    Decision word = person.does(EDITED, "publish");
    assertThat(of(word, FeedbackDetailed.class)).as("not even as a word").isEmpty();
  }

  @Test
  void aGreetingThatIsEditedIntoAFeedbackIsOne() {
    person.says("hello");
    assertThat(one(person.does(EDITED, FEEDBACK), FeedbackGiven.class).text().text())
        .isEqualTo(FEEDBACK);
  }

  @Test
  void aLateEditIsTold() {
    person.says(FEEDBACK);
    Decision edit = person.wait(Duration.ofHours(1)).does(EDITED_LATE, FEEDBACK + " again");
    assertThat(edit.effects()).isEmpty();
    assertThat(Talking.shown(edit.reply())).startsWith("A change to an old text");
  }

  /** The first "1" was lost, they sent it again, and were asked for consent by then. */
  @Test
  void aNumberThatIsFetchedLateGivesNoConsent() {
    person.says(FEEDBACK);
    person.says("1");
    byte[] asked = person.talk().asked();
    Decision late = person.does(late(Duration.ofMinutes(1)), "1");
    assertThat(late.effects()).isEmpty();
    assertThat(Talking.shown(late.reply())).as("asked again").contains("1 publish");
    assertThat(person.talk().asked()).isEqualTo(asked);
    Decision words = person.does(late(Duration.ofMinutes(1)), "the gate was shut");
    assertThat(one(words, FeedbackAdded.class).text().text()).isEqualTo("the gate was shut");
    assertThat(one(person.says("2"), FeedbackDetailed.class).consent()).isFalse();
  }

  @Test
  void aPinThatIsFetchedLateIsNone() {
    person.says(FEEDBACK);
    person.says("1");
    person.says("1");
    person.says("2");
    assertThat(person.talk().pin().asked()).isTrue();
    Decision late = person.does(late(Duration.ofMinutes(1)), "4821");
    assertThat(late.settings().pin()).isNull();
    assertThat(late.effects()).as("nor kept where readers see it").isEmpty();
  }

  @Test
  void aLateStopCountsUnlessTheyWroteStartSince() {
    person.says(FEEDBACK);
    assertThat(person.does(late(Duration.ofMinutes(1)), "STOP").stopped()).isTrue();
    assertThat(person.does(late(Duration.ofSeconds(30)), "START").stopped()).isFalse();
    person.wait(Duration.ofMinutes(1)).says("START");
    for (String late : List.of("STOP", "no syrup. dont reply")) {
      Decision decision = person.does(late(Duration.ofMinutes(5)), late);
      assertThat(decision.stopped()).as(late).isFalse();
      assertThat(decision.settings().silent()).as(late).isFalse();
      assertThat(decision.reply()).as(late).isEqualTo(Reply.NOTHING);
    }
    person.says("STOP");
    assertThat(person.does(late(Duration.ofMinutes(5)), "START").stopped()).isTrue();
  }

  private Manner late(Duration ago) {
    return new Manner.Late(person.talk().pace().at().minus(ago));
  }

  @Test
  void whatConcernsSomebodysSafetyCountsHoweverLateItWasEdited() {
    Decision danger = person.does(EDITED_LATE, "plz help my uncle touches me at nite im 14");
    assertThat(of(danger, Confided.class)).hasSize(1);
    Decision silence =
        Talking.in("en").does(EDITED_LATE, "he beats me. dont reply he cheks my fone");
    assertThat(silence.reply()).isEqualTo(Reply.NOTHING);
    assertThat(of(silence, Confided.class)).hasSize(1);
  }

  @Test
  void aWordThatWorksEverywhereWorksInAnEditToo() {
    assertThat(person.does(EDITED_LATE, "STOP").stopped()).isTrue();
  }

  @Test
  void openingTheChatIsAGreetingAndNeverAFeedback() {
    Decision began = Talking.stranger().does(new Manner.Began(), "");
    assertThat(began.effects()).isEmpty();
    assertThat(Talking.shown(began.reply())).startsWith("Baraza Letu");
  }

  @Test
  void whoeverBlocksTheBotHasStoppedAndOpeningItAgainIsStart() {
    Decision left = person.does(new Manner.Left(), "");
    assertThat(left.stopped()).isTrue();
    assertThat(left.reply()).isEqualTo(Reply.NOTHING);
    assertThat(person.does(new Manner.Wordless(), "").reply()).isEqualTo(Reply.NOTHING);
    assertThat(person.does(new Manner.Pressed("x"), "1").reply()).isEqualTo(Reply.NOTHING);
    Decision began = person.does(new Manner.Began(), "");
    assertThat(began.stopped()).isFalse();
    assertThat(Talking.shown(began.reply())).startsWith("Welcome back.");
  }

  @Test
  void lettingTheBotSpeakAgainIsStartWithoutAWord() {
    person.does(new Manner.Left(), "");
    Decision returned = person.does(new Manner.Returned(), "");
    assertThat(returned.stopped()).isFalse();
    assertThat(returned.reply()).isEqualTo(Reply.NOTHING);
    assertThat(person.does(new Manner.Returned(), "").reply()).isEqualTo(Reply.NOTHING);
  }

  @Test
  void whoAskedForSilenceIsSilentUntilTheySayOtherwise() {
    person.says("he beats me. dont reply he cheks my fone");
    assertThat(person.does(new Manner.Wordless(), "").reply()).isEqualTo(Reply.NOTHING);
    assertThat(person.does(new Manner.Returned(), "").stopped()).isTrue();
    assertThat(person.does(new Manner.Captioned(), FEEDBACK).reply()).isEqualTo(Reply.NOTHING);
    assertThat(person.does(new Manner.Began(), "").stopped()).isFalse();
  }

  @Test
  void whereTheChannelCanClearItDoesAndSaysSo() {
    Decision told = person.says("CLEAR");
    assertThat(told.reply().clears()).isFalse();
    assertThat(Talking.shown(told.reply())).startsWith("To delete our texts:");
    Decision cleared = person.toABot().says("CLEAR");
    assertThat(cleared.reply().clears()).isTrue();
    assertThat(Talking.shown(cleared.reply())).startsWith("We delete the last 48 hours");
    person.says("STOP");
    assertThat(person.says("CLEAR").reply()).isEqualTo(new Reply(List.of(), true));
  }

  private static String question(Decision decision) {
    return decision.reply().texts().getLast().question();
  }

  private static <E extends Effect> E one(Decision decision, Class<E> type) {
    List<E> found = of(decision, type);
    assertThat(found).hasSize(1);
    return found.getFirst();
  }

  private static <E extends Effect> List<E> of(Decision decision, Class<E> type) {
    return decision.effects().stream().filter(type::isInstance).map(type::cast).toList();
  }
}
