package org.answerable.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.answerable.channel.Address;
import org.answerable.channel.Inbound;
import org.answerable.channel.IncomingMessage;
import org.answerable.constituent.Vault;
import org.answerable.constituent.Way;
import org.answerable.conversation.decision.Talking;
import org.answerable.delivery.AskedBack;
import org.answerable.intake.Slots;
import org.answerable.organisation.Organisation;
import org.answerable.organisation.Organisations;
import org.answerable.platform.Databases;
import org.answerable.platform.keys.RootKey;
import org.answerable.testing.ApplicationTest;
import org.answerable.testing.WholeDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;

/** What somebody is asked back, in their conversation, on the real database. */
@ApplicationTest
class ExpectingIT {
  private static final AtomicInteger NUMBERS = new AtomicInteger(741_000_000);
  @Autowired private Inbound inbound;
  @Autowired private AskedBack askedBack;
  @Autowired private Organisations organisations;
  @Autowired private Slots slots;
  @Autowired private Databases databases;
  @Autowired private RootKey root;

  @Autowired
  @Qualifier("deliveryVault")
  private Vault vault;

  private final String number = "+254" + NUMBERS.incrementAndGet();
  private Organisation home;
  private WholeDatabase database;

  @BeforeEach
  void open() throws SQLException {
    home = organisations.get("baraza-letu");
    database = new WholeDatabase(databases, root);
    slots.run(home, Instant.now());
  }

  @Test
  void theAnswerToAQuestionIsMoreOfWhatTheyWereAskedAbout() throws SQLException {
    String code = give("no syrup at Mto again");
    slots.run(home, Instant.now());
    UUID feedback = newest();
    assertThat(expect(feedback, code)).isTrue();
    assertThat(hears("12")).as("a number").startsWith("Added to " + code);
    assertThat(hears("in the morning")).startsWith("Added to " + code);
    slots.run(home, Instant.now());
    assertThat(parts(feedback)).isEqualTo(3);
  }

  @Test
  void nobodyIsAskedInTheMidstOfAnotherFeedback() throws SQLException {
    String code = give("no syrup at Mto again");
    slots.run(home, Instant.now());
    UUID feedback = newest();
    hears("WITHDRAW " + code);
    String other = give("and the queue is long");
    assertThat(expect(feedback, code)).isFalse();
    assertThat(hears("very long")).startsWith("Added to " + other);
  }

  @Test
  void whatSomebodyConfidesStaysConfided() throws SQLException {
    String code = give("no syrup at Mto again");
    slots.run(home, Instant.now());
    UUID feedback = newest();
    assertThat(hears("SAFE")).startsWith("Write now");
    assertThat(expect(feedback, code)).isTrue();
    assertThat(hears("the nurse told my landlord")).startsWith("Thank you for telling us.");
  }

  private boolean expect(UUID feedback, String code) {
    var reach = (Way.Reach) vault.way(home.id(), feedback);
    return askedBack.expect(home, reach, feedback, code.replace("-", ""), UUID.randomUUID());
  }

  private String give(String text) {
    return hears(text).replaceAll("(?s).*Code (\\d{4}-\\d{4}).*", "$1");
  }

  private String hears(String text) {
    return Talking.shown(
        inbound.take(
            new IncomingMessage(
                home.id(),
                UUID.randomUUID().toString(),
                new Address("simulator", number),
                text,
                Instant.now())));
  }

  private int parts(UUID feedback) {
    return database
        .owner()
        .sql("select count(*) from feedback.part where feedback = ?")
        .param(feedback)
        .query(Integer.class)
        .single();
  }

  /** Tests look where no login of the application may. */
  private UUID newest() {
    return database
        .owner()
        .sql("select feedback from feedback.feedback order by xmin::text::bigint desc, ctid desc")
        .query(UUID.class)
        .list()
        .getFirst();
  }
}
