package org.answerable;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import org.answerable.channel.Address;
import org.answerable.channel.IncomingMessage;
import org.answerable.channel.PoisonMessages;
import org.answerable.leader.Invitations;
import org.answerable.organisation.Organisations;
import org.answerable.platform.Databases;
import org.answerable.platform.keys.RootKey;
import org.answerable.testing.AnsweringLeader;
import org.answerable.testing.DemoLine;
import org.answerable.testing.FreshFolder;
import org.answerable.testing.LineAtStandIn;
import org.answerable.testing.StandInTwilio;
import org.answerable.testing.StandInTwilio.Answer;
import org.answerable.testing.WholeDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ContextConfiguration;

/** What Twilio knows of a person before we do: that they stopped us, or that they are gone. */
@SpringBootTest(
    classes = Answerable.class,
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = {"management.server.port=0", "answerable.demo-story=false"})
@ContextConfiguration(initializers = {FreshFolder.class, LineAtStandIn.class})
@DirtiesContext
class ProviderSaysIT {
  private static final StandInTwilio TWILIO = LineAtStandIn.TWILIO;
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final AtomicInteger TEXTS = new AtomicInteger();
  @LocalServerPort private int port;
  @Autowired private Invitations invitations;
  @Autowired private Organisations organisations;
  @Autowired private Databases databases;
  @Autowired private RootKey root;
  @Autowired private PoisonMessages poison;

  @BeforeEach
  void begin() {
    TWILIO.startAnew(); // other tests use it, too
  }

  @Test
  void whatTwilioAnsweredItselfCountsHereAndIsNotAnsweredAgain() throws Exception {
    String phone = "+999701230001";
    assertThat(text(phone, "no syrup at Mto")).containsPattern("[0-9]{4}-[0-9]{4}");
    assertThat(text(phone, "ENOUGH", Map.of("OptOutType", "STOP"))).isEmpty();
    assertThat(text(phone, "still no syrup")).as("a stopped phone").isEmpty();
    assertThat(text(phone, "UNSTOP", Map.of("OptOutType", "START"))).isEmpty();
    assertThat(text(phone, "INFO", Map.of("OptOutType", "HELP"))).isEmpty();
    assertThat(text(phone, "STATUS")).as("a phone that is back").isNotEmpty();
  }

  @Test
  void whoStoppedUsAtTwilioIsStoppedHereAndWhoIsGoneIsForgotten() throws Exception {
    String stopped = "+999701230002";
    String gone = "+999701230003";
    var leader = new AnsweringLeader(port, invitation());
    leader.answerAll(waiting());
    text(stopped, "no syrup at Mto");
    TWILIO.answer(Answer.SAYS_STOPPED);
    List<String> pages = leader.answerAll(waiting());
    await(() -> says(leader, pages, "Not sent: the person asked for no texts"));
    assertThat(text(stopped, "still none")).isEmpty();
    TWILIO.answer(Answer.ACCEPTS);
    assertThat(text(stopped, "START")).isNotEmpty();

    int known = people();
    text(gone, "no syrup at Mto");
    assertThat(people()).isEqualTo(known + 1);
    TWILIO.answer(Answer.KNOWS_NO_SUCH_PHONE);
    List<String> others = leader.answerAll(waiting());
    await(() -> says(leader, others, "Could not be sent"));
    assertThat(people()).isEqualTo(known);
    assertThat(text(gone, "STATUS")).as("somebody new").isNotEmpty();
  }

  @Test
  void whatTwilioRefusesIsSetAsideWithAReasonAndSentAgainTogether() throws Exception {
    var leader = new AnsweringLeader(port, invitation());
    leader.answerAll(waiting());
    text("+999701230004", "no syrup at Mto");
    text("+999701230005", "no gloves at Mto");
    TWILIO.answer(Answer.REFUSES);
    List<String> pages = leader.answerAll(waiting());
    String operations = "/inbox/operations";
    await(() -> says(leader, List.of(operations), "HTTP 400, Twilio 21612"));
    await(() -> says(leader, List.of(pages.getLast()), "It did not leave."));
    assertThat(leader.visitor().get(operations).body())
        .contains("fewer than 10", "The last slot", "Texts fetched from Twilio, line")
        .contains("line", "failed within the last 10 minutes: HTTP 400, Twilio 21612")
        .doesNotContain("+9997", "Mto", "<script", " style=");
    for (String page : pages) {
      await(() -> says(leader, List.of(page), "Could not be sent"));
    }

    TWILIO.answer(Answer.ACCEPTS);
    leader
        .visitor()
        .submit(operations, operations + "/retry", Map.of("reason", "HTTP 400, Twilio 21612"));
    for (String page : pages) {
      await(() -> says(leader, List.of(page), "Handed over"));
    }
    assertThat(leader.visitor().get(operations).body()).doesNotContain("<h3>HTTP 400");
  }

  @Test
  void textsThatNobodyCouldTakeAreToldTheDayAfter() throws Exception {
    var leader = new AnsweringLeader(port, invitation());
    String reason = "unreadable";
    for (int i = 0; i < 2; i++) {
      assertThat(poison.setAside(DemoLine.ORGANISATION, "bot", new byte[] {7}, reason)).isTrue();
    }
    assertThat(leader.visitor().get("/inbox/operations").body()).doesNotContain(reason);
    database().sql("update delivery.set_aside set day = day - 1").update();
    assertThat(leader.visitor().get("/inbox/operations").body())
        .contains("bot: unreadable", "fewer than 10");
  }

  @Test
  void aTextThatNobodyCouldTakeIsTriedAgainByAButtonThatShowsNoWord() throws Exception {
    var leader = new AnsweringLeader(port, invitation());
    leader.answerAll(waiting());
    String phone = "+999701230006";
    String reason = "IllegalStateException";
    var address = new Address(DemoLine.CHANNEL, phone);
    var message =
        new IncomingMessage(
            DemoLine.ORGANISATION, "SMaside", address, "no syrup at Mto", Instant.now());
    assertThat(poison.setAside(message, new byte[] {8}, reason)).isTrue();
    database().sql("update delivery.set_aside set day = day - 1").update();
    String operations = "/inbox/operations";
    assertThat(leader.visitor().get(operations).body())
        .contains("Try again", reason)
        .doesNotContain("Mto", phone);

    leader
        .visitor()
        .submit(
            operations,
            operations + "/texts",
            Map.of("channel", DemoLine.CHANNEL, "reason", reason));
    assertThat(TWILIO.taken(phone).getFirst()).containsPattern("[0-9]{4}-[0-9]{4}");
    assertThat(waiting()).isEqualTo(1);
    assertThat(leader.visitor().get(operations).body()).doesNotContain(reason);
  }

  private int waiting() throws Exception {
    await(
        () ->
            database().sql("select count(*) from intake.given").query(Integer.class).single() == 0);
    return database()
        .sql("select count(*) from inbox.feedback where status in ('released', 'acknowledged')")
        .query(Integer.class)
        .single();
  }

  private static boolean says(AnsweringLeader leader, List<String> pages, String words)
      throws Exception {
    for (String page : pages) {
      if (leader.visitor().get(page).body().contains(words)) {
        return true;
      }
    }
    return false;
  }

  private int people() throws SQLException {
    return database()
        .sql("select count(*) from constituent.constituent")
        .query(Integer.class)
        .single();
  }

  private JdbcClient database() throws SQLException {
    return new WholeDatabase(databases, root).owner();
  }

  private String invitation() throws Exception {
    var roles = Set.of("programmes", "board", "council", "reader");
    return invitations.invite(organisations.get(DemoLine.ORGANISATION), roles);
  }

  private String text(String from, String body) throws Exception {
    return text(from, body, Map.of());
  }

  private String text(String from, String body, Map<String, String> more) throws Exception {
    URI server = URI.create("http://127.0.0.1:" + port + "/");
    String id = "SM%032d".formatted(TEXTS.incrementAndGet());
    var answer =
        TWILIO.text(server, LineAtStandIn.PUBLIC_URL, DemoLine.CHANNEL, id, from, body, more);
    assertThat(answer.statusCode()).isEqualTo(200);
    return DemoLine.reply(answer.body());
  }

  private static void await(Callable<Boolean> until) throws Exception {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (!until.call()) {
      assertThat(System.nanoTime()).as("within %s", PATIENCE).isLessThan(deadline);
      Thread.sleep(100);
    }
  }
}
