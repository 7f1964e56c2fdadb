package org.answerable.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.answerable.conversation.Told.Given;
import org.answerable.feedback.Decision;
import org.answerable.feedback.HelpSweep;
import org.answerable.feedback.Problem;
import org.answerable.feedback.Responded;
import org.answerable.feedback.ResponseDraft;
import org.answerable.organisation.Deadlines;
import org.answerable.responselog.MembersSay;
import org.answerable.testing.ApplicationTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** "Did the answer help?", from the phone to the log, on the real database. */
@ApplicationTest
class DidItHelpIT {
  private static final int DAYS = 3;
  @Autowired private ApplicationContext application;
  @Autowired private HelpSweep sweep;
  @Autowired private MembersSay.Counted members;
  private final String number = Told.newNumber();
  private Told told;

  @BeforeEach
  void open() throws SQLException {
    told = new Told(application);
  }

  @Test
  void whoWasHelpedIsAskedOnceAndTheLogSaysSo() throws SQLException {
    Given given = asked("no syrup at Mto", "medicine", "programmes");
    sweep.run(told.home, Instant.now());
    assertThat(told.steps(given, "followed up")).isEqualTo(1);
    assertThat(hears("limetatuliwa"))
        .isEqualTo("Thank you, that is counted for " + given.code() + ".");
    assertThat(told.inLog(given).status()).as("not before the slot").isEqualTo("answered");
    told.slot();
    assertThat(told.inLog(given).status()).isEqualTo("confirmed");
    assertThat(told.types(given)).endsWith("response published", "status changed");
    hears("3");
    told.slot();
    assertThat(told.status(given)).as("it is answered").isEqualTo("confirmed");
  }

  @Test
  void whatDidNotHelpGoesToAnotherRoleAndItsClockBeginsAnew() throws SQLException {
    Given given = asked("no syrup at Kilima", "medicine", "programmes");
    String said = hears("3");
    assertThat(said).startsWith("We are sorry. Somebody else takes " + given.code() + " up now");
    told.slot();
    var shown = told.inLog(given);
    assertThat(shown.status()).isEqualTo("disputed");
    assertThat(shown.withRole()).isEqualTo("board");
    assertThat(shown.due()).isEqualTo(new Deadlines(told.home).disputed(told.today()));
    assertThat(shown.responded()).as("it waits again").isNull();

    var draft = ResponseDraft.of(Decision.DONE, "It came today.");
    assertThat(told.respond(told.leader("programmes"), given, draft))
        .isEqualTo(new Responded.Refused(List.of(Problem.ANOTHER_ROLE)));
    told.answered(given, "board", draft);
    assertThat(told.inLog(given).status()).isEqualTo("answered");
    told.age(given, DAYS);
    sweep.run(told.home, Instant.now());
    assertThat(told.steps(given, "followed up")).as("about the new answer").isEqualTo(2);
  }

  /** Beside what leaders say: both of the same answers, and "in part" is not "solved". */
  @Test
  void whatMembersSayIsCountedAsTheySayIt() throws SQLException {
    MembersSay before = members.since(told.home.id(), told.today().minusDays(90));
    asked("no syrup on Monday", "medicine", "programmes");
    hears("1");
    String other = Told.newNumber();
    asked(other, "no syrup on Friday", "medicine", "programmes");
    told.hears(other, "2");
    told.slot();
    MembersSay after = members.since(told.home.id(), told.today().minusDays(90));
    assertThat(after.told() - before.told()).isEqualTo(2);
    assertThat(after.solved() - before.solved()).isEqualTo(1);
    assertThat(after.partly() - before.partly()).isEqualTo(1);
    assertThat(after.settled() - before.settled()).as("leaders say: done").isEqualTo(2);
  }

  @Test
  void aNumberFromAnotherPhoneJudgesNothing() throws SQLException {
    Given given = asked("no syrup at both", "medicine", "programmes");
    String other = Told.newNumber();
    told.hears(other, "hello");
    assertThat(told.hears(other, "3")).startsWith("Baraza Letu: tell us");
    told.slot();
    assertThat(told.status(given)).isEqualTo("answered");
  }

  @Test
  void whoWantsNoTextsIsAskedWithRead() throws SQLException {
    Given given = told.give(number, "they take 300 here", "fees", "publish", "3");
    told.answered(given, "programmes", Decision.EXPLAINED, "It is free.");
    told.age(given, DAYS);
    sweep.run(told.home, Instant.now());
    told.handedOver(given);
    assertThat(told.questions(given)).as("nothing was sent").isEmpty();
    String read = hears("READ " + given.code());
    assertThat(read).contains("It is free.").contains("Did the answer to " + given.code());
    assertThat(hears("partli")).startsWith("Thank you, that is counted");
    told.slot();
    assertThat(told.inLog(given).status()).isEqualTo("partly");
    assertThat(hears("READ " + given.code())).as("they said so").doesNotContain("Did the answer");
  }

  @Test
  void whatAccusesHasAStepAndNoEntry() throws SQLException {
    Given given = asked("where did the money go", "our leaders", "council");
    hears("3");
    told.slot();
    assertThat(told.status(given)).isEqualTo("disputed");
    assertThat(told.isInLog(given)).isFalse();
  }

  @Test
  void thanksAreNotAskedAbout() throws SQLException {
    Given given = told.give(number, "asante for friday", "praise");
    told.answered(given, "programmes", Decision.THANKED, "Asante.");
    told.age(given, DAYS);
    sweep.run(told.home, Instant.now());
    assertThat(told.steps(given, "followed up")).isZero();
  }

  /** Answered, handed over, and asked about some days later. */
  private Given asked(String words, String topic, String role) throws SQLException {
    return asked(number, words, topic, role);
  }

  private Given asked(String from, String words, String topic, String role) throws SQLException {
    Given given = told.give(from, words, topic);
    told.answered(given, role, Decision.DONE, "It is put right.");
    told.age(given, DAYS);
    sweep.run(told.home, Instant.now());
    told.handedOver(given);
    assertThat(told.questions(given)).containsExactly("handed_over");
    return given;
  }

  private String hears(String text) {
    return told.hears(number, text);
  }
}
