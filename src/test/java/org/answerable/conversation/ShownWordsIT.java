package org.answerable.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.answerable.conversation.Told.Given;
import org.answerable.feedback.Publication;
import org.answerable.feedback.PublishingWords;
import org.answerable.responselog.PublicText;
import org.answerable.testing.ApplicationTest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** Words of which a leader hid something: whoever wrote them sees them before anybody else. */
@ApplicationTest
class ShownWordsIT {
  private static final String CONSENT = "1";
  @Autowired private ApplicationContext application;
  @Autowired private PublishingWords publishing;
  private final String number = Told.newNumber();
  private Told told;

  @BeforeEach
  void open() throws SQLException {
    told = new Told(application);
  }

  @Test
  void theyArePublicAfterTheirYesAndItsSlot() throws SQLException {
    Given given = shown("Halima says no gauze", "Halima");
    assertThat(words(given)).as("nothing before").isNull();
    assertThat(told.hears(number, "1"))
        .isEqualTo(
            "Thank you. The words of %s will be public. To take them back: WITHDRAW %s"
                .formatted(given.code(), given.code()));
    told.slot();
    assertThat(words(given)).isEqualTo("[…] says no gauze");
    assertThat(told.types(given)).containsOnlyOnce("words published");
    told.hears(number, "1");
    told.slot();
    assertThat(told.types(given)).containsOnlyOnce("words published");
    told.hears(number, "WITHDRAW " + given.code());
    told.slot();
    assertThat(words(given)).as("taken back").isNull();
  }

  /** They agreed to what they wrote, and that is what stands there. */
  @Test
  void whereNothingWasTakenOutNobodyIsAskedAgain() throws SQLException {
    Given given = told.give(number, "no gauze again", "medicine", CONSENT, "1");
    var choice = new PublishingWords.Choice(Set.of(), List.of());
    assertThat(publish(given, choice)).isInstanceOf(Publication.Published.class);
    assertThat(publish(given, choice)).isInstanceOf(Publication.NotAllowed.class);
    told.slot();
    assertThat(words(given)).isEqualTo("no gauze again");
  }

  @Test
  void afterTheirNoTheyStayUnpublished() throws SQLException {
    Given given = shown("Halima says no cotton", "Halima");
    assertThat(told.hears(number, "do not publish")).startsWith("Only leaders read the words of ");
    told.slot();
    assertThat(words(given)).isNull();
    assertThat(told.steps(given, "words kept")).isEqualTo(1);
    assertThat(publish(given, "Halima")).isInstanceOf(Publication.NotAllowed.class);
    told.hears(number, "1");
    told.slot();
    assertThat(words(given)).as("they said no").isNull();
  }

  @Test
  void silenceIsNoYesAndAYesComesTooLateOnce() throws SQLException {
    Given given = shown("Halima says no thread", "Halima");
    told.slot();
    assertThat(words(given)).isNull();
    told.owner()
        .sql("update feedback.shown set day = day - 15 where feedback = ?")
        .param(given.feedback())
        .update();
    told.hears(number, "1");
    told.slot();
    assertThat(words(given)).isNull();
    assertThat(publish(given, "Halima"))
        .as("nobody is asked twice")
        .isInstanceOf(Publication.NotAllowed.class);
  }

  @Test
  void aYesFromAnotherPhoneSaysNothing() throws SQLException {
    Given given = shown("Halima says no tape", "Halima");
    String other = Told.newNumber();
    told.hears(other, "hello");
    told.hears(other, "1");
    told.slot();
    assertThat(words(given)).isNull();
  }

  /** Who wants notices only reads them first, and can't agree to what they have not seen. */
  @Test
  void whoGetsNoticesOnlyIsAskedWhenTheyRead() throws SQLException {
    Given given = told.give(number, "Halima says no soap", "medicine", CONSENT, "2", "8642");
    publishAndDeliver(given, "Halima");
    told.hears(number, "1");
    told.slot();
    assertThat(words(given)).as("not read yet").isNull();
    String read = told.hears(number, "READ " + given.code() + " 8642");
    assertThat(read).contains("[…] says no soap", "1 publish 2 keep it");
    assertThat(told.hears(number, "publish")).startsWith("Thank you.");
    told.slot();
    assertThat(words(given)).isEqualTo("[…] says no soap");
  }

  @Test
  void whatWasFoundToAccuseMeanwhileIsNotPublished() throws SQLException {
    Given given = shown("Halima says no pads", "Halima");
    told.owner()
        .sql("update feedback.step set sensitivity = 'S2' where feedback = ?")
        .param(given.feedback())
        .update();
    told.hears(number, "1");
    told.slot();
    assertThat(words(given)).isNull();
  }

  private Given shown(String words, String hidden) throws SQLException {
    Given given = told.give(number, words, "medicine", CONSENT, "1");
    publishAndDeliver(given, hidden);
    return given;
  }

  private void publishAndDeliver(Given given, String hidden) throws SQLException {
    assertThat(publish(given, hidden)).isInstanceOf(Publication.ShownToSender.class);
    told.handedOver(given);
  }

  private Publication publish(Given given, String hidden) throws SQLException {
    return publish(given, new PublishingWords.Choice(Set.of(), List.of(hidden)));
  }

  private Publication publish(Given given, PublishingWords.Choice choice) throws SQLException {
    var leader = told.leader("programmes");
    Publication looked = publishing.publish(leader, given.reference(), choice, "", Instant.now());
    return looked instanceof Publication.Shown(String words, String seal)
        ? publishing.publish(leader, given.reference(), choice, seal, Instant.now())
        : looked;
  }

  private @Nullable String words(Given given) {
    PublicText words = told.inLog(given).words();
    return words == null ? null : words.text();
  }
}
